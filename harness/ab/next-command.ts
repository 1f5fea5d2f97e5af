import { isIncomplete } from "../compare/gate.js";
import { shellWord } from "../compare/next-command.js";
import type { CellComparison } from "../compare/types.js";
import type { Experiment } from "./experiment.js";
import { PAIRS_OF_BLOCK } from "./order.js";

/**
 * The command that answers what this experiment could not, or null. More pairs are always those of a new experiment: adding
 * to this one until it says something would be peeking.
 *
 * @param name by which the experiment is found.
 */
export function nextCommand(experiment: Experiment, cells: readonly CellComparison[], name: string): string | null {
  const missing = cells.some(({ gated }) =>
    [gated.base, gated.next].every(({ excluded }) => excluded.some(({ code }) => code === "not-recorded")),
  );
  if (missing) return `ncf-bench ab --resume ${shellWord(name)}`;
  // Other seeds: the same launches again would say the same again.
  const afresh = { seed: experiment.seed + experiment.blocks * PAIRS_OF_BLOCK };
  if (cells.some((cell) => cell.verdict === "slower")) return again(experiment, afresh);
  if (cells.some(({ gated }) => gated.base.valid === 0)) return "ncf-bench doctor";
  if (cells.some(({ gated }) => isIncomplete(gated))) return again(experiment, afresh);
  const needs = cells.flatMap(({ gated }) => (gated.launchesNeeded === null ? [] : [gated.launchesNeeded.next]));
  if (needs.length === 0) return null;
  return again(experiment, { blocks: Math.ceil(Math.max(...needs) / PAIRS_OF_BLOCK) });
}

/** The experiment's own command with other numbers. */
function again({ command }: Experiment, changes: Record<string, number>): string {
  const kept: string[] = [];
  for (let i = 0; i < command.length; i++) {
    if (command[i]!.slice(2) in changes && command[i]!.startsWith("--")) i++;
    else kept.push(command[i]!);
  }
  const words = [
    "ncf-bench",
    ...kept,
    ...Object.entries(changes).flatMap(([name, value]) => [`--${name}`, `${value}`]),
  ];
  return words.map(shellWord).join(" ");
}
