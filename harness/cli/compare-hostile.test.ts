import { appendFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLine, sealLine } from "../../storage/checked-line.js";
import { buildRun, type LaunchSpec } from "../compare/testdata/runs.js";
import { writeRun } from "../compare/testdata/write-run.js";
import type { Comparison, Verdict } from "../compare/types.js";
import { runMain } from "./test-support-io.js";

const seven = [99.7, 99.8, 99.9, 100, 100.1, 100.2, 100.3];

interface Case {
  base?: readonly LaunchSpec[];
  next?: readonly LaunchSpec[];
  /** What someone, or a crash, did to the newer run's files. */
  spoil?: (records: string, manifest: string) => void;
  exit: number;
  /** Of the one cell; absent where nothing is compared at all. */
  verdict?: Verdict;
  says: RegExp;
}

const lines = (file: string) => readFileSync(file, "utf8").split("\n").slice(0, -1);
const write = (file: string, text: readonly string[]) => writeFileSync(file, text.map((line) => `${line}\n`).join(""));
/** Changes the first record and seals it again, as only a program that means to would. */
const forge = (file: string, change: (record: Record<string, unknown>) => void): void => {
  const [first, ...rest] = lines(file);
  const record = openLine(Buffer.from(first!));
  change(record);
  write(file, [sealLine(record), ...rest]);
};
const figure = (value: unknown) => (records: string) =>
  forge(records, (record) => {
    record.metrics = { "train.throughput": value };
  });
const edit = (
  file: string,
  change: (value: Record<string, unknown> & { cells: Record<string, unknown>[] }) => void,
) => {
  const value = JSON.parse(readFileSync(file, "utf8"));
  change(value);
  writeFileSync(file, JSON.stringify(value));
};
const ties = (value: number, other: number) => Array.from({ length: 1500 }, (_, i) => (i % 2 === 0 ? value : other));

