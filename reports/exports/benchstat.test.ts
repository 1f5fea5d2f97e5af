import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { compareRuns } from "../../harness/compare/compare.js";
import { buildRun, metricsOf } from "../../harness/compare/testdata/runs.js";
import { gaussian, uniform } from "../../harness/stats/random.js";
import { enumeratedP } from "../../harness/stats/testdata/enumerate.js";
import { packageRoot } from "../../storage/package-root.js";
import { matchGolden } from "../../test/golden.js";
import { renderGobench } from "./gobench.js";
import { exportInput } from "./input.js";

// The second implementation of our p-values and medians: benchstat, the reader of the Go benchmark format. What it printed
// is stored; `NCF_BENCH_GOLDEN=update npx vitest run reports/exports/benchstat.test.ts`, with Go or benchstat found, prints
// it anew, and without the variable holds the stored one to it.
const VERSION = "v0.0.0-20260908200009-22c9c6c9d4da";
const STORED = join(packageRoot(), "reports/exports/testdata/benchstat.csv");

/** Above this size benchstat approximates p where there are ties; ours stays exact up to 50. */
const BENCHSTAT_TIES_EXACT = 25;

interface Generated {
  kind: string;
  base: number[];
  next: number[];
}

/** Seeded samples of 1,000 items/s or so, to six digits, so that the last bit of a logarithm cannot change them. */
function generated(): Generated[] {
  const next = uniform(20261125);
  const normal = gaussian(next);
  const draw: Record<string, () => number> = {
    normal: () => 1000 + 20 * normal(),
    lognormal: () => 1000 * Math.exp(0.1 * normal()),
    "heavy ties": () => 1000 + Math.round(1.2 * normal()),
    "few ties": () => 1000 + Math.round(15 * normal()),
    bimodal: () => (next() < 0.3 ? 900 : 1000) + 5 * normal(),
  };
  const sizes = [
    [1, 1],
    [1, 4],
    [2, 2],
    [2, 3],
    [3, 3],
    [4, 4],
    [5, 5],
    [5, 9],
    [7, 7],
    [12, 10],
    [20, 20],
    [25, 25],
    [26, 30],
    [50, 50],
    [51, 60],
  ] as const;
  const shifts = [0, 0.01, 0.03];
  const samples = Object.entries(draw).flatMap(([kind, value], k) =>
    sizes.map(([n1, n2], s): Generated => {
      const shift = 1 + shifts[(k + s) % shifts.length]!;
      const sample = (n: number, by: number) => Array.from({ length: n }, () => Number((by * value()).toPrecision(6)));
      return { kind, base: sample(n1, 1), next: sample(n2, kind.includes("ties") ? 1 : shift) };
    }),
  );
  return [...samples, { kind: "all equal", base: Array(6).fill(1000), next: Array(6).fill(1000) }];
}

const comparisons = generated();
const runOf = (run: string, side: "base" | "next") =>
  buildRun({ run, cells: comparisons.map((one, i) => ({ cell: { batch: i + 1 }, launches: one[side] })) });
const [base, next] = [runOf("run-a", "base"), runOf("run-b", "next")];
const files = [base, next].map((run) => renderGobench(exportInput(run, metricsOf)));

/** What benchstat says of the cell of each batch size. */
function readBenchstat(csv: string): { base: number; next: number; p: number; n: string }[] {
  const rows = parse(csv, { relax_column_count: true }) as string[][];
  const cells = rows.filter(([name]) => name?.startsWith("NCF/"));
  return cells.map(([, first, , second, , , p]) => {
    const [, value, n] = /^p=(\S+) n=(\S+)$/.exec(p!)!;
    return { base: Number(first), next: Number(second), p: Number(value), n: n! };
  });
}

