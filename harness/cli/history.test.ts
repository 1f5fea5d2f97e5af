import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLine, sealLine } from "../../storage/checked-line.js";
import { matchGolden } from "../../test/golden.js";
import { failed, MACHINE } from "../compare/testdata/runs.js";
import { launches, type Night, nightId, withKernel, writeNight } from "../history/testdata/nights.js";
import type { History } from "../history/types.js";
import { sentinel } from "../record/testdata/sentinels.js";
import { median, standardDeviation } from "../stats/quantile.js";
import { runMain } from "./test-support-io.js";

const golden = (name: string) => fileURLToPath(new URL(`testdata/history/${name}`, import.meta.url));

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "ncf-history-"));
});
afterEach(() => rm(cwd, { recursive: true }));

/** The catalog as a later version would have written it. */
function sealedNewer(bytes: Buffer): string {
  return `${sealLine({ ...openLine(bytes.subarray(0, -1)), schema: "ncf-bench.history-index/999" })}\n`;
}

const ncf = (...argv: string[]) => runMain(["history", ...argv], { cwd });

async function asked(...argv: string[]): Promise<History> {
  const { code, out, err } = await ncf("--json", ...argv);
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(out) as History;
}

async function writeNights(count: number, of: (night: number) => Night): Promise<void> {
  for (let night = 0; night < count; night++) await writeNight(cwd, night, of(night));
}

/** Twenty nights; in the thirteenth the kernel changes and the first cell, not the second, loses a tenth. Two have no figure. */
const planted = (night: number): Night => ({
  machine: withKernel(night < 12 ? "6.1.0" : "6.2.0"),
  cells: [
    { launches: night === 5 || night === 17 ? [failed("timeout")] : launches(night < 12 ? 20_000 : 18_000, night) },
    { cell: { batch: 2048 }, launches: launches(30_000, night, 1) },
    { cell: { batch: 4096 }, launches: [failed("oom")] },
  ],
});

