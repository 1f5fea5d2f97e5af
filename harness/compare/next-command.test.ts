import { describe, expect, it } from "vitest";
import { compareRuns } from "./compare.js";
import { buildRun, type LaunchSpec, metricsOf } from "./testdata/runs.js";

const noisy = [90, 110, 95, 105, 100];
const seven = [99.7, 99.8, 99.9, 100, 100.1, 100.2, 100.3];

function next(baseLaunches: LaunchSpec[], nextLaunches: LaunchSpec[] | null, command?: string[]): string | null {
  const base = buildRun({ run: "base", cells: [{ launches: baseLaunches }], ...(command ? { command } : {}) });
  const cells = nextLaunches === null ? [] : [{ launches: nextLaunches }];
  const newer = buildRun({ run: "newer", cells, ...(command ? { command } : {}) });
  return compareRuns(base, newer, { metricsOf, labels: { base: "v1", next: "latest" } }).nextCommand;
}

describe("the command to run next", () => {
  it("is none when everything is answered", () => {
    expect(next(seven, seven)).toBeNull();
  });

  it("asks for more launches of both sides where noise hides the answer", () => {
    expect(next(noisy, noisy)).toMatch(
      /^ncf-bench run --matrix quick --launches (\d+) && ncf-bench baseline save quick-\1 && ncf-bench run --matrix quick --launches \1 && ncf-bench compare quick-\1$/,
    );
  });

  it("asks for more launches of the newer run alone where the baseline has enough", () => {
    expect(next(seven, [99.9, 100.1])).toMatch(
      /^ncf-bench run --matrix quick --launches [3-9] && ncf-bench compare v1$/,
    );
  });

  it("resumes a run that was stopped", () => {
    expect(next(seven, [100, undefined])).toBe("ncf-bench run --resume newer && ncf-bench compare v1 newer");
  });

  it("measures what the newer run left out", () => {
    expect(next(seven, null)).toBe("ncf-bench run --matrix quick && ncf-bench compare v1");
  });

  it("repeats the arguments of the run, but not its launches, folder and resumption, quoted for a shell", () => {
    const command = [
      "run",
      "--matrix",
      "my matrix.yaml",
      "--cell",
      "batch=1024",
      "--launches=3",
      "--out",
      "x",
      "--resume",
      "r",
    ];
    expect(
      next(
        seven,
        seven.map((value) => value / 2),
        command,
      ),
    ).toBe(
      "ncf-bench run --matrix 'my matrix.yaml' --cell batch=1024 --launches 7 && ncf-bench compare v1 newer --confirm latest",
    );
  });

  it("confirms by a fresh run of the cells that are slower, and of no other axis value", () => {
    const cells = (factor: number) =>
      [
        { batch: 1, gpus: 1 },
        { batch: 2, gpus: 1 },
        { batch: 2, gpus: 4, dataset: "it's mine" },
      ].map((cell, i) => ({ cell, launches: i === 0 ? seven : seven.map((value) => value * factor) }));
    const [base, newer] = [buildRun({ run: "base", cells: cells(1) }), buildRun({ run: "newer", cells: cells(0.5) })];
    const labels = { base: "v1", next: "./there" };
    expect(compareRuns(base, newer, { metricsOf, labels }).nextCommand).toBe(
      "ncf-bench run --matrix quick --cell batch=2 --launches 7 && ncf-bench compare v1 ./there --confirm latest",
    );
    const only = compareRuns(
      base,
      buildRun({ run: "newer", cells: [...cells(1).slice(0, 2), ...cells(0.5).slice(2)] }),
      {
        metricsOf,
      },
    );
    expect(only.nextCommand).toContain("--cell gpus=4 batch=2 'dataset=it'\\''s mine' --launches 7");
  });
});
