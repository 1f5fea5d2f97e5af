import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acquireLock } from "../../storage/lock.js";
import { pluginPins } from "../../xla/plugins/pins.js";
import { pluginTarget } from "./plugin.js";
import { checkPrerequisites } from "./prerequisites.js";

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "setup-plugin-"));
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

const target = pluginTarget("cpu");
const environment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  NCF_BENCH_CACHE: cache,
  PIP_FIND_LINKS: "",
  ...more,
});

function install(env: NodeJS.ProcessEnv) {
  return target.install({ env, onStep: () => undefined, signal: new AbortController().signal });
}

/** What an unfinished setup must not leave: any file or folder of a plugin. */
function leftOver(): string[] {
  try {
    return readdirSync(join(cache, "plugins"));
  } catch {
    return [];
  }
}

describe("setup of a plugin that cannot succeed says why and leaves nothing", () => {
  it("when told to stay offline", async () => {
    await expect(install(environment({ NCF_BENCH_OFFLINE: "1" }))).rejects.toMatchObject({ code: "setup.offline" });
    expect(leftOver()).toEqual([]);
  });

  it("when Python is not there", async () => {
    await expect(install(environment({ PATH: join(cache, "none") }))).rejects.toMatchObject({
      code: "setup.tool-missing",
      what: "python3 is not on this machine",
      hint: expect.stringMatching(/apt-get install python3-pip/),
    });
    expect(leftOver()).toEqual([]);
  });

  it("when the index cannot be reached", { timeout: 60_000 }, async () => {
    const unreachable = { PIP_INDEX_URL: "http://127.0.0.1:9/simple", PIP_RETRIES: "0", PIP_TIMEOUT: "2" };
    await expect(install(environment(unreachable))).rejects.toMatchObject({
      code: "setup.step-failed",
      where: "fetching xla-cpu-pjrt==0.0.1",
      hint: expect.stringMatching(/nothing was installed/),
    });
    expect(leftOver()).toEqual([]);
  });

  it("when the index sends another file than the pinned one", { timeout: 60_000 }, async () => {
    const links = join(cache, "links");
    mkdirSync(links);
    const arch = process.arch === "arm64" ? "aarch64" : "x86_64";
    writeFileSync(join(links, `xla_cpu_pjrt-0.0.1-py3-none-manylinux_2_27_${arch}.whl`), "not the plugin");
    await expect(install(environment({ PIP_NO_INDEX: "1", PIP_FIND_LINKS: links }))).rejects.toMatchObject({
      code: "setup.step-failed",
      what: expect.stringMatching(/hash|HASH/),
    });
    expect(leftOver()).toEqual([]);
  });

  it("when the disk has no room", async () => {
    const plan = { ...target.plan(environment()), diskBytes: 1e18 };
    const options = { env: environment(), signal: new AbortController().signal };
    await expect(checkPrerequisites(plan, options, "do without")).rejects.toMatchObject({
      code: "setup.space",
      hint: expect.stringMatching(/NCF_BENCH_CACHE/),
    });
  });

  it("when another setup of the same plugin runs", async () => {
    const { dir } = target.plan(environment());
    mkdirSync(dirname(dir), { recursive: true });
    const lock = await acquireLock(`${dir}.lock`);
    await expect(install(environment())).rejects.toMatchObject({ code: "storage.locked" });
    await lock.release();
    expect(leftOver()).toEqual([]);
  });
});

it("fetches nothing when the plugin is there", async () => {
  const { dir, present } = target.plan(environment());
  expect(present).toBe(false);
  const file = join(dir, pluginPins.cpu.file);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "");
  expect(target.plan(environment()).present).toBe(true);
  expect(await install(environment({ PATH: "" }))).toEqual({ dir, built: false });
});

it("pins every wheel with a hash, a size and a licence", () => {
  for (const { wheels, compiler, libraries } of Object.values(pluginPins)) {
    for (const wheel of [...Object.values(wheels).flat(), ...compiler, ...libraries]) {
      expect(wheel.requirement).toMatch(/^[\w-]+==[\w.]+$/);
      expect(wheel.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(wheel.bytes).toBeGreaterThan(100_000);
      expect(wheel.licence).not.toBe("");
    }
  }
});
