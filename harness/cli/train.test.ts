import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { main } from "./main.js";
import { captureIo, runMain } from "./test-support-io.js";

const dir = mkdtempSync(join(tmpdir(), "train-"));
afterAll(() => rmSync(dir, { recursive: true }));
const FAKE = "--dataset synthetic:users=60,items=80,ratings=2000,seed=1 --engine fake -b 4096";
const TINY = "--dataset synthetic:users=60,items=80,ratings=2000,seed=1 --engine oracle -b 1024 -f 4 --layers 8 4";
const run = (line: string) => runMain(line.split(" "), { cwd: dir });
const script = (values: Record<string, number>) => vi.stubEnv("NCF_BENCH_FAKE", JSON.stringify(values));

beforeEach(() => {
  vi.stubEnv("NCF_BENCH_CACHE", join(dir, "cache"));
  // The log of a failed launch stays, for people to read.
  vi.stubEnv("TMPDIR", dir);
});
afterEach(() => vi.unstubAllEnvs());

describe("train", () => {
  it("prints the reference's lines and final block on stdout, news on stderr", async () => {
    script({ itemsPerSecond: 1000, hr: 0.6 });
    const { code, out, err } = await run(`train ${FAKE} -e 3 --eval-after 0 --verbose`);
    const fields = /\d\d, Train Time: \d+\.\d{4}, Eval Time: \d+\.\d{4}, HR: 0\.6000, NDCG: \d\.\d{4}$/.source;
    const [first, best, second, ...block] = out.split("\n");
    expect(first).toMatch(new RegExp(`^Epoch: ${fields}`));
    expect(best).toBe(`New Best ${first}`);
    expect(second).toMatch(new RegExp(`^Epoch: ${fields}`));
    expect(block[0]).toMatch(/^Minimum Train Time per Epoch: \d+\.\d{4}$/);
    expect(block.slice(0, 11).map((line) => line.slice(0, 30).trim())).toEqual([
      "Minimum Train Time per Epoch:",
      "Average Train Time per Epoch:",
      "Average Train Throughput:",
      "Minimum Eval Time per Epoch:",
      "Average Eval Time per Epoch:",
      "Average Eval Throughput:",
      "First Epoch to hit:",
      "Time to Train:",
      "Time to Best:",
      "Best HR:",
      "Best Epoch:",
    ]);
    expect(out).toContain("(synthetic ratings)\n");
    expect(out).toContain("Dropout mode:                 active\n");
    expect(err).toContain("epoch 0: ");
    expect(code).toBe(0);
  });

  it("prints improvements only without --verbose, and no number that was not measured", async () => {
    const { code, out, err } = await run(`train ${FAKE} -e 2`);
    expect(out).not.toMatch(/^(New Best )?Epoch:/m);
    expect(out).toContain("Best HR:                      not measured\n");
    expect(out).toContain("Average Eval Throughput:      not measured\n");
    expect(err).toMatch(/warning: no epoch was evaluated/);
    expect(code).toBe(0);
  });

  it("prints one JSON document with --json, everything else on stderr", async () => {
    const { code, out, err } = await run(`train ${FAKE} -e 2 --eval-after -1 --json`);
    const document = JSON.parse(out);
    expect(document).toMatchObject({
      schema: "ncf-bench.train/1.0",
      exit: { code: 0 },
      options: { epochs: 2 },
      seeds: null,
    });
    expect(document.launches).toHaveLength(1);
    expect(document.launches[0].epochs).toHaveLength(2);
    expect(document.launches[0].summary.averageTrainThroughput).toBe(document.launches[0].metrics["train.throughput"]);
    expect(err).toContain("New Best Epoch: 00, ");
    expect(code).toBe(0);
  });

  it("runs one launch a seed and shows maximum hit rate and mean throughput with all values", async () => {
    script({ noise: 0.1 });
    const { code, out } = await run(`train ${FAKE} -e 2 --eval-after 0 --seeds 1..3 --json`);
    const { launches, seeds } = JSON.parse(out);
    expect(launches.map((launch: { seed: number }) => launch.seed)).toEqual([1, 2, 3]);
    const throughput = seeds.find(({ metric }: { metric: string }) => metric === "Average Train Throughput");
    const values = launches.map((launch: { metrics: Record<string, number> }) => launch.metrics["train.throughput"]);
    expect(new Set(values).size).toBe(3);
    expect(throughput).toMatchObject({ headline: "mean", values, min: Math.min(...values), max: Math.max(...values) });
    expect(throughput.mean).toBeCloseTo((values[0] + values[1] + values[2]) / 3, 6);
    expect(code).toBe(0);
  });

  it.each([
    ["is above the default target by nothing asked for", "", 0],
    ["misses a target that was given", "--target 0.7", 1],
    ["reaches a target that was given", "--target 0.5", 0],
    ["misses the default target and was to stop there", "--stop-at-target", 1],
    ["misses a target it was never evaluated for", "--target 0.5 --eval-after 8", 1],
  ])("a hit rate that %s exits accordingly", async (_, flags, code) => {
    script({ hr: 0.6 });
    const result = await run(`train ${FAKE} -e 2 --eval-after 0 ${flags}`.trim());
    expect(result.code).toBe(code);
    if (code === 1) expect(result.err).toMatch(/seed 0: .*target/);
  });

  it("stops at the target only when asked to", async () => {
    script({ hr: 0.6 });
    const { out } = await run(`train ${FAKE} -e 5 --eval-after 0 --target 0.5 --stop-at-target --json`);
    expect(JSON.parse(out).launches[0].epochs).toHaveLength(2);
  });

  it("says why a precision is not there and exits 5, measuring nothing", async () => {
    const { code, out, err } = await run(`train ${FAKE} --fp16 --json`);
    expect(code).toBe(5);
    expect(err).toMatch(/^unsupported: .*not to know fp16/);
    expect(JSON.parse(out)).toMatchObject({ launches: [{ status: "unsupported", metrics: {} }], exit: { code: 5 } });
  });

  it("keeps the epochs of a launch that crashes, and exits 5", async () => {
    vi.stubEnv("NCF_BENCH_FAULT", "crash@epoch=2");
    const { code, out, err } = await run(`train ${FAKE} -e 4 --eval-after 0`);
    expect(code).toBe(5);
    expect(out).toMatch(/^Average Train Throughput: +\d+\.\d{4}$/m);
    expect(out).toMatch(/^Best Epoch: +1$/m);
    expect(out).toMatch(/^Time to Best: +not measured$/m);
    expect(err).toMatch(/failed \(crash\): seed 0: /);
  });

  it("prints what was measured when it is stopped, and exits 130", async () => {
    script({ realMilliseconds: 150 });
    const { io, written, abort } = captureIo({ cwd: dir });
    const show = io.err;
    io.err = (text) => {
      show(text);
      if (text.includes("epoch 2:")) abort.abort("SIGINT");
    };
    const log = join(dir, "stopped.json");
    const code = await main(`train ${FAKE} -e 1000 --eval-after 0 --log-path ${log}`.split(" "), io);
    expect(code).toBe(130);
    expect(written.out).toMatch(/^Average Train Throughput: +\d/m);
    expect(written.err).toMatch(/stopped: seed 0/);
    const lines = readFileSync(log, "utf8").trimEnd().split("\n");
    const steps = lines.map((line) => JSON.stringify(JSON.parse(line.slice("DLLL ".length)).step));
    expect(steps.slice(0, 2)).toEqual(['"PARAMETER"', "[1]"]);
    expect(steps.at(-1)).toBe("[]");
  });

  it("refuses what it cannot do before measuring", async () => {
    for (const [line, message] of [
      ["train", /no data set was named.*--dataset synthetic:ml-100k/s],
      ["train --data /nonexistent --engine fake", /\/nonexistent/],
      [`train ${FAKE} --layers 3 2`, /layers|model/],
      [`train ${FAKE} --log-path /nonexistent/x`, /--log-path \/nonexistent\/x: cannot be written/],
      [`train ${FAKE} --seeds 5..1`, /--seeds 5..1/],
      [`train ${FAKE} --epocs 3`, /unknown option '--epocs'/],
      [`train ${FAKE} --topk 500`, /./],
    ] as const) {
      const { code, out, err } = await run(line);
      expect([line, out]).toEqual([line, ""]);
      expect(err).toMatch(message);
      expect(code).toBe(line.includes("topk") ? 5 : 2);
    }
  });
});

