import type { Comparison } from "../../harness/compare/types.js";
import { DASH } from "../figure.js";
import { code } from "../markdown-code.js";
import type { ReportModel } from "../model.js";
import { renderSitePage } from "./layout.js";

/** A run held against another: what differs around the program first, since it may explain the rest. */
export function comparePage(
  { slug, baseSlug }: { slug: string; baseSlug: string | null },
  { base, next }: Pick<Comparison, "base" | "next">,
  { summary, environment, cells: reports, matrix }: ReportModel,
): { html: string; markdown: string } {
  const { headline, reason } = summary;
  const cells = reports.flatMap(({ label, verdict, valid, planned }) =>
    verdict === null
      ? []
      : [
          {
            label,
            symbol: verdict.symbol,
            verdict: verdict.verdict,
            tone: verdict.tone,
            change: verdict.change?.text ?? DASH,
            sees: verdict.sees.text,
            launches: `${verdict.baseline.valid}/${verdict.baseline.planned} and ${valid}/${planned}`,
            reason: verdict.reason,
          },
        ],
  );
  const frame = { title: `${headline} · ${matrix} · ${next.run}`, home: "../../" };
  const content = { headline, reason, slug, baseSlug, base: base.run, next: next.run, environment, cells };
  const lines = [
    `# ${headline}`,
    `Run ${code(next.run)} against ${code(base.run)}, matrix ${code(matrix)}.`,
    "## What differs around the program",
    environment.length === 0
      ? "Nothing: machine, software and engines are the same."
      : table(
          ["kind", "what", "before", "this run"],
          environment.map((one) => [one.class, one.field, one.base, one.next]),
        ),
    "## Cells",
    table(
      ["cell", "verdict", "change", "sees", "launches", "why"],
      cells.map((one) => [one.label, `${one.symbol} ${one.verdict}`, one.change, one.sees, one.launches, one.reason]),
    ),
  ];
  return { html: renderSitePage("compare", frame, content), markdown: `${lines.join("\n\n")}\n` };
}

/** Every value in a code span: nothing from outside is markup. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (fields: readonly string[]) => `| ${fields.join(" | ")} |`;
  const body = rows.map((row) => line(row.map((field) => (field === "" ? "" : code(field)))));
  return [line(head), line(head.map(() => "---")), ...body].join("\n");
}
