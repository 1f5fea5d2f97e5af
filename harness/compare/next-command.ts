import type { Cell } from "../../suites/cell.js";
import { isIncomplete } from "./gate.js";
import type { RunData } from "./run-data.js";
import type { CellComparison, Comparison } from "./types.js";

/** Options of `run` that belong to the run that was, not to the next one. */
const WITHOUT_VALUE: readonly string[] = ["--json", "--confirm", "--no-confirm"];
const OF_THE_PAST: readonly string[] = [
  ...WITHOUT_VALUE,
  "--launches",
  "--out",
  "--resume",
  "--cells-of",
  "--baseline",
  "--budget",
  "--detect",
  "--margin",
  "--alpha",
];

/**
 * The command that answers what this comparison could not: measure what is missing, take more launches where the answer is
 * open, measure again where the machine moved, or confirm by a fresh run of the cells that are slower. Null where nothing is to be done.
 */
export function nextCommand(
  base: RunData,
  next: RunData,
  comparison: Pick<Comparison, "refused" | "cells" | "base" | "next">,
): string | null {
  const { refused, cells } = comparison;
  const again = `ncf-bench compare ${shellWord(comparison.base.label)}`;
  if (refused !== null) {
    return `ncf-bench run ${runArguments(base)} && ncf-bench baseline save ${shellWord(`${base.manifest.matrix}-here`)}`;
  }
  const slower = cells.filter((cell) => cell.verdict === "slower");
  if (slower.length > 0) {
    const launches = Math.max(...slower.map(({ gated }) => gated.next.planned));
    const run = [`ncf-bench run ${runArguments(next)}`, ...onlyThese(slower, next), `--launches ${launches}`].join(" ");
    const { label } = comparison.next;
    return `${run} && ${again} ${shellWord(label === "latest" ? next.manifest.run : label)} --confirm latest`;
  }
  if (cells.some((cell) => cell.gated.next.excluded.some(({ code }) => code === "not-recorded"))) {
    return `ncf-bench run --resume ${shellWord(next.manifest.run)} && ${again} ${shellWord(next.manifest.run)}`;
  }
  if (cells.some((cell) => cell.reason.code === "cell-missing"))
    return `ncf-bench run ${runArguments(base)} && ${again}`;
  if (cells.some(({ gated }) => isIncomplete(gated))) return `ncf-bench run ${runArguments(next)} && ${again}`;
  if (cells.some((cell) => cell.reason.code === "machine-moved" || cell.reason.code === "disturbed")) {
    return `ncf-bench run ${runArguments(next)} && ${again}`;
  }
  const needs = cells.flatMap(({ gated }) => (gated.launchesNeeded === null ? [] : [gated.launchesNeeded]));
  if (needs.length === 0) return null;
  const launches = Math.max(...needs.map((need) => need.next));
  const run = `ncf-bench run ${runArguments(next)} --launches ${launches}`;
  if (needs.every((need) => need.base === null)) return `${run} && ${again}`;
  return `${run} && ncf-bench baseline save ${shellWord(`${base.manifest.matrix}-${launches}`)} && ${run} && ncf-bench compare ${shellWord(`${base.manifest.matrix}-${launches}`)}`;
}

/** The arguments that `run` was called with, so that the next run measures the same cells. */
function runArguments({ manifest }: RunData): string {
  const given = manifest.command.slice(manifest.command.indexOf("run") + 1);
  if (!manifest.command.includes("run")) return `--matrix ${shellWord(manifest.matrix)}`;
  const kept: string[] = [];
  for (let i = 0; i < given.length; i++) {
    const name = given[i]!.split("=", 1)[0]!;
    if (!OF_THE_PAST.includes(name)) kept.push(given[i]!);
    else if (!given[i]!.includes("=") && !WITHOUT_VALUE.includes(name)) i++;
  }
  return kept.length === 0 ? `--matrix ${shellWord(manifest.matrix)}` : kept.map(shellWord).join(" ");
}

/** `--cell` filters that leave these cells, and few others, of the run's; on axes that its own command did not filter. */
function onlyThese(cells: readonly CellComparison[], { manifest }: RunData): string[] {
  const filtered = manifest.command.flatMap((argument) => /^(?:--cell=)?(\w+)=/.exec(argument)?.[1] ?? []);
  const valuesOf = (axis: string, from: readonly { cell: Cell }[]) => [
    ...new Set(from.map(({ cell }) => String((cell as Record<string, unknown>)[axis]))),
  ];
  const pairs = Object.keys(cells[0]!.cell)
    .filter((axis) => axis !== "suite" && !filtered.includes(axis))
    .filter((axis) => valuesOf(axis, cells).length < valuesOf(axis, manifest.cells).length)
    .flatMap((axis) => valuesOf(axis, cells).map((value) => shellWord(`${axis}=${value}`)));
  return pairs.length === 0 ? [] : [`--cell ${pairs.join(" ")}`];
}

/** Quotes for a POSIX shell where needed. */
export function shellWord(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