describe("ncf-bench history", () => {
  it("finds a planted change, names the first run after it and what changed there, and tells gaps and noise", async () => {
    await writeNights(20, planted);
    const { code, out, err } = await ncf();
    matchGolden(golden("planted.stdout"), out);
    expect([code, err]).toEqual([0, ""]);
    const { series } = await asked();
    expect(series.map(({ changes }) => changes.length)).toEqual([1, 0]);
    const [change] = series[0]!.changes;
    expect(change).toMatchObject({
      run: nightId(12),
      before: nightId(11),
      verdict: "slower",
      runsBefore: 11,
      runsAfter: 7,
    });
    expect(change!.changes).toEqual([{ class: "soft", field: "kernel", base: "6.1.0", next: "6.2.0" }]);
    expect(Math.abs(change!.ratio - 0.9)).toBeLessThan(0.01);
    expect(series[0]!.gaps.map(({ run }) => run)).toEqual([nightId(5), nightId(17)]);
    const [first] = series[0]!.points;
    const figures = launches(20_000, 0);
    expect([first!.median, first!.valid, first!.planned]).toEqual([median(figures), 5, 5]);
    expect(first!.spread).toBeCloseTo(standardDeviation(figures.map(Math.log)), 12);
  });

  it("does not call a change within the margin, and calls it where the margin is less", async () => {
    await writeNights(24, (night) => ({ cells: [{ launches: launches(night < 12 ? 20_000 : 19_700, night) }] }));
    expect((await asked()).series[0]!.changes).toEqual([]);
    expect((await asked("--margin", "0.002")).series[0]!.changes).toMatchObject([{ verdict: "slower" }]);
  });

  it("--since a date or a run and --cell show a part, found on all of the series", async () => {
    await writeNights(20, planted);
    for (const since of ["2026-01-12", nightId(11)]) {
      const { series } = await asked("--since", since, "--cell", "batch=1024");
      expect(
        series.map(({ points, changes }) => [points.length, changes.map(({ run, index }) => [run, index])]),
      ).toEqual([[8, [[nightId(12), 1]]]]);
    }
    const late = await asked("--since", nightId(14));
    expect(late.series.flatMap(({ changes }) => changes)).toEqual([]);
    const [first] = late.series;
    expect((await asked("--cell", first!.key)).series.map(({ key }) => key)).toEqual([first!.key]);
  });

  it("another machine, protocol or backend is another series, never a change", async () => {
    const cells = (night: number, more = {}) => [{ launches: launches(night < 10 ? 20_000 : 10_000, night), ...more }];
    const machine = { fingerprint: "m-2", identity: { ...MACHINE.identity, memoryGiB: 64 } };
    for (const [name, other] of Object.entries({
      machine: (night: number): Night => ({ cells: cells(night), machine }),
      protocol: (night: number): Night => ({ cells: cells(night, { protocol: { negatives: 99, dataset: "d1" } }) }),
      backend: (night: number): Night => ({ cells: cells(night, { backend: "other" }) }),
    })) {
      await writeNights(20, (night) => (night < 10 ? { cells: cells(night) } : other(night)));
      const { series } = await asked();
      expect([name, series.map(({ points, changes }) => [points.length, changes.length])]).toEqual([
        name,
        [
          [10, 0],
          [10, 0],
        ],
      ]);
      expect(series[1]!.brokenFrom === null).toBe(name === "machine");
      await rm(join(cwd, ".ncf-bench"), { recursive: true });
    }
  });

  it("shades nights whose sentinel moved and does not judge them; a machine that stays slower is named as one", async () => {
    const key = "ncf/train/fake/gpus=0/fp32/xla=off/batch=1024/synthetic:ml-100k";
    const slow = (night: number) => (night === 4 || night === 5 || night === 6 ? 0.7 : night >= 20 ? 0.8 : 1);
    await writeNights(40, (night) => ({
      cells: [{ launches: launches(20_000 * slow(night), night) }],
      sentinels: [sentinel({ seconds: 0.01 / (slow(night) - (night >= 20 ? 0.02 : 0)), standsFor: [key] })],
    }));
    const { series } = await asked();
    const shaded = series[0]!.points.flatMap(({ run, weather }) => (weather === null ? [] : [run]));
    expect(shaded).toEqual([nightId(4), nightId(5), nightId(6)]);
    expect(series[0]!.changes).toMatchObject([{ run: nightId(20), machineMoved: true }]);
    expect((await ncf()).out).toMatch(/the machine changed/);
  });

  it("reads folders and runs from anywhere, a copied run once", async () => {
    await writeNights(3, planted);
    const runs = join(cwd, ".ncf-bench/runs");
    await cp(join(runs, nightId(0)), join(cwd, "elsewhere"), { recursive: true });
    expect((await asked("elsewhere")).runs).toBe(1);
    const { code, out, err } = await ncf("--json", ".ncf-bench/runs", "elsewhere", nightId(1));
    expect([code, (JSON.parse(out) as History).runs]).toEqual([0, 3]);
    expect(err).toContain("counted once");
  });

  it.each([
    [["--since", "yesterday"], /neither a date nor one of these runs/],
    [["--cell", "batch=7"], /no cell has batch=7/],
    [["--metric", "speed"], /no metric is called speed/],
    [["--margin", "2"], /--margin/],
    [["nowhere"], /there is no run "nowhere"/],
    [["."], /no stored runs/],
  ])("%j exits 2 with what to do", async (argv, message) => {
    await writeNights(1, planted);
    const { code, out, err } = await ncf(...argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
    expect(err).toContain("→");
  });

  it("a run that cannot be read is told each time, the others count", async () => {
    await writeNights(3, planted);
    await writeFile(join(cwd, ".ncf-bench/runs", nightId(1), "run.json"), "{");
    for (let time = 0; time < 2; time++) {
      const { code, out, err } = await ncf("--json");
      expect([code, (JSON.parse(out) as History).runs]).toEqual([0, 2]);
      expect(err).toContain(`${nightId(1)}: is not what was written`);
    }
  });
});

describe("the index of stored runs", () => {
  const index = () => join(cwd, ".ncf-bench/runs/.history");

  it("gives the same answer made anew, grown run by run, and after it was deleted", async () => {
    for (let night = 0; night < 12; night++) {
      await writeNight(cwd, night, planted(night));
      await asked();
    }
    const grown = await asked();
    const segments = JSON.parse(await readFile(join(index(), "catalog.json"), "utf8")).segments.length;
    expect(segments).toBeLessThan(12);
    await rm(index(), { recursive: true });
    expect(await asked()).toEqual(grown);
    expect(grown.runs).toBe(12);
  });

  it("notices runs that were changed and removed", async () => {
    await writeNights(6, planted);
    const before = await asked();
    await writeNight(cwd, 2, { cells: [{ launches: [5, 5, 5, 5, 5] }] });
    await rm(join(cwd, ".ncf-bench/runs", nightId(4)), { recursive: true });
    const after = await asked();
    expect([before.runs, after.runs]).toEqual([6, 5]);
    expect(after.series[0]!.points.find(({ run }) => run === nightId(2))!.median).toBe(5);
  });

  it.each([
    ["a catalog that is no JSON", "catalog.json", "{"],
    ["a flipped figure in a table", ".cells.parquet", null],
    ["a newer version", "catalog.json", "newer"],
    ["a missing table", ".runs.parquet", "remove"],
  ])("%s: made again with a warning, once, with the same answer", async (_name, suffix, damage) => {
    await writeNights(4, planted);
    const before = await asked();
    const path = join(index(), (await readdir(index())).find((name) => name.endsWith(suffix))!);
    const bytes = await readFile(path);
    if (damage === null) bytes[bytes.length >> 1]! ^= 1;
    if (damage === "remove") await rm(path);
    else if (damage === "newer") await writeFile(path, sealedNewer(bytes));
    else await writeFile(path, damage ?? bytes);
    const { code, out, err } = await ncf("--json");
    expect([code, JSON.parse(out).series]).toEqual([0, before.series]);
    expect(err).toContain("made again");
    expect(await asked()).toEqual(before);
  });

  it("several processes' work at once: each answers right, and the index is whole afterwards", async () => {
    await writeNights(8, planted);
    const answers = await Promise.all(Array.from({ length: 4 }, () => asked()));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await asked()).toEqual(answers[0]);
  });
});
