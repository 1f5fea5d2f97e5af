import { formatCount } from "../harness/console/format.js";
import type { Mismatch } from "../reference/match.js";
import type { AppliedReference, CheckResult } from "../reference/types.js";
import type { CellReport } from "./cells.js";
import { type Figure, metricFigure, plainFigure, qualityFigure, shareFigure } from "./figure.js";
import { cleanLine } from "./text.js";

/** A published figure beside what was measured; only where hardware and protocol match. */
export interface ReferenceRow {
  slug: string;
  label: string;
  name: string;
  source: string;
  where: string;
  published: Figure;
  measured: Figure;
  /** Measured over published. */
  ratio: Figure;
  band: string;
  verdict: AppliedReference["verdict"];
  symbol: string;
  differences: string[];
}

export interface RooflineRow {
  slug: string;
  label: string;
  device: string;
  bound: Figure;
  share: Figure;
  invalid: number;
}

export interface ReferencesReport {
  rows: ReferenceRow[];
  rooflines: RooflineRow[];
  /** How many figures do not apply and why, in one sentence; null where all apply. */
  notApplicable: string | null;
  conclusion: string;
}

const SYMBOLS: Record<AppliedReference["verdict"], string> = { passed: "✓", missed: "▼", suspicious: "!" };

/** Why a figure is not held against a cell, as a reader would say it. */
const REASONS: Partial<Record<Mismatch, string>> = {
  suite: "another suite",
  mode: "another mode",
  device: "another GPU or none",
  gpus: "another number of GPUs",
  precision: "another precision",
  xla: "another compiler setting",
  dataset: "another data set",
  batch: "another batch size",
  model: "another model",
  "eval-negatives": "another number of evaluation negatives",
  topk: "a hit rate at another K",
  algorithm: "another algorithm",
  target: "another target",
  "not-measured": "not measured by any launch",
  ratio: "ratios of two other figures",
  "sample-output": "sample output",
  "not-measured-here": "of a kind that is not measured here",
  "other-definition": "of another definition",
  "batch-not-stated": "without a stated batch size",
  "precision-not-offered": "in a precision that is not offered",
};

export function referencesReport(check: CheckResult, cells: readonly CellReport[]): ReferencesReport {
  const own = new Map(check.cells.map((cell, i) => [cell, cells[i]!]));
  const place = (report: CellReport) => ({ slug: report.slug, label: report.label });
  return {
    rows: [...own].flatMap(([cell, report]) => cell.applied.map((applied) => ({ ...place(report), ...row(applied) }))),
    rooflines: [...own].flatMap(([{ roofline }, report]) =>
      roofline === null
        ? []
        : [
            {
              ...place(report),
              device: cleanLine(roofline.device),
              bound: metricFigure(roofline.bound, "items/s"),
              share: shareFigure(roofline.share),
              invalid: roofline.invalid.length,
            },
          ],
    ),
    notApplicable: notApplicable(check),
    conclusion: cleanLine(check.exitReason),
  };
}

function row(applied: AppliedReference): Omit<ReferenceRow, "slug" | "label"> {
  const { figure, source, verdict, measured, unit, band, ratio, differences } = applied;
  const format = (value: number | null) => (unit === "fraction" ? qualityFigure(value) : metricFigure(value, unit));
  return {
    name: cleanLine(figure.metric),
    source: cleanLine(source),
    where: cleanLine(figure.citation.section),
    published: format(figure.value),
    measured: format(measured),
    ratio: plainFigure(ratio),
    band: `${format(band.low).text} to ${format(band.high).text}`,
    verdict,
    symbol: SYMBOLS[verdict],
    differences: differences.map(cleanLine),
  };
}

function notApplicable({ counts }: CheckResult): string | null {
  if (counts.notApplicable === 0) return null;
  const reasons = Object.entries(counts.reasons)
    .sort(([a, n], [b, m]) => m! - n! || (a < b ? -1 : 1))
    .map(([reason, n]) => `${formatCount(n!)} ${REASONS[reason as Mismatch] ?? reason.replaceAll("-", " ")}`);
  const [part, all] = [formatCount(counts.notApplicable), formatCount(counts.figures)];
  return `${part} of ${all} published figures do not apply here, by the cell that comes nearest: ${reasons.join(", ")}.`;
}
