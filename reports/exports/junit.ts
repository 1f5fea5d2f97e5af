import { formatMetric } from "../figure.js";
import { cleanLine } from "../text.js";
import { changeText } from "../verdict.js";
import type { ExportInput } from "./input.js";
import { type Judged, judgedCells } from "./judged.js";

const ELEMENTS = {
  passed: null,
  slower: "failure",
  "quality-missed": "failure",
  "not measured": "error",
  incomplete: "error",
  unsupported: "skipped",
  undecided: "skipped",
} as const;

/**
 * JUnit XML as Jenkins' xUnit plugin and GitLab read it, one test case a cell: `failure` for what is slower or missed its
 * quality target, `error` where figures are missing, `skipped` where the engine cannot do it or the verdict is open.
 */
export function renderJunit(input: ExportInput): string {
  const { manifest } = input;
  const cells = judgedCells(input);
  const times = cells.map(secondsOf);
  const count = (element: string) => cells.filter(({ outcome }) => ELEMENTS[outcome] === element).length;
  const totals = `tests="${cells.length}" failures="${count("failure")}" errors="${count("error")}"`;
  const time = `time="${times.reduce((sum, seconds) => sum + seconds, 0).toFixed(3)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="ncf-bench" ${totals} ${time}>`,
    `  <testsuite name=${attribute(manifest.matrix)} ${totals} skipped="${count("skipped")}" ${time} timestamp=${attribute(manifest.createdAt.replace(/\.\d+Z$|Z$/, ""))}>`,
    "    <properties>",
    ...properties(input).map(([name, value]) => `      <property name="${name}" value=${attribute(value)}/>`),
    "    </properties>",
    ...cells.map((cell, i) => testCase(cell, times[i]!)),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function testCase(judged: Judged, seconds: number): string {
  const { key, cell, outcome, code, message, measured } = judged;
  // GitLab shows the class as the suite; the axes that it holds are left out of the name.
  const suite = `${cell.suite}.${cell.engine}.${cell.mode}`;
  const open = `    <testcase classname=${attribute(suite)} name=${attribute(key)} time="${seconds.toFixed(3)}">`;
  const element = ELEMENTS[outcome];
  const figures = measured === null ? [] : figureLines(judged);
  return [
    open,
    ...(element === null ? [] : [`      <${element} type=${attribute(code)} message=${attribute(message)}/>`]),
    ...(figures.length === 0 ? [] : [`      <system-out>${escaped(figures.join("\n"))}</system-out>`]),
    "    </testcase>",
  ].join("\n");
}

function figureLines({ measured }: Judged): string[] {
  const { side, planned, compared, series } = measured!;
  return [
    ...(compared === null ? [] : [`${compared.verdict}: ${cleanLine(compared.reason.message)}`]),
    ...(compared?.gated.effect ? [`change ${changeText(compared.gated.effect)}`] : []),
    `${side.valid} of ${planned} launches valid`,
    ...series.map(
      ({ metric, median, values }) => `${metric.name} ${formatMetric(median, metric.unit)} (n = ${values.length})`,
    ),
  ];
}

/** Wall time of the cell's launches, failed ones too: what it took to find this out. */
function secondsOf({ measured }: Judged): number {
  return (measured?.launches ?? []).reduce((sum, { record }) => {
    const seconds = record?.durationSeconds ?? 0;
    return Number.isFinite(seconds) && seconds > 0 ? sum + seconds : sum;
  }, 0);
}

function properties({ manifest, comparison }: ExportInput): [string, string][] {
  return [
    ["run", manifest.run],
    ["machine", manifest.machine.fingerprint],
    ["version", manifest.software.version],
    ["commit", manifest.software.commit ?? "unknown"],
    ...(comparison === null
      ? []
      : ([
          ["baseline", comparison.base.label],
          ["exit", `${comparison.exitCode}: ${comparison.exitReason}`],
        ] as [string, string][])),
  ];
}

function attribute(text: string): string {
  return `"${escaped(cleanLine(text))}"`;
}

/** Escaped for text and attributes. The two code points that XML 1.0 cannot hold and `cleanText` leaves are written out. */
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\ufffe", "\\u{fffe}")
    .replaceAll("\uffff", "\\u{ffff}");
}
