import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { main } from "./main.js";
import { captureIo, runMain } from "./test-support-io.js";

// What `test` and `infer` do with weights that `train` really trained (the oracle engine), and when they fail or are stopped.

const dir = mkdtempSync(join(tmpdir(), "trained-"));
const TINY = "--dataset synthetic:users=60,items=80,ratings=2000,seed=1 --engine oracle -f 4 --layers 8 4";
const BEST = "--load-checkpoint-path checkpoints/best.safetensors";
const INFER = `infer ${TINY} --num-batches 6 --warmup 1`;
const run = (line: string) => runMain(line.split(" "), { cwd: dir });

interface Epoch {
  hr: number;
  ndcg: number;
}
let best: Epoch;

beforeEach(() => {
  vi.stubEnv("NCF_BENCH_CACHE", join(dir, "cache"));
  // The log of a failed launch stays, for people to read.
  vi.stubEnv("TMPDIR", dir);
});
afterEach(() => vi.unstubAllEnvs());
beforeAll(async () => {
  vi.stubEnv("NCF_BENCH_CACHE", join(dir, "cache"));
  const { out } = await run(`train ${TINY} -b 1024 -e 3 --eval-after -1 -t 0.01 --checkpoint-dir checkpoints --json`);
  best = JSON.parse(out).launches[0].quality;
});
afterAll(() => rmSync(dir, { recursive: true }));

describe("test", () => {
  it.each([BEST, "--checkpoint-dir checkpoints"])(
    "with %s gives the quality that training told, as JSON",
    async (from) => {
      const { code, out } = await run(`test ${TINY} -b 1024 ${from} --json`);
      const { schema, command, launches } = JSON.parse(out);
      expect([code, schema, command]).toEqual([0, "ncf-bench.test/1.0", "test"]);
      expect(launches[0]).toMatchObject({
        status: "ok",
        epochs: [],
        metrics: { "quality.hr": best.hr, "quality.ndcg": best.ndcg },
        protocol: { task: "test", warmStart: true },
      });
    },
  );

  it("exits 1 where the checkpoint misses the target that was set, 0 where it reaches it", async () => {
    expect((await run(`test ${TINY} ${BEST} -t 0.999`)).code).toBe(1);
    expect((await run(`test ${TINY} ${BEST} -t 0.01`)).code).toBe(0);
  });

  it.each([
    ["none", "--checkpoint-dir none", /none\/best\.safetensors: there is no such file/],
    ["one of another shape", `${BEST} -f 8`, /the checkpoint is of 4:8-4 for .*, the model is 8:8-4 for/],
    ["one of another data set", `${BEST} --dataset synthetic:users=61,items=80,ratings=2000,seed=1`, /for 61 users/],
  ])("says where the checkpoint is %s, and exits 5", async (_name, flags, message) => {
    const { code, err } = await run(`test ${TINY} ${flags}`);
    expect([code, err]).toEqual([5, expect.stringMatching(message)]);
  });
});

describe("infer", () => {
  it("measures trained weights, each batch size in a process of its own", async () => {
    const { code, out, err } = await run(`${INFER} ${BEST} --batch-sizes 1 16 1 --json`);
    const { launches, rows } = JSON.parse(out);
    expect(code).toBe(0);
    expect(rows.map(({ batch, variant }: { batch: number; variant: string }) => `${batch} ${variant}`)).toEqual([
      "1 resident",
      "1 fed",
      "16 resident",
      "16 fed",
    ]);
    for (const launch of launches) expect(launch.protocol).toMatchObject({ task: "infer", warmStart: true });
    expect(launches.map(({ protocol }: { protocol: object }) => Object.keys(protocol).includes("epochs"))).toEqual([
      false,
      false,
    ]);
    expect(err).toMatch(/^batch 1 …\n/);
  });

  it("warns once, not once a batch size", async () => {
    vi.stubEnv("NCF_BENCH_FAULT", "slow=2");
    const { code, err } = await run(`${INFER} --batch-sizes 1 4 16`);
    expect([code, err.match(/the figures are not real/g)!.length]).toEqual([0, 1]);
  });

  it("tells each batch size that failed and exits 5", async () => {
    const { code, out, err } = await run(`${INFER} --batch-sizes 1 16 --load-checkpoint-path none.safetensors`);
    expect([code, out]).toEqual([5, ""]);
    expect(err.match(/^failed \(error\): batch (1|16): .*no such file$/gm)).toHaveLength(2);
    expect(err).toMatch(/^0 of 2 launches measured: /m);
  });

  it("prints what was measured when it is stopped at the second batch size, and exits 130", async () => {
    const { io, written, abort } = captureIo({ cwd: dir });
    const show = io.err;
    io.err = (text) => {
      show(text);
      if (text.includes("batch 16 …")) abort.abort("SIGINT");
    };
    const code = await main(`${INFER} --batch-sizes 1 16 64 --log-path stopped.json`.split(" "), io);
    expect([code, written.err]).toEqual([130, expect.stringMatching(/stopped: batch 16: .*\nstopped by SIGINT\n$/)]);
    expect(written.err).not.toContain("batch 64");
    expect(written.out.match(/^ +\d+ +(resident|fed) /gm)).toHaveLength(2);
    const last = readFileSync(join(dir, "stopped.json"), "utf8").trimEnd().split("\n").at(-1)!;
    expect(Object.keys(JSON.parse(last.slice("DLLL ".length)).data).every((key) => key.startsWith("batch_1_"))).toBe(
      true,
    );
  });
});
