import { causeLines } from "../compare/causes/text.js";
import type { CellExplanation, ChangeExplanation, Part, Split, Unsplit } from "../compare/phases/types.js";
import type { RunReference } from "../compare/types.js";
import { formatPercent, formatSeconds } from "../console/format.js";
import { renderTable } from "../console/table.js";
import { visible } from "../console/visible.js";
import { changeText, intervalText } from "./compare-figures.js";
import type { Io } from "./io.js";

const TITLES: Record<string, string> = {
  sampling: "data and negatives",
  feed: "host to device",
  compute: "compute",
  readBack: "device to host",
  host: "host gap",
  copies: "copies in and out",
  rest: "unexplained rest",
  epoch: "= epoch",
  whole: "= whole",
};

const ROUNDS: Record<Split["round"], string> = {
  epoch: "an epoch after the first",
  batch: "a batch",
};

/** Prints, for each cell, what differs and where its time went. */
export function printChanges(explanation: ChangeExplanation, io: Io): void {
  const { base, next, cells, same } = explanation;
  io.out(`${runName(base)} → ${runName(next)}\n`);
  for (const cell of cells) io.out(`\n${cellText(cell, io.columns === undefined ? {} : { width: io.columns })}`);
  if (cells.length === 0) {
    io.out("\nNothing to explain: every cell is the same. --cell explains one all the same.\n");
  } else if (same > 0) {
    io.out(`\nCells that are the same, left out: ${same} (--cell explains one all the same)\n`);
  }
}

function runName({ label, run }: RunReference): string {
  return visible(label === run ? run : `${label} (${run})`);
}

function cellText(cell: CellExplanation, width: { width?: number }): string {
  const { key, verdict, metric, effect, causes, split, why } = cell;
  const change = effect === null ? "" : `, ${metric} ${changeText(effect)} (${intervalText(effect)})`;
  const lines = [`${visible(key)}: ${verdict}${change}`];
  for (const line of causes === null ? [] : causeLines(causes)) lines.push(`  ${visible(line)}`);
  if (split === null) return `${[...lines, `  no split: ${visible(why!)}`].join("\n")}\n`;
  return `${lines.join("\n")}\n\n${partsTable(split, width)}\n${[conclusion(split), ...split.unsplit.map(unsplitText)].join("\n")}\n`;
}

function partsTable(split: Split, width: { width?: number }): string {
  const right = { align: "right" as const };
  const { base, next } = split.launches;
  const columns = [
    { title: `seconds of ${ROUNDS[split.round]}` },
    { title: `baseline (n=${base})`, ...right },
    { title: `newer (n=${next})`, ...right },
    { title: "change", ...right },
    { title: `${formatPercent(split.intervals.level).replace(".0", "")} interval`, ...right },
    { title: "of the change", ...right },
  ];
  const parts = split.parts.filter(({ name }) => name !== "evaluation");
  const evaluation = split.parts.filter(({ name }) => name === "evaluation");
  const rows = [...parts, ...(split.epoch === null ? [] : [split.epoch]), ...evaluation, split.whole];
  return renderTable(columns, rows.map(partRow), width);
}

function partRow({ name, base, next, change, interval, share, moved }: Part): string[] {
  return [
    title(name),
    formatSeconds(base),
    formatSeconds(next),
    signed(change),
    interval === null ? "-" : `${signed(interval.low)} … ${signed(interval.high)}${moved ? " *" : "  "}`,
    share === null ? "-" : formatPercent(Math.abs(share) < LEAST_SHARE ? 0 : share),
  ];
}

/** What the parts show, in one sentence. */
function conclusion({ parts, whole }: Split): string {
  const moved = parts.filter((part) => part.moved && Math.sign(part.change) === Math.sign(whole.change));
  const most = moved.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change))[0];
  if (most === undefined)
    return "No part is shown to have moved: the intervals of all parts together leave each room for 0.";
  if (!whole.moved)
    return `Moved (*): ${moved.map(({ name }) => title(name)).join(", ")}; the whole is not shown to have.`;
  const rest =
    moved.length > 1
      ? ` Also moved (*): ${moved
          .filter((part) => part !== most)
          .map(({ name }) => title(name))
          .join(", ")}.`
      : "";
  return `Most of it lies in ${title(most.name)}: ${signed(most.change)} of ${signed(whole.change)}.${rest}`;
}

function unsplitText({ phase, only, heldBy }: Unsplit): string {
  const who =
    only === null ? "not timed apart" : `timed apart by the ${only === "base" ? "baseline" : "newer run"} alone`;
  const held = heldBy === "rest" ? `any time of it is in the ${title("rest")}` : `its time is in ${title(heldBy)}`;
  return `${title(phase)}: ${who}; ${held}`;
}

function title(name: string): string {
  return visible(TITLES[name] ?? name);
}

/** What no clock can tell from nothing is 0. */
const LEAST_SECONDS = 1e-12;
const LEAST_SHARE = 5e-4;

function signed(seconds: number): string {
  if (Math.abs(seconds) < LEAST_SECONDS) return "0 s";
  return `${seconds > 0 ? "+" : ""}${formatSeconds(seconds)}`;
}
