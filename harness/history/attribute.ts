import { type EnvironmentOf, environmentDifferences } from "../compare/environment.js";
import type { EnvironmentDifference } from "../compare/types.js";
import type { ChangePoint, StoredCell } from "./types.js";

/** Runs around a change point in which a change of the environment may have caused it. */
const NEARBY = 3;

/** What changed around the program from one stored cell to a later one. */
export function changesBetween(before: StoredCell, after: StoredCell): EnvironmentDifference[] {
  return environmentDifferences(environmentOf(before), environmentOf(after));
}

/** What changed at a point of a series and, where nothing did, what changed in the runs around it. */
export function attribute(cells: readonly StoredCell[], index: number): Pick<ChangePoint, "changes" | "nearby"> {
  const at = (i: number) => changesBetween(cells[i - 1]!, cells[i]!);
  const changes = at(index);
  if (changes.length > 0) return { changes, nearby: [] };
  const nearby: ChangePoint["nearby"] = [];
  for (let i = Math.max(1, index - NEARBY); i <= Math.min(cells.length - 1, index + NEARBY); i++) {
    const found = i === index ? [] : at(i);
    if (found.length > 0) nearby.push({ run: cells[i]!.run.run, changes: found });
  }
  return { changes, nearby };
}

function environmentOf({ run, engines }: StoredCell): EnvironmentOf {
  return { manifest: run.environment, records: engines };
}
