import { shellWord as quoted } from "../harness/compare/next-command.js";
import type { RunManifest } from "../harness/run/manifest.js";
import type { Cell } from "../suites/cell.js";
import type { Axis } from "./axes.js";
import { cleanLine } from "./text.js";

/** Options of `run` that belong to the old run alone, with whether a value follows. */
const DROPPED: Record<string, "none" | "one" | "many"> = {
  "--cell": "many",
  "--cells-of": "one",
  "--out": "one",
  "--resume": "one",
  "--retry-failed": "none",
  "--json": "none",
};

/**
 * The command that measures just this cell again: the run's own `run` arguments, less what named its folder and its choice
 * of cells, plus the axes that pick the cell out of the matrix.
 */
export function rerunCommand(manifest: RunManifest, cell: Cell, axes: readonly Axis[]): string {
  const kept = keptArguments(manifest.command);
  if (!kept.some((word) => word === "--matrix" || word.startsWith("--matrix="))) kept.push("--matrix", manifest.matrix);
  const words = ["ncf-bench", "run", ...kept, "--cell", ...axes.map((axis) => `${axis}=${cell[axis]}`)];
  return words.map(shellWord).join(" ");
}

function keptArguments(command: readonly string[]): string[] {
  const kept: string[] = [];
  const start = command.indexOf("run");
  const words = start < 0 ? [] : command.slice(start + 1);
  for (let i = 0; i < words.length; i++) {
    const [name, inline] = words[i]!.split("=", 2) as [string, string | undefined];
    const arity = DROPPED[name];
    if (arity === undefined) {
      kept.push(words[i]!);
      continue;
    }
    if (arity === "one" && inline === undefined) i++;
    if (arity === "many") while (i + 1 < words.length && !words[i + 1]!.startsWith("-")) i++;
  }
  return kept;
}

/** Quoted for a POSIX shell where needed; what cannot be typed is written out visibly. */
export function shellWord(word: string): string {
  return quoted(cleanLine(word));
}
