import type { CellReport } from "./cells.js";
import type { Fact } from "./facts.js";
import { code, codeBlock, figure } from "./markdown-code.js";
import type { ReportModel } from "./model.js";
import { count } from "./summary.js";

/** Where the Markdown is to stand; what is longer than its place takes is refused whole. */
export type MarkdownPlace = "comment" | "summary";

/** GitHub's limits: of a comment in characters, of a job summary (1 MiB) in bytes. */
export const MOST = { comment: 65_536, summary: 1_048_576 } as const;

/** Bytes of a comment for what may be long; the rest is bounded by itself. A character is at least a byte. */
const BUDGET = {
  table: 20_000,
  same: 10_000,
  problems: 8_000,
  causes: 4_000,
  references: 6_000,
  facts: 3_000,
  warnings: 6_000,
  command: 1_500,
};

type Budget = typeof BUDGET;

/** A job summary holds sixteen times a comment; two shares are left for what is bounded by itself. */
const SUMMARY_FACTOR = 14;

function budgetOf(place: MarkdownPlace): Budget {
  if (place === "comment") return BUDGET;
  const entries = Object.entries(BUDGET).map(([name, bytes]) => [name, bytes * SUMMARY_FACTOR]);
  return Object.fromEntries(entries) as Budget;
}

/**
 * The run as Markdown for a comment or a job summary: what came out in the first line, then the cells that matter, the rest
 * folded. Values from outside stand in code spans. Always within what the place takes: rows that do not fit are counted, and
 * nothing is cut inside a row or a tag.
 */
