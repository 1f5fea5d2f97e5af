import { causeLines } from "../compare/causes/text.js";
import type { Explanation } from "../compare/explain.js";
import type { SideSummary } from "../compare/types.js";
import { formatPercent, formatSi, formatSignificant } from "../console/format.js";
import { renderTable } from "../console/table.js";
import { visible } from "../console/visible.js";
import { changeText, intervalText } from "./compare-figures.js";
import type { Io } from "./io.js";

/** Prints every number that led to one cell's verdict, in the order in which they were asked for. */
export function printExplanation(explanation: Explanation, io: Io): void {
  const { cell, base, next, steps, options, constants } = explanation;
  const { gated, reason, verdict } = cell;
  const width = io.columns === undefined ? {} : { width: io.columns };
  io.out(`${visible(cell.key)}\n${visible(`${gated.metric}, ${gated.unit}`)}, ${gated.better} is better\n\n`);
  const sides = [
    ["baseline", base.label, ...sideRow(gated.base)],
    ["newer", next.label, ...sideRow(gated.next)],
  ];
  const right = { align: "right" as const };
  const columns = [
    { title: "" },
    { title: "run" },
    { title: "valid", ...right },
    { title: "disturbed", ...right },
    { title: "median", ...right },
    { title: "spread", ...right },
    { title: "figures, in the order of the launches" },
  ];
  io.out(`${renderTable(columns, sides, width)}\n`);
  const left = leftOut(explanation);
  if (left !== "") io.out(`${left}\n`);
  io.out(`${renderTable([{ title: "figure" }, { title: "value" }, { title: "" }], figureRows(explanation), width)}\n`);
  const answers = steps.map(({ question, answer, figures }) => [
    question,
    answer === null ? "not asked" : answer ? "yes" : "no",
    figures,
  ]);
  io.out(`${renderTable([{ title: "asked" }, { title: "answer" }, { title: "for" }], answers, width)}\n`);
  const share = (value: number) => formatPercent(value);
  io.out(
    `Constants: margin ${share(options.margin)}, alpha ${options.alpha}, level ${share(options.level)}, power ${share(constants.power)}, at most ${constants.mostLaunches} launches asked for\n\n`,
  );
  if (cell.causes !== null) io.out(`${causeLines(cell.causes).map(visible).join("\n")}\n\n`);
  for (const { message } of cell.warnings) io.err(`warning: ${visible(message)}\n`);
  io.out(`${verdict} (${reason.code}): ${visible(reason.message)}\n`);
}

function sideRow({ valid, planned, disturbed, median, noise, values }: SideSummary): string[] {
  return [
    `${valid} of ${planned}`,
    String(disturbed.length),
    median === null ? "-" : formatSi(median),
    noise === null ? "-" : formatPercent(noise),
    values.map((value) => formatSignificant(value, 4)).join("  "),
  ];
}

/** Launches without a figure and disturbed ones, with why. */
function leftOut({ cell: { gated } }: Explanation): string {
  const lines = [
    ["baseline", gated.base],
    ["newer", gated.next],
  ].flatMap(([side, summary]) => {
    const { excluded, disturbed } = summary as SideSummary;
    return [
      ...excluded.map(
        ({ launch, code, message }) => `${side}, launch ${launch}: no figure ${visible(`(${code}): ${message}`)}\n`,
      ),
      ...disturbed.map(({ launch, codes }) => `${side}, launch ${launch}: disturbed (${visible(codes.join(", "))})\n`),
    ];
  });
  return lines.join("");
}

function figureRows({ cell: { gated }, family, leastP, alikeRatio, options }: Explanation): string[][] {
  const p = (value: number | null) => (value === null ? "-" : formatSignificant(value, 3));
  const need = gated.launchesNeeded;
  return [
    ["change", changeText(gated.effect), "Hodges-Lehmann estimate of the ratio"],
    [`${formatPercent(options.level)} interval`, intervalText(gated.effect), "inverts the exact Mann-Whitney test"],
    ...(alikeRatio === null
      ? []
      : [
          [
            "alike",
            formatPercent(alikeRatio - 1, { signed: true }),
            "the change by launches undisturbed, or disturbed alike",
          ],
        ]),
    ["p", p(gated.p), "Mann-Whitney, two-sided"],
    ["p adjusted", p(gated.adjustedP), `Holm over ${family} tests: what the gate rests on`],
    ["p discovery", p(gated.discoveryP), "Benjamini-Hochberg over the same tests: shown, never gated"],
    ["least p", p(leastP), "of so many launches, if the sides do not overlap"],
    [
      "sees",
      gated.mde === null ? "-" : formatPercent(gated.mde),
      "smallest change that this design finds four times in five",
    ],
    [
      "launches needed",
      need === null ? "-" : `${need.next}${need.base === null ? "" : ` of both runs`}`,
      "to decide an open verdict at this noise",
    ],
  ];
}
