import { expect, it } from "vitest";
import { recentRuns } from "./recent-runs.js";

it.each([
  ["to newer runs", [1, 2, 3, 4, 5]],
  ["back to older ones", [5, 4, 3, 2, 1]],
])("reads a run once for its own job and the next one's, on the way %s", async (_, jobs) => {
  const read: string[] = [];
  const runOf = recentRuns(async (dir) => {
    read.push(dir);
    return { dir };
  });
  for (const job of jobs) {
    expect(await runOf(`run-${job}`)).toEqual({ dir: `run-${job}` });
    expect(await runOf(`run-${job - 1}`)).toEqual({ dir: `run-${job - 1}` });
  }
  expect(read.sort()).toEqual(["run-0", "run-1", "run-2", "run-3", "run-4", "run-5"]);
});

it("lets go of runs that no next job needs", async () => {
  let reads = 0;
  const runOf = recentRuns(async (dir) => ({ dir, read: ++reads }));
  for (const dir of ["a", "b", "c", "d", "a"]) await runOf(dir);
  expect(reads).toBe(5);
});