describe("checkpoints from the command line", () => {
  it("resumes after the last epoch, evaluates the best one, and keeps seeds apart", async () => {
    const to = join(dir, "checkpoints");
    const whole = await run(`train ${TINY} -e 3 --eval-after -1 --json`);
    const half = await run(`train ${TINY} -e 2 --eval-after -1 -t 0.01 --checkpoint-dir ${to} --checkpoint-every`);
    expect([whole.code, half.code]).toEqual([0, 0]);
    const rest = await run(`train ${TINY} -e 3 --eval-after -1 --checkpoint-dir ${to} --resume --json`);
    const [resumed] = JSON.parse(rest.out).launches;
    expect(resumed.epochs.map(({ epoch }: { epoch: number }) => epoch)).toEqual([2]);
    expect(resumed.epochs[0].loss).toBe(JSON.parse(whole.out).launches[0].epochs[2].loss);

    const tested = await run(`test ${TINY} --checkpoint-dir ${to}`);
    expect(tested.code).toBe(0);
    expect(tested.out).toMatch(/^Eval Time: \d\.\d{4}, HR: \d\.\d{4}, NDCG: \d\.\d{4}\nEval Throughput: +\d+\.\d{4}\n/);
    expect(tested.err).not.toMatch(/random weights/);

    await run(`train ${TINY} -e 1 --seeds 1,2 --checkpoint-dir ${to} --checkpoint-every`);
    for (const seed of [1, 2]) expect(existsSync(join(to, `seed-${seed}`, "last.safetensors"))).toBe(true);
  });

  it("warns where a test evaluates random weights", async () => {
    const { code, err } = await run(`test ${FAKE}`);
    expect(err).toMatch(/random weights/);
    expect(code).toBe(0);
  });
});

