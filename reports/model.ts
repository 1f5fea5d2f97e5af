import type { MetricsOf } from "../harness/compare/primary-metric.js";
import type { RunData } from "../harness/compare/run-data.js";
import type { Comparison } from "../harness/compare/types.js";
import type { Source } from "../reference/load.js";
import type { CheckResult } from "../reference/types.js";
import { AXES, type AxisValue, axisValues, namingAxes } from "./axes.js";
import { type CellReport, cellReports } from "./cells.js";
import { dateText } from "./date.js";
import { type Fact, shortHash } from "./facts.js";
import { type HeatMap, heatMaps } from "./heat.js";
import type { Label } from "./labels.js";
import { type MachineReport, machineReport } from "./machine.js";
import { type ProtocolReport, protocolReport } from "./protocol.js";
import { type ReferencesReport, referencesReport } from "./references.js";
import { shellWord } from "./rerun.js";
import { type ScalingReport, scalingReports } from "./scaling.js";
import { type SummaryReport, summaryReport } from "./summary.js";
import { type TelemetryStrip, telemetryStrips } from "./telemetry.js";
import { cleanLine } from "./text.js";
import { throughFacts } from "./through.js";
import { type WarningReport, warningReports } from "./warnings.js";

/** All that a page says, as numbers and as text, before any markup. Text from outside is cleaned, not yet escaped. */
export interface ReportModel {
  run: string;
  matrix: string;
  /** UTC, e.g. `2026-11-23 15:04 UTC`. */
  date: string;
  command: string;
  software: string;
  summary: SummaryReport;
  labels: Label[];
  /** Axes that name a cell: the table's first columns. */
  columns: string[];
  /** The other axes, said once. */
  fixed: AxisValue[];
  cells: CellReport[];
  heat: HeatMap[];
  scaling: ScalingReport[];
  telemetry: TelemetryStrip[];
  /** What differs around the program from the baseline's run; empty without a comparison. */
  environment: { class: string; field: string; base: string; next: string }[];
  /** Relative change that counts, for the bands in charts. */
  margin: number;
  /** Null where the run was not held against published figures. */
  references: ReferencesReport | null;
  protocol: ProtocolReport;
  datasets: Fact[];
  machine: MachineReport;
  /** How the machine was through the launches. */
  through: Fact[];
  warnings: WarningReport[];
}

export interface ReportInput {
  run: RunData;
  comparison?: Comparison | null;
  check?: CheckResult | null;
  /** Published tables, for the lines beside the measured ones. */
  sources?: readonly Source[];
  /** The metrics of a suite by its name, e.g. `suiteMetrics`. */
  metricsOf: MetricsOf;
}

/** The margin of the charts where no comparison says one. */
const MARGIN = 0.02;

/** Builds what every renderer reads. Pure: the same records give the same model. */
export function buildReportModel({
  run,
  comparison = null,
  check = null,
  sources = [],
  metricsOf,
}: ReportInput): ReportModel {
  const { manifest } = run;
  const cells = cellReports(run, { metricsOf, comparison, check });
  const axes = namingAxes(manifest.cells.map(({ cell }) => cell));
  const first = manifest.cells[0]?.cell;
  return {
    run: cleanLine(manifest.run),
    matrix: cleanLine(manifest.matrix),
    date: dateText(manifest.createdAt),
    command: commandText(manifest.command),
    software: softwareText(manifest.software),
    summary: summaryReport(cells, comparison),
    labels: [...new Set(cells.flatMap((cell) => cell.labels))].sort(),
    columns: axes,
    fixed:
      first === undefined
        ? []
        : axisValues(
            first,
            AXES.filter((axis) => !axes.includes(axis)),
          ),
    cells,
    heat: heatMaps(cells),
    scaling: scalingReports(cells, sources, ({ cell }) => {
      const dataset = manifest.datasets[cell.dataset];
      return dataset === undefined || dataset.synthetic ? null : dataset.name;
    }),
    telemetry: telemetryStrips(run.records.filter((record) => record.run === manifest.run)),
    environment: (comparison?.environment ?? []).map((difference) => ({
      class: difference.class,
      field: cleanLine(difference.field),
      base: cleanLine(difference.base),
      next: cleanLine(difference.next),
    })),
    margin: comparison?.options.margin ?? MARGIN,
    references: check === null ? null : referencesReport(check, cells),
    protocol: protocolReport(cells),
    datasets: Object.keys(manifest.datasets)
      .sort()
      .map((name) => ({ name: cleanLine(name), text: datasetText(manifest.datasets[name]!) })),
    machine: machineReport(manifest.machine),
    through: throughFacts(run),
    warnings: warningReports(run, cells, comparison),
  };
}

function commandText(command: readonly string[]): string {
  const start = command.indexOf("run");
  return ["ncf-bench", ...(start < 0 ? command : command.slice(start)).map(shellWord)].join(" ");
}

function softwareText({ version, commit, node }: RunData["manifest"]["software"]): string {
  return cleanLine(
    `ncf-bench ${version}${commit === null ? "" : ` (${commit.slice(0, 12)})`}, Node.js ${node.replace(/^v/, "")}`,
  );
}

function datasetText({ name, synthetic, hash }: RunData["manifest"]["datasets"][string]): string {
  return cleanLine(`${name}${synthetic ? ", synthetic" : ""}, sha256 ${shortHash(hash)}`);
}
