import { verdicts } from "../../harness/compare/types.js";
import { AXES } from "../axes.js";
import { cleanText } from "../text.js";
import type { ExportCell, ExportInput } from "./input.js";

const UNITS: Record<string, string> = {
  "items/s": "items_per_second",
  "pairs/s": "pairs_per_second",
  s: "seconds",
  fraction: "ratio",
};

interface Family {
  name: string;
  unit: string | null;
  help: string;
  samples: { labels: [string, string][]; value: number }[];
}

/**
 * OpenMetrics text for node_exporter's textfile collector and its like. Gauges without timestamps only, so that the same
 * bytes are Prometheus text too. A cell without a figure has no sample of its metrics, but its launches are counted; when
 * the run was made is a gauge of its own, since a file that is no longer written keeps being read.
 */
export function renderOpenMetrics(input: ExportInput): string {
  const families = [...runFamilies(input), ...metricFamilies(input.cells), ...verdictFamilies(input.cells)];
  const lines = families
    .filter(({ samples }) => samples.length > 0)
    .flatMap(({ name, unit, help, samples }) => [
      `# TYPE ${name} gauge`,
      ...(unit === null ? [] : [`# UNIT ${name} ${unit}`]),
      `# HELP ${name} ${escaped(help)}`,
      ...samples.map(({ labels, value }) => `${name}${labelText(labels)} ${value}`),
    ]);
  return `${[...lines, "# EOF"].join("\n")}\n`;
}

function runFamilies({ manifest, cells }: ExportInput): Family[] {
  const { run, matrix, machine, software } = manifest;
  const created = Date.parse(manifest.createdAt) / 1000;
  return [
    {
      name: "ncf_bench_run_info",
      unit: null,
      help: "The run that these figures are from.",
      samples: [
        {
          labels: [
            ["run", run],
            ["matrix", matrix],
            ["machine", machine.fingerprint],
            ["version", software.version],
            ["commit", software.commit ?? ""],
          ],
          value: 1,
        },
      ],
    },
    {
      name: "ncf_bench_last_run_timestamp_seconds",
      unit: "seconds",
      help: "When the run was made.",
      samples: Number.isFinite(created) ? [{ labels: [["matrix", matrix]], value: created }] : [],
    },
    {
      name: "ncf_bench_launches",
      unit: null,
      help: "Launches of a cell that were planned, and that gave a figure.",
      samples: cells.flatMap((cell) =>
        [["planned", cell.planned] as const, ["valid", cell.side.valid] as const].map(([state, value]) => ({
          labels: [...cellLabels(cell), ["state", state] as [string, string]],
          value,
        })),
      ),
    },
  ];
}

/** One family a metric, its samples the medians over launches. */
function metricFamilies(cells: readonly ExportCell[]): Family[] {
  const families = new Map<string, Family>();
  for (const cell of cells) {
    for (const { metric, median } of cell.series) {
      const unit = UNITS[metric.unit] ?? slug(metric.unit);
      const name = `ncf_bench_${slug(metric.name.replaceAll("_seconds", ""))}_${unit}`.replace(
        "_seconds_seconds",
        "_seconds",
      );
      const help = `${metric.name}, median over launches; ${metric.better} is better.`;
      const family = families.get(name) ?? { name, unit, help, samples: [] };
      family.samples.push({ labels: cellLabels(cell), value: median });
      families.set(name, family);
    }
  }
  return [...families.values()];
}

function verdictFamilies(cells: readonly ExportCell[]): Family[] {
  const compared = cells.flatMap((cell) => (cell.compared === null ? [] : [{ cell, compared: cell.compared }]));
  return [
    {
      name: "ncf_bench_verdict",
      unit: null,
      help: "1 for the verdict of the cell against the baseline, 0 for the others.",
      samples: compared.flatMap(({ cell, compared: { verdict } }) =>
        verdicts.map((one) => ({
          labels: [...cellLabels(cell), ["verdict", one] as [string, string]],
          value: one === verdict ? 1 : 0,
        })),
      ),
    },
    {
      name: "ncf_bench_change_ratio",
      unit: "ratio",
      help: "The gated metric over the baseline's: 1.05 is 5 % more of it.",
      samples: compared.flatMap(({ cell, compared: { gated } }) =>
        gated.effect === null ? [] : [{ labels: cellLabels(cell), value: gated.effect.ratio }],
      ),
    },
  ];
}

function cellLabels({ cell }: ExportCell): [string, string][] {
  return AXES.map((axis) => [axis, String(cell[axis])]);
}

function labelText(labels: readonly [string, string][]): string {
  return `{${labels.map(([name, value]) => `${name}="${escaped(value)}"`).join(",")}}`;
}

/** For labels and help alike: OpenMetrics escapes backslash, newline and quote in both. */
function escaped(text: string): string {
  return cleanText(text).replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll('"', '\\"');
}

function slug(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, "_");
}
