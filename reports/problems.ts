import type { ExcludedLaunch } from "../harness/compare/types.js";
import type { LaunchRecord } from "../harness/record/schema.js";
import { cleanLine, cleanText } from "./text.js";

/** Launches of one cell that gave no figure for one and the same reason. */
export interface Problem {
  /** `unsupported`, `crash`, `timeout`, `not-recorded`, `quality-missed`, … */
  kind: string;
  message: string;
  hint: string | null;
  launches: number[];
}

/** Why launches gave no figure, equal reasons together, the most frequent first. */
export function problemsOf(excluded: readonly ExcludedLaunch[], records: ReadonlyMap<number, LaunchRecord>): Problem[] {
  const problems = new Map<string, Problem>();
  for (const { launch, code, message } of excluded) {
    const failure = records.get(launch)?.failure ?? null;
    const problem: Problem =
      failure === null
        ? { kind: code, message: cleanText(message), hint: null, launches: [] }
        : {
            kind: cleanLine(failure.kind),
            message: cleanText(failure.message),
            hint: failure.hint === null ? null : cleanText(failure.hint),
            launches: [],
          };
    const key = JSON.stringify([problem.kind, problem.message, problem.hint]);
    const known = problems.get(key) ?? problem;
    known.launches.push(launch);
    problems.set(key, known);
  }
  return [...problems.values()].sort((a, b) => b.launches.length - a.launches.length);
}
