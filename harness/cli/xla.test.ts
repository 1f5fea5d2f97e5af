import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cachePath } from "../../storage/cache-dir.js";
import { findPlugin } from "../../xla/plugins/find.js";
import type { LaunchRecord } from "../record/schema.js";
import { listRuns, resolveRun } from "../run/run-dir.js";
import { runMain } from "./test-support-io.js";

const SMALL = "synthetic:users=60,items=80,ratings=2500,seed=1";
const plugin = findPlugin("cpu", { cacheRoot: cachePath(), env: process.env });

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "ncf-xla-"));
  Object.assign(process.env, { NCF_BENCH_CACHE: cwd, NCF_BENCH_PJRT_PLUGIN: plugin?.path });
});
afterAll(() => rmSync(cwd, { recursive: true }));

const run = (...argv: string[]) =>
  runMain(argv, {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, NCF_BENCH_CACHE: cwd, NCF_BENCH_PJRT_PLUGIN: plugin?.path },
  });

describe.skipIf(plugin === null)("the xla engine in a worker (needs `ncf-bench setup cpu`)", () => {
  it("runs cells of eight GPUs on virtual devices and says so wherever a figure stands", async () => {
    const { code, out } = await run("run", "--matrix", "dgx1", "--emulate", "--dataset", SMALL, "--cell", "gpus=8");
    expect(code).toBe(0);
    expect(out).toMatch(/ncf\/train\/xla\.emulated\/gpus=8\/fp16\/xla=on\/batch=5243\S* +1\/1 /);
    expect(out).toMatch(/The GPUs are emulated/);
    const { dir, records } = await resolveRun((await listRuns(cwd))[0]!.id, cwd);
    expect(records).toHaveLength(6);
    for (const record of records) {
      expect(record).toMatchObject({ status: "ok", cell: { backend: "emulated", gpus: 8 } });
      expect(record.engine).toMatchObject({ backend: "emulated", device: "8 virtual CPU devices (emulated)" });
      expect(codes(record)).toContain("xla.emulated");
      const { optimizedPrograms, programSettings, pluginSha256 } = record.engine!.details;
      expect(optimizedPrograms).toMatch(/^ncf_\w+:[0-9a-f]{12}( ncf_\w+:[0-9a-f]{12})*$/);
      expect(programSettings).toMatch(/^ncf_\w+:[0-9a-f]{12}( ncf_\w+:[0-9a-f]{12})*$/);
      expect(pluginSha256).toMatch(/^[0-9a-f]{64}$/);
    }
    // Training ends with a look at the weights of all devices.
    for (const { engine } of records.filter(({ cell }) => cell.mode === "train")) {
      expect(engine!.observed!.weightsSha256OnAllDevices).toMatch(/^[0-9a-f]{64}$/);
    }
    const page = readFileSync(join(dir, "report.html"), "utf8");
    expect(page.match(/emulated devices/g)!.length).toBeGreaterThanOrEqual(6);

    const checked = await run("check", "latest", "--json");
    const { counts } = JSON.parse(checked.out);
    expect([checked.code, counts.applied]).toEqual([5, 0]);
    expect(counts.reasons.emulated).toBeGreaterThan(0);
  }, 120_000);

  it("keeps what does not fit into memory as a failed record that says so", async () => {
    const argv = [
      "train",
      "--dataset",
      SMALL,
      "--engine",
      "xla",
      "--gpus",
      "0",
      "-e",
      "1",
      "-b",
      "536870912",
      "--json",
    ];
    const { code, out } = await run(...argv);
    expect(code).toBe(5);
    expect(JSON.parse(out).launches).toMatchObject([
      { status: "failed", failure: { kind: "oom", hint: expect.stringMatching(/a batch smaller than 536870912/) } },
    ]);
  }, 60_000);

  it.each(["engine", "backend"])("refuses --%s beside --emulate, which decides it", async (axis) => {
    const { code, err } = await run("run", "--matrix", "dgx1", "--emulate", `--${axis}`, "cpu");
    expect(code).toBe(2);
    expect(err).toMatch(new RegExp(`contradicts --${axis}`));
  });
});

const codes = ({ warnings }: LaunchRecord) => warnings.map(({ code }) => code);
