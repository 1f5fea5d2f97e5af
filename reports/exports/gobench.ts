import type { Cell } from "../../suites/cell.js";
import type { MetricInfo } from "../../suites/suite.js";
import { AXES } from "../axes.js";
import { cleanLine } from "../text.js";
import type { ExportInput } from "./input.js";

/**
 * The Go benchmark format (golang.org/design/14313-benchmark-format), one line a launch, so that benchstat's samples are
 * our launches. File keys hold what must be equal for a table to be one: benchstat splits its tables by them, so a run of
 * another machine is never averaged into this one. Launches without a figure are comments; benchstat cannot count them.
 */
export function renderGobench({ manifest, cells }: ExportInput): string {
  const units = new Map(cells.flatMap(({ series }) => series.map(({ metric }) => [goUnit(metric), metric])));
  const head = [
    `# ncf-bench ${oneLine(manifest.software.version)}, run ${oneLine(manifest.run)}, matrix ${oneLine(manifest.matrix)}`,
    `machine: ${oneLine(manifest.machine.fingerprint)}`,
    ...[...units].map(([unit, { better, assume }]) => `Unit ${unit} better=${better} assume=${assume}`),
  ];
  const lines = cells.flatMap(({ key, cell, series, launches }) =>
    launches.map(({ launch, excluded, figures }) => {
      if (excluded !== null) return `# not measured: ${key} launch ${launch}: ${excluded.message}`;
      const values = series.flatMap(({ metric }) => {
        const value = figures.get(metric.name);
        return value === undefined ? [] : [`${value} ${goUnit(metric)}`];
      });
      return ["Benchmark".concat(goName(cell)), "1", ...values].join("\t");
    }),
  );
  return `${[...head, "", ...lines].join("\n")}\n`;
}

/**
 * `NCF/mode=train/…/batch=1024`. Not cell keys: they hold slashes, and a data set's name may end like Go's `-8`, which means
 * GOMAXPROCS; so the batch comes last, and what is not a plain character is written as in a URL.
 */
function goName(cell: Cell): string {
  const axes = [...AXES.filter((axis) => axis !== "suite" && axis !== "batch"), "batch" as const];
  const parts = axes.map((axis) => `${axis}=${percentEncoded(String(cell[axis]))}`);
  return [percentEncoded(cell.suite.toUpperCase()), ...parts].join("/");
}

/** A unit is what benchstat tells metrics apart by: `items/s` is the primary metric, the others bear their name. */
function goUnit({ name, unit, primary }: MetricInfo): string {
  const known = unit === "s" ? "sec" : unit;
  return primary === true ? known : `${name}-${known}`;
}

function percentEncoded(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => {
      const char = String.fromCharCode(byte);
      return /[A-Za-z0-9._:,@+-]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}

function oneLine(text: string): string {
  return cleanLine(text) || "-";
}
