import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cachePath } from "../../../storage/cache-dir.js";
import { findPlugin, pluginDirectory } from "../../../xla/plugins/find.js";
import { type PluginName, pluginPins } from "../../../xla/plugins/pins.js";
import { xlaChecks } from "./xla-checks.js";

let root: string;
let env: NodeJS.ProcessEnv;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "xla-checks-"));
  env = { PATH: process.env.PATH, NCF_BENCH_CACHE: root };
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const V100 = { vendor: "NVIDIA", computeCapability: "7.0", driver: "580.95.05" };

/** Puts a file where a plugin belongs: a link to a real one, or a text. */
function put(name: PluginName, target?: string, extent: "full" | "compile-only" = "full"): string {
  const file = join(pluginDirectory(name, root, extent), pluginPins[name].file);
  mkdirSync(dirname(file), { recursive: true });
  if (target) symlinkSync(target, file);
  else writeFileSync(file, "this is no plugin");
  return file;
}

describe("the doctor's view of XLA", () => {
  it("without any plugin notes how the CPU's comes here, and warns only of a GPU", async () => {
    const cpu = { id: "xla.cpu", status: "note", fix: "ncf-bench setup cpu" };
    expect(await xlaChecks([], env)).toMatchObject([cpu]);
    expect(await xlaChecks([V100], env)).toMatchObject([
      {
        id: "xla.gpu",
        status: "warn",
        value: expect.stringMatching(/cuda12 is not on/),
        fix: "ncf-bench setup cuda12",
      },
      cpu,
    ]);
    const [old] = await xlaChecks([{ ...V100, driver: "470.1" }], env);
    expect(old).toMatchObject({
      id: "xla.gpu",
      status: "warn",
      value: expect.stringMatching(/driver 470\.1 with .* 7;/),
    });
    expect(old!.fix).toMatch(/newer driver/);
  });

  const real = findPlugin("cpu", { cacheRoot: cachePath(), env: process.env });

  it.skipIf(!real)("tells version, API and origin of one that loads (needs `ncf-bench setup cpu`)", async () => {
    const file = put("cpu", real!.path);
    const value = `${pluginPins.cpu.version}, PJRT API 0.81, in the cache: ${file}`;
    expect(await xlaChecks([], env)).toEqual([{ id: "xla.cpu", status: "ok", value, fix: null }]);
    const own = await xlaChecks([V100], { ...env, NCF_BENCH_PJRT_PLUGIN: real!.path });
    expect(own).toMatchObject([
      {
        id: "xla.plugin",
        status: "ok",
        value: expect.stringContaining(`named by NCF_BENCH_PJRT_PLUGIN: ${real!.path}`),
      },
    ]);
  });

  it("says why one does not load, and goes on", async () => {
    const file = put("cpu");
    expect(await xlaChecks([], env)).toMatchObject([
      {
        id: "xla.cpu",
        status: "warn",
        value: expect.stringMatching(/does not load: load: .* cannot be loaded: .*\(INVALID_ARGUMENT\)$/),
        fix: `ncf-bench doctor --plugin ${file}`,
      },
    ]);
  });

  it("warns of a file that the environment names and that is not there", async () => {
    expect(await xlaChecks([], { ...env, NCF_BENCH_PJRT_PLUGIN: "/none.so" })).toMatchObject([
      { id: "xla.plugin", status: "warn", fix: "unset NCF_BENCH_PJRT_PLUGIN" },
    ]);
  });

  it("tells a plugin that only compiles from one that runs", async () => {
    put("cuda12", undefined, "compile-only");
    const checks = await xlaChecks([V100], env);
    expect(checks.map(({ id, status }) => `${id} ${status}`)).toEqual([
      "xla.cuda12 note",
      "xla.gpu warn",
      "xla.cpu note",
    ]);
  });
});