export function renderMarkdown(model: ReportModel, place: MarkdownPlace = "comment"): string {
  const budget = budgetOf(place);
  const { summary, cells, labels } = model;
  const compared = summary.baseline !== null;
  const same = cells.filter(({ verdict }) => verdict?.verdict === "same");
  const shown = cells.filter(({ verdict }) => verdict?.verdict !== "same");
  const parts = [
    `### ${MARKS[summary.tone]} ${summary.headline}`,
    [
      ...(compared ? [`against ${code(summary.baseline!)}`] : []),
      `matrix ${code(model.matrix)}`,
      `run ${code(model.run)}`,
      code(model.date),
      code(model.machine.line),
    ].join(" · "),
    ...(labels.length === 0 ? [] : [labels.map((label) => `**${label}**`).join(" · ")]),
    ...(summary.reason === null ? [] : [code(summary.reason)]),
    ...(summary.accepted === null ? [] : [`${code(summary.baseline!)} was accepted ${code(summary.accepted)}`]),
    `${summary.coverage}.${lostText(model)}`,
    ...(shown.length === 0 ? [] : [cellTable(shown, compared, budget.table)]),
    ...problemLines(cells, budget),
    ...causeParts(cells, budget),
    ...(summary.nextCommand === null ? [] : [`Next:\n\n${command(summary.nextCommand)}`]),
    ...(same.length === 0
      ? []
      : [details(`${count(same.length, "cell")} the same`, cellTable(same, compared, budget.same))]),
    ...referenceParts(model, budget),
    ...(model.environment.length === 0
      ? []
      : [details("What differs from the baseline’s run", environmentTable(model))]),
    details(count(model.warnings.length, "warning"), warningLines(model, budget)),
    details(
      "Protocol",
      [factLines(model.datasets), factLines(model.protocol.common), command(model.command)].join("\n\n"),
    ),
    ...(model.through.length === 0 ? [] : [details("The machine through the launches", factLines(model.through))]),
    details("Machine", factLines([...model.machine.identity, ...model.machine.soft, ...machineEnd(model)])),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

const MARKS = { good: "✅", bad: "❌", open: "⚠️" } as const;

function lostText({ summary }: ReportModel): string {
  if (summary.lost.length === 0) return "";
  return ` Without a figure: ${fold(
    summary.lost.map((lost) => `${lost.count} ${code(lost.kind)}`),
    1000,
    (rest) => `${rest} other kinds`,
  ).join(", ")}.`;
}

function cellTable(cells: readonly CellReport[], compared: boolean, budget: number): string {
  const head = compared
    ? ["Cell", "Verdict", "Change (interval)", "Median", "Noise", "HR", "Valid", "Sees"]
    : ["Cell", "Median", "Range", "Noise", "HR", "Valid", "State"];
  const rule = head.map((title) => (["Cell", "Verdict", "State"].includes(title) ? ":--" : "--:"));
  const rows = cells.map((cell) => {
    const { label, median, range, noise, hr, valid, planned, state, verdict } = cell;
    const own = compared
      ? [
          verdict === null ? "not compared" : `${verdict.symbol} ${verdict.verdict}`,
          figure(verdict?.change?.text ?? "–"),
          figure(median.text),
          figure(noise.text),
          figure(hr.text),
          `${valid} of ${planned}`,
          figure(verdict?.sees.text ?? "–"),
        ]
      : [figure(median.text), figure(range), figure(noise.text), figure(hr.text), `${valid} of ${planned}`, state];
    return `| ${[code(label), ...own].join(" | ")} |`;
  });
  const lines = fold(rows, budget, (rest) => `| ${count(rest, "more cell")} ${"| ".repeat(head.length)}`.trimEnd());
  return [`| ${head.join(" | ")} |`, `| ${rule.join(" | ")} |`, ...lines].join("\n");
}

function problemLines(cells: readonly CellReport[], budget: Budget): string[] {
  const lines = cells.flatMap(({ label, planned, problems }) =>
    problems.map(
      ({ kind, message, hint, launches }) =>
        `- ${code(label)}: ${code(kind)} (${launches.length} of ${planned}): ${code(message)}${hint === null ? "" : ` → ${code(hint)}`}`,
    ),
  );
  return lines.length === 0 ? [] : [fold(lines, budget.problems, (rest) => `- ${rest} more`).join("\n")];
}

/** What differs between the sides of each cell that is not the same. */
function causeParts(cells: readonly CellReport[], budget: Budget): string[] {
  const lines = cells.flatMap(({ label, verdict }) =>
    (verdict?.causes ?? []).map((cause) => `- ${code(label)}: ${code(cause)}`),
  );
  if (lines.length === 0) return [];
  return [details("What differs, by cell", fold(lines, budget.causes, (rest) => `- ${rest} more`).join("\n"))];
}

function referenceParts({ references }: ReportModel, budget: Budget): string[] {
  if (references === null) return [];
  const rows = references.rows.map(
    ({ label, name, source, measured, published, ratio, symbol, verdict }) =>
      `| ${code(label)} | ${code(name)} | ${figure(measured.text)} | ${figure(published.text)} | ${figure(ratio.text)} | ${symbol} ${verdict} | ${code(source)} |`,
  );
  const table = [
    "| Cell | Figure | Measured | Published | Ratio | Verdict | Source |",
    "| :-- | :-- | --: | --: | --: | :-- | :-- |",
    ...fold(rows, budget.references, (rest) => `| ${rest} more | | | | | | |`),
  ].join("\n");
  const body = [
    ...(rows.length === 0 ? [] : [table]),
    ...(references.notApplicable === null ? [] : [references.notApplicable]),
  ];
  return [details(`Published references: ${rows.length} applied`, body.join("\n\n"))];
}

function environmentTable({ environment }: ReportModel): string {
  const rows = environment.map(
    (difference) =>
      `| ${difference.class} | ${code(difference.field)} | ${code(difference.base)} | ${code(difference.next)} |`,
  );
  const lines = fold(rows, BUDGET.facts, (rest) => `| ${rest} more | | | |`);
  return ["| Kind | What | Baseline | This run |", "| :-- | :-- | :-- | :-- |", ...lines].join("\n");
}

function warningLines({ warnings }: ReportModel, budget: Budget): string {
  if (warnings.length === 0) return "None.";
  const lines = warnings.map(
    ({ code: id, message, where, launches }) =>
      `- ${code(id)}: ${code(message)} (${code(where.join("; "))}${launches === 0 ? "" : `, ${count(launches, "launch", "launches")}`})`,
  );
  return fold(lines, budget.warnings, (rest) => `- ${rest} more`).join("\n");
}

function machineEnd({ machine, software }: ReportModel): Fact[] {
  return [
    { name: "fingerprint", text: machine.fingerprint },
    { name: "software", text: software },
  ];
}

function factLines(facts: readonly Fact[]): string {
  const lines = facts.map(({ name, text }) => `- ${code(name)}: ${code(text)}`);
  return fold(lines, BUDGET.facts, (rest) => `- ${rest} more`).join("\n");
}

function command(text: string): string {
  return text.length > BUDGET.command ? code(text) : codeBlock(text);
}

function details(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** As many items as fit into so many bytes, and one that counts the rest. */
function fold(items: readonly string[], budget: number, more: (rest: number) => string): string[] {
  let used = 0;
  const fitting = items.findIndex((item) => {
    used += Buffer.byteLength(item) + 1;
    return used > budget;
  });
  return fitting < 0 ? [...items] : [...items.slice(0, fitting), more(items.length - fitting)];
}