const HOSTILE: Record<string, Case> = {
  "a torn last record": {
    spoil: (records) => truncateSync(records, readFileSync(records).length - 30),
    exit: 5,
    verdict: "same",
    says: /line 7 of its records could not be read/,
  },
  "lines that are no records": {
    spoil: (records) => appendFileSync(records, 'PK\u0003\u0004\n[]\n{"a":1}\n\u0000\u0000\n'),
    exit: 0,
    verdict: "same",
    says: /line 8, 9, 10, 11 of its records could not be read/,
  },
  "records of another run": {
    spoil: (records) => forge(records, (record) => Object.assign(record, { run: "other", id: "f".repeat(32) })),
    exit: 5,
    verdict: "same",
    says: /1 records do not belong to its plan/,
  },
  "records of another run of the same launches, added": {
    spoil: (records) => {
      const stranger = { ...openLine(Buffer.from(lines(records)[0]!)), run: "other", id: "f".repeat(32) };
      appendFileSync(records, `${sealLine({ ...stranger, metrics: { "train.throughput": 1 } })}\n`);
    },
    exit: 0,
    verdict: "same",
    says: /1 records do not belong to its plan/,
  },
  "a record of a newer schema": {
    spoil: (records) => forge(records, (record) => Object.assign(record, { schema: "ncf-bench.record/9.0" })),
    exit: 2,
    says: /schema ncf-bench\.record\/9\.0, this version reads/,
  },
  "a run of a newer schema": {
    spoil: (_, manifest) => edit(manifest, (value) => Object.assign(value, { schema: "ncf-bench.run/9.0" })),
    exit: 2,
    says: /schema ncf-bench\.run\/9\.0, this version reads/,
  },
  "a figure edited by hand": {
    spoil: (records) =>
      write(
        records,
        lines(records).map((line) => line.replace('throughput":99.7', 'throughput":999.7')),
      ),
    exit: 5,
    verdict: "same",
    says: /checksum does not match/,
  },
  "NaN for a time": { spoil: figure(Number.NaN), exit: 5, verdict: "same", says: /give no figure: bad-value/ },
  "an infinite one": { spoil: figure(Number.POSITIVE_INFINITY), exit: 5, verdict: "same", says: /bad-value/ },
  "zero for a time": { spoil: figure(0), exit: 5, verdict: "same", says: /bad-value/ },
  "a negative time": { spoil: figure(-5), exit: 5, verdict: "same", says: /bad-value/ },
  "text for a time": { spoil: figure("99.7"), exit: 5, verdict: "same", says: /not a record: metrics/ },
  "no figure in any launch": {
    next: seven.map(() => ({ metrics: { "train.loss": 1 } })),
    exit: 5,
    verdict: "not comparable",
    says: /no valid launch of 7 in the newer run/,
  },
  "a single launch": { base: [100], next: [50], exit: 3, verdict: "inconclusive", says: /can give no p below/ },
  "a single launch against many": { next: [50], exit: 3, verdict: "inconclusive", says: /can give no p below/ },
  "all values equal": {
    base: Array(7).fill(5),
    next: Array(7).fill(5),
    exit: 0,
    verdict: "same",
    says: /nothing is slower/,
  },
  "thousands of ties": {
    base: ties(100, 101),
    next: ties(101, 100),
    exit: 0,
    verdict: "same",
    says: /nothing is slower/,
  },
  "thousands of ties, slower": {
    base: ties(100, 101),
    next: ties(80, 81),
    exit: 1,
    verdict: "slower",
    says: /1 slower/,
  },
  "figures at the ends of what a number holds": {
    base: seven.map((_, i) => 1e308 / (1 + i)),
    next: seven.map((_, i) => 5e-324 * (1 + i)),
    exit: 1,
    verdict: "slower",
    says: /1 slower/,
  },
  "one launch twice": {
    spoil: (records) => appendFileSync(records, `${lines(records)[0]!}\n`),
    exit: 0,
    verdict: "same",
    says: /the record of line 1 again/,
  },
  "one cell twice": {
    spoil: (_, manifest) => edit(manifest, (value) => value.cells.push(value.cells[0]!)),
    exit: 2,
    says: /the cell .* twice/,
  },
  "one key twice in a record": {
    spoil: (records) =>
      write(
        records,
        lines(records).map((line) => line.replace("{", '{"seed":1,')),
      ),
    exit: 5,
    verdict: "not comparable",
    says: /twice/,
  },
  "one key twice in the plan": {
    spoil: (_, manifest) => writeFileSync(manifest, readFileSync(manifest, "utf8").replace("{", '{"seed": 1,')),
    exit: 2,
    says: /twice/,
  },
  "a billion launches planned": {
    spoil: (_, manifest) => edit(manifest, (value) => Object.assign(value.cells[0]!, { launches: 1e9 })),
    exit: 2,
    says: /launches/,
  },
  "a suite, and so units, that nobody knows": {
    spoil: (_, manifest) =>
      edit(manifest, (value) => {
        value.cells = [{ ...value.cells[0]!, key: "x", cell: { ...(value.cells[0]!.cell as object), suite: "x" } }];
      }),
    exit: 2,
    says: /suite/,
  },
  "no records": { spoil: (records) => rmSync(records), exit: 5, verdict: "not comparable", says: /never recorded/ },
  "a folder for records": {
    spoil: (records) => {
      rmSync(records);
      mkdirSync(records);
    },
    exit: 2,
    says: /records\.jsonl/,
  },
  "a plan cut short": { spoil: (_, manifest) => truncateSync(manifest, 100), exit: 2, says: /run\.json/ },
};

describe("compare given", () => {
  let cwd: string;
  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), "ncf-hostile-"));
  });
  afterEach(() => rm(cwd, { recursive: true }));

  it.each(Object.entries(HOSTILE))("%s", async (_, { base = seven, next = seven, spoil, exit, verdict, says }) => {
    await writeRun(cwd, buildRun({ run: "run-a", cells: [{ launches: base }] }));
    const dir = await writeRun(cwd, buildRun({ run: "run-b", cells: [{ launches: next }] }));
    spoil?.(join(dir, "records.jsonl"), join(dir, "run.json"));
    const { code, out, err } = await runMain(["compare", "run-a", "run-b"], { cwd });
    expect([code, out + err]).toEqual([exit, expect.stringMatching(says)]);
    expect(out + err).not.toMatch(/undefined|NaN %|\n +at /);
    const json = await runMain(["compare", "run-a", "run-b", "--json"], { cwd });
    expect(json.code).toBe(exit);
    if (verdict === undefined) expect([json.out, out]).toEqual(["", ""]);
    else expect((JSON.parse(json.out) as Comparison).cells.map((cell) => cell.verdict)).toEqual([verdict]);
  });
});
