import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { packageRoot } from "../../storage/package-root.js";
import { main } from "./main.js";
import { captureIo, runMain } from "./test-support-io.js";

const smoke = join(packageRoot(), "harness/cli/testdata/smoke.yaml");

let cache: string;
let cwd: string;
beforeAll(() => {
  cache = mkdtempSync(join(tmpdir(), "ncf-cache-"));
  process.env.NCF_BENCH_CACHE = cache;
});
afterAll(() => rmSync(cache, { recursive: true }));
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "ncf-bisect-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const env = () => ({ PATH: process.env.PATH, HOME: cwd, NCF_BENCH_CACHE: cache });
const train = ["--matrix", smoke, "--cell", "mode=train"];
const bisect = (...argv: string[]) => runMain(["bisect", ...argv], { cwd, env: env() });

/** Six versions with 1 % of noise, the last two 8 % slower. */
const versions = [100_000, 100_000, 100_000, 100_000, 92_000, 92_000].map(
  (itemsPerSecond, i) => `env:NCF_BENCH_FAKE=${JSON.stringify({ noise: 0.01, salt: 7 + i, itemsPerSecond })}`,
);

describe("ncf-bench bisect", () => {
  it("finds the version that made it slower; stopped and resumed it goes on where it was, and says the same again", async () => {
    writeFileSync(join(cwd, "versions.txt"), `# six builds\n${versions.join("  # a build\n")}\n`);
    const abort = new AbortController();
    const { io, written } = captureIo({ cwd, env: env(), signal: abort.signal });
    const listen = io.err;
    io.err = (text) => {
      listen(text);
      if (written.err.includes("probe 2:") && text.startsWith("[1/4]")) abort.abort();
    };
    const argv = ["bisect", "--variants", "versions.txt", ...train, "--end-blocks", "3", "--out", "mine"];
    expect(await main(argv, io)).toBe(130);
    expect(written.err).toContain("stopped in probe 2\nnext     ncf-bench bisect --resume mine\n");
    const { code, out, err } = await bisect("--resume", "mine");
    expect(code).toBe(1);
    expect(out).toContain(`came with ${versions[4]} (probability 0.9`);
    expect(out).toMatch(/variant 4 made it slower \(exit 1\)\n$/);
    expect(err).not.toContain("probe 1:");
    const again = await bisect("--resume", "mine", "--json");
    const said = JSON.parse(again.out);
    expect(said).toMatchObject({
      schema: "ncf-bench.bisect-result/1.0",
      status: "found",
      answer: { from: 4, to: 4 },
      exitCode: 1,
    });
    const steps = said.variants.slice(1).map((one: { probability: number }) => one.probability);
    expect(steps.reduce((sum: number, p: number) => sum + p, 0)).toBeCloseTo(1, 9);
    expect(again.err).toBe(`records  ${join(cwd, "mine")}\n`);
    // Each probe has seeds of its own, and is an experiment that ab shows.
    const probes = readdirSync(join(cwd, "mine/probes"));
    expect(probes).toHaveLength(said.probes);
    const seeds = probes.map(
      (probe) => JSON.parse(readFileSync(join(cwd, "mine/probes", probe, "ab.json"), "utf8")).seed,
    );
    expect(new Set(seeds).size).toBe(probes.length);
    expect((await runMain(["ab", "--resume", "mine/probes/000"], { cwd })).code).toBe(1);
  });

  it("--dry-run plans every variant and writes nothing", async () => {
    const { code, out } = await bisect(...versions, ...train, "--dry-run");
    expect([code, out.split("\n").filter((line) => /^\d/.test(line)).length]).toEqual([0, 7]);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it.each([
    [["as-is", "gpus=1"], /2 are given; a search needs three/],
    [["as-is", "speed=1", "gpus=1"], /variant 1: there is no setting "speed"/],
    [["a", "--variants", "none.txt"], /in one way only/],
    [["a", "--commits", "HEAD~2..HEAD"], /in one way only/],
    [["--commits", "HEAD"], /--commits: "HEAD" is no range GOOD\.\.BAD/],
    [["--commits", "HEAD..HEAD"], /1 are given; a search needs three/],
    [["--variants", "none.txt"], /cannot be read.*none\.txt|none\.txt.*cannot be read/],
    [["as-is", "gpus=1", "gpus=2", "--end-blocks", "2"], /4 pairs can decide nothing/],
    [["as-is", "gpus=1", "gpus=2", "--metric", "infer.fed.throughput"], /does not have this metric/],
    [["--resume", "nothing"], /no bisection "nothing"/],
    [["--resume", "latest", "--threshold", "0.9"], /--threshold: is fixed/],
  ])("%j exits 2 with what to do, and nothing is written", async (argv, message) => {
    const { code, out, err } = await bisect(...argv, ...(argv.includes("--resume") ? [] : train));
    expect([code, out, err]).toEqual([2, "", expect.stringMatching(message)]);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("wants one cell", async () => {
    const { code, err } = await bisect("as-is", "gpus=1", "gpus=2", "--matrix", smoke);
    expect([code, err]).toEqual([2, expect.stringMatching(/2 cells are selected.*\n.*--cell/)]);
  });
});
