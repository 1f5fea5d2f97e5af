import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pluginDirectory } from "../../xla/plugins/find.js";
import { pluginPins } from "../../xla/plugins/pins.js";
import { ncfSuite } from "./suite.js";

const machine = { gpus: [], logicalCpus: 2, memoryBytes: 2 ** 34 };

describe("the engine where none is named", () => {
  let cache: string;
  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), "suite-"));
    vi.stubEnv("NCF_BENCH_CACHE", cache);
    vi.stubEnv("HOME", cache);
    vi.stubEnv("VIRTUAL_ENV", "");
    vi.stubEnv("CONDA_PREFIX", "");
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(cache, { recursive: true });
  });

  it.each([
    ["auto", "tfjs", "xla"],
    ["cpu", "tfjs", "xla"],
    ["wasm", "tfjs", "tfjs"],
    ["tfjs-node", "tfjs", "tfjs"],
    ["cpu-next", "xla", "xla"],
    ["emulated", "xla", "xla"],
  ])("on the backend %s is %s without a plugin and %s with one", (backend, without, withPlugin) => {
    expect(ncfSuite.defaultEngine(machine, 0, backend)).toBe(without);
    const file = join(pluginDirectory("cpu", cache), pluginPins.cpu.file);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, "");
    expect(ncfSuite.defaultEngine(machine, 0, backend)).toBe(withPlugin);
  });
});