describe("infer", () => {
  const INFER = `infer ${FAKE.replace(" -b 4096", "")}`;

  it("shows percentiles and throughput of both variants by batch size", async () => {
    script({ secondsPerBatch: 0.002 });
    const { code, out } = await run(`${INFER} --batch_sizes 1,64 --num_batches 20 --warmup 4`);
    const rows = out.trimEnd().split("\n");
    expect(rows[0]).toMatch(/^batch +variant +mean +p50 +p90 +p95 +p99 +items\/s$/);
    expect(rows.slice(2).map((row) => row.split(/ {2,}/).slice(-8, -5))).toHaveLength(4);
    expect(rows[5]).toMatch(/^ +64 +fed +2\.00 ms .* 32\.0 k$/);
    expect(code).toBe(0);
  });

  it("keeps every kept latency in its JSON, and the reference's keys in its log", async () => {
    const log = join(dir, "infer.json");
    const { code, out } = await run(`${INFER} --batch-sizes 4 --num-batches 20 --warmup 4 --json --log-path ${log}`);
    const { rows, launches } = JSON.parse(out);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ batch: 4, iterations: 16 });
    expect(launches[0].inference[0].latencies).toHaveLength(16);
    const last = JSON.parse(readFileSync(log, "utf8").trimEnd().split("\n").at(-1)!.slice("DLLL ".length));
    expect(last.data.batch_4_mean_throughput).toBeCloseTo(
      rows.find((row: { variant: string }) => row.variant === "fed").throughput,
    );
    expect(code).toBe(0);
  });

  it("refuses a batch of nothing and warm-up without iterations", async () => {
    expect((await run(`${INFER} --batch-sizes 0`)).code).toBe(2);
    expect((await run(`${INFER} --num-batches 5 --warmup 5`)).code).toBe(2);
    expect((await run(`${INFER} --fp16 --batch-sizes 1`)).code).toBe(5);
  });
});