describe("benchstat on exported files", () => {
  const said = readBenchstat(readFileSync(STORED, "utf8"));
  const ours = compareRuns(base, next, { metricsOf }).cells;
  const all = comparisons.map((one, i) => ({ ...one, theirs: said[i]!, ours: ours[i]!.gated }));
  const hasTies = ({ base, next }: Generated) => new Set([...base, ...next]).size < base.length + next.length;
  const larger = ({ base, next }: Generated) => Math.max(base.length, next.length);
  const tied = all.filter((one) => hasTies(one) && larger(one) <= 50);
  const approximated = tied.filter((one) => larger(one) > BENCHSTAT_TIES_EXACT);
  const mirrored = tied.filter((one) => !approximated.includes(one) && one.base.length !== one.next.length);

  it("reads every launch of every cell", () => {
    expect(all.length).toBeGreaterThanOrEqual(50);
    expect(said.length).toBe(all.length);
    for (const { base, next, theirs } of all) {
      expect(theirs.n).toBe(base.length === next.length ? `${base.length}` : `${base.length}+${next.length}`);
    }
  });

  it("agrees on the medians", () => {
    for (const { theirs, ours } of all) {
      expect(theirs.base).toBeCloseTo(ours.base.median!, 9);
      expect(theirs.next).toBeCloseTo(ours.next.median!, 9);
    }
  });

  it("agrees on p, to the three digits it prints", () => {
    const same = all.filter((one) => !approximated.includes(one) && !mirrored.includes(one));
    expect(same.length).toBeGreaterThanOrEqual(50);
    for (const { kind, base, next, theirs, ours } of same) {
      // Twice a tail may exceed 1 where there are ties; benchstat leaves it so.
      const difference = Math.abs(Math.min(1, theirs.p) - ours.p!);
      expect(difference, `${kind} ${base.length}+${next.length}`).toBeLessThan(0.000501);
    }
  });

  it("approximates p for tied samples of more than 25, where ours is exact: near, and no more", () => {
    expect(approximated.length).toBeGreaterThan(0);
    for (const { theirs, ours } of approximated) expect(Math.abs(theirs.p - ours.p!)).toBeLessThan(0.01);
    expect(approximated.some(({ theirs, ours }) => Math.abs(theirs.p - ours.p!) > 0.000501)).toBe(true);
  });

  it("takes the other sample's tail where ties make U's distribution lopsided: near, and ours is the counted one", () => {
    // With ties and unequal sizes P(U <= u) is not P(U >= n1 n2 - u); benchstat doubles the former for both.
    for (const { theirs, ours } of mirrored) expect(Math.abs(Math.min(1, theirs.p) - ours.p!)).toBeLessThan(0.01);
    const apart = mirrored.filter(({ theirs, ours }) => Math.abs(theirs.p - ours.p!) > 0.000501);
    expect(apart.length).toBeGreaterThan(0);
    for (const { base, next, ours } of apart) expect(ours.p).toBeCloseTo(enumeratedP(base, next), 12);
  });

  it("prints what is stored, where it is installed or Go can build it", { timeout: 180_000 }, (context) => {
    const command = findBenchstat();
    if (command === null) return context.skip("neither benchstat nor go is on the PATH");
    const cwd = mkdtempSync(join(tmpdir(), "ncf-benchstat-"));
    try {
      writeFileSync(join(cwd, "old.txt"), files[0]!);
      writeFileSync(join(cwd, "new.txt"), files[1]!);
      const [program, ...args] = command;
      const result = spawnSync(program!, [...args, "-format", "csv", "old.txt", "new.txt"], {
        cwd,
        encoding: "utf8",
        timeout: 150_000,
      });
      if (result.status !== 0 && program === "go") {
        return context.skip(`go could not fetch or build benchstat: ${result.stderr}`);
      }
      expect(result.stderr).not.toMatch(/^(old|new)\.txt:\d+:/m);
      matchGolden(STORED, result.stdout);
    } finally {
      rmSync(cwd, { recursive: true });
    }
  });
});

function findBenchstat(): string[] | null {
  const onPath = (name: string) =>
    (process.env.PATH ?? "").split(delimiter).some((folder) => folder !== "" && existsSync(join(folder, name)));
  if (onPath("benchstat")) return ["benchstat"];
  return onPath("go") ? ["go", "run", `golang.org/x/perf/cmd/benchstat@${VERSION}`] : null;
}
