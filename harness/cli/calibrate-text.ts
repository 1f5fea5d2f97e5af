import type { Bound, BoundName } from "../calibrate/bounds.js";
import type { Calibration, Rate, RatedRow } from "../calibrate/calibration.js";
import { addTallies, NO_MARGIN, NOTHING } from "../calibrate/experiment.js";
import { formatCount } from "../console/format.js";
import { type Column, renderTable } from "../console/table.js";
import { wilsonInterval } from "../stats/wilson.js";
import { type Io, paint } from "./io.js";

interface Section {
  title: string;
  /** How to read it, where the title is not enough. */
  note?: string;
  columns: Column[];
  rows: string[][];
}

/** Prints the tables, the stored run's own facts, and which promises were kept. */
export function printCalibration(result: Calibration, io: Io): void {
  const width = io.columns === undefined ? {} : { width: io.columns };
  for (const { title, note, columns, rows } of sectionsOf(result)) {
    io.out(`${title}\n${note === undefined ? "" : `${note}\n`}\n${renderTable(columns, rows, width)}\n`);
  }
  for (const { name, of, rate, atLeast, atMost, state } of result.bounds) {
    if (state === "held" || state === "not refuted") continue;
    io.out(`${state}: ${NAMES[name]}, ${of}: ${percent(rate)}, ${limits({ atLeast, atMost })}\n`);
  }
  const color = result.exitCode === 0 ? "green" : result.exitCode === 1 ? "red" : "yellow";
  io.out(`${paint(io.color.out, color, result.exitReason)} (exit ${result.exitCode})\n`);
}

/** The same tables in Markdown. */
export function calibrationMarkdown(result: Calibration): string {
  const sections = sectionsOf(result).map(({ title, note, columns, rows }) => {
    const rule = columns.map(({ align }) => (align === "right" ? "---:" : "---"));
    const lines = [columns.map((column) => column.title), rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`);
    return `### ${title}\n\n${note === undefined ? "" : `${note}\n\n`}${lines.join("\n")}\n`;
  });
  return `${sections.join("\n")}\nMade by \`${result.command}\`: ${result.exitReason}.\n`;
}

function sectionsOf(result: Calibration): Section[] {
  const { gate, stored } = result;
  const own = result.rows.filter(({ margin }) => margin !== NO_MARGIN);
  const bare = result.rows.filter(({ margin }) => margin === NO_MARGIN);
  const still = (rows: readonly RatedRow[]) => rows.filter(({ slowdown }) => slowdown === 0);
  const falseAlarms = (row: RatedRow) => rateText(row.falseAlarms);
  const slowdowns = [...new Set(own.map(({ slowdown }) => slowdown))].filter((slowdown) => slowdown > 0);
  const shown = slowdowns.includes(0.05) ? 0.05 : slowdowns.at(-1);
  const first = own.find(({ source }) => source === "simulated")?.noise;
  return [
    ...(stored === null ? [] : [storedSection(stored)]),
    {
      title: `False alarms with a margin of ${percent(gate.margin)}`,
      note: `Nothing changed: share of comparisons in which any cell is called slower or faster, with its 95 % interval.${cvText(own)}`,
      ...pivot(still(own), falseAlarms),
    },
    {
      title: "False alarms without a margin",
      note: `The test and its correction for the family alone, which alpha = ${percent(gate.alpha)} bounds.`,
      ...pivot(still(bare), falseAlarms),
    },
    ...(shown === undefined
      ? []
      : [
          {
            title: `Slowdowns of ${percent(shown)} found`,
            note: `Of one cell in the family, with a margin of ${percent(gate.margin)}.`,
            ...pivot(
              own.filter(({ slowdown }) => slowdown === shown),
              (row) => rateText(row.power),
            ),
          },
        ]),
    ...(first === undefined
      ? []
      : [
          {
            title: `Slowdowns found under ${first} noise`,
            ...pivot(
              own.filter(({ slowdown, noise }) => slowdown > 0 && noise === first),
              (row) => rateText(row.power),
              [["slowdown", (row) => percent(row.slowdown)]],
            ),
          },
        ]),
    {
      title: "What a confirming run changes",
      note: "Exit code 1 at once, and after a second run that was compared with the same baseline.",
      ...confirming(result.rows, shown),
    },
    {
      title: "Intervals that hold the truth",
      note: `Asked for: ${percent(gate.level)}. Attained by the exact distribution of few figures without ties: the first row.`,
      ...coverage(still(result.rows)),
    },
    {
      title: "Cells called `same` when nothing changed",
      note: "The others are inconclusive, but for the false alarms.",
      ...pivot(still(own), ({ tally }) => rateOf(tally.same, tally.cells)),
    },
    {
      title: "Wrong answers on slowed cells",
      note: `Over all designs. \`same\` is right below the margin of ${percent(gate.margin)}, and wrong above.`,
      ...wrongAnswers(own),
    },
    promises(result.bounds),
  ].filter(({ rows }) => rows.length > 0);
}

type Label = [title: string, of: (row: RatedRow) => string];

/** What tells designs apart but for their launches: the spread, too, where there are several. */
function designOf(rows: readonly RatedRow[]): Label[] {
  const design: Label[] = [
    ["runs", ({ source, noise }) => (source === "simulated" ? noise : source)],
    ["cells", ({ cells }) => String(cells)],
  ];
  return spreads(rows).length > 1 ? [...design, ["CV", ({ cv }) => percent(cv!)]] : design;
}

/** One column for each number of launches; one row for each of what the labels tell apart. */
function pivot(rows: readonly RatedRow[], text: (row: RatedRow) => string, more: Label[] = []): Omit<Section, "title"> {
  const labels = [...designOf(rows), ...more];
  const launches = [...new Set(rows.map((row) => row.launches))];
  const lines = new Map<string, string[]>();
  for (const row of rows) {
    const head = labels.map(([, of]) => of(row));
    const key = head.join("\0");
    const line = lines.get(key) ?? [...head, ...launches.map(() => "-")];
    line[labels.length + launches.indexOf(row.launches)] = text(row);
    lines.set(key, line);
  }
  return {
    columns: [
      ...labels.map(([title], i): Column => (i === 0 ? { title } : { title, align: "right" })),
      ...launches.map((n): Column => ({ title: n === null ? "halves" : `${n} + ${n}`, align: "right" })),
    ],
    rows: [...lines.values()],
  };
}

/** At the least number of launches that decides a family of twelve, or the only one there is. */
function confirming(rows: readonly RatedRow[], slowdown: number | undefined): Omit<Section, "title"> {
  const all = [...new Set(rows.map((row) => row.launches))];
  const launches = all.find((n) => n !== null && n >= 7) ?? all[0] ?? null;
  const chosen = rows.filter((row) => row.launches === launches);
  const pair = (row: RatedRow | undefined, at: "exits" | "power"): string => {
    const [once, twice] = at === "exits" ? [row?.exits, row?.confirmedExits] : [row?.power, row?.confirmedPower];
    return once == null || twice == null ? "-" : `${percent(once.rate)} → ${percent(twice.rate)}`;
  };
  const design = designOf(rows);
  const heads = new Map(chosen.map((row) => [design.map(([, of]) => of(row)).join("\0"), row]));
  const lines = [...heads.values()].map((head) => {
    const same = chosen.filter((row) => design.every(([, of]) => of(row) === of(head)));
    const still = (bare: boolean) => same.find((row) => row.slowdown === 0 && (row.margin === NO_MARGIN) === bare);
    const slowed = same.find((row) => row.slowdown === slowdown);
    return [
      ...design.map(([, of]) => of(head)),
      pair(still(true), "exits"),
      pair(still(false), "exits"),
      pair(slowed, "power"),
    ];
  });
  const right = { align: "right" as const };
  const found = slowdown === undefined ? "found" : `${percent(slowdown)} slower, found`;
  return {
    columns: [
      { title: `${launches ?? "half"} launches` },
      ...design.slice(1).map(([title]) => ({ title, ...right })),
      { title: "nothing changed, no margin", ...right },
      { title: "nothing changed", ...right },
      { title: found, ...right },
    ],
    rows: lines,
  };
}

/** Both margins count: the interval does not depend on them. */
function coverage(rows: readonly RatedRow[]): Omit<Section, "title"> {
  const design = designOf(rows);
  const pooled = new Map<string, RatedRow>();
  for (const row of rows) {
    const key = [...design.map(([, of]) => of(row)), row.launches].join("\0");
    const before = pooled.get(key);
    pooled.set(key, before === undefined ? row : { ...row, tally: addTallies(before.tally, row.tally) });
  }
  const table = pivot([...pooled.values()], ({ tally }) => rateOf(tally.covered, tally.cells));
  const attained = new Map(rows.map((row) => [row.launches, row.attained]));
  const texts = [...attained.values()].map((level) => (level === null ? "-" : percent(level)));
  return {
    ...table,
    rows: [
      [
        "attained",
        ...designOf(rows)
          .slice(1)
          .map(() => ""),
        ...texts,
      ],
      ...table.rows,
    ],
  };
}

function wrongAnswers(rows: readonly RatedRow[]): Omit<Section, "title"> {
  const slowdowns = [...new Set(rows.map((row) => row.slowdown))].filter((slowdown) => slowdown > 0);
  const right = { align: "right" as const };
  return {
    columns: [
      { title: "runs" },
      { title: "slowdown", ...right },
      { title: "comparisons", ...right },
      { title: "called `same`", ...right },
      { title: "called faster", ...right },
    ],
    rows: [false, true].flatMap((biased) =>
      slowdowns.flatMap((slowdown) => {
        const chosen = rows.filter((row) => row.slowdown === slowdown && row.noise.startsWith("biased-") === biased);
        if (chosen.length === 0) return [];
        const tally = chosen.map((row) => row.tally).reduce(addTallies, NOTHING);
        return [
          [
            biased ? "biased" : "not biased",
            percent(slowdown),
            formatCount(tally.trials),
            rateOf(tally.missedAsSame, tally.trials),
            rateOf(tally.wrongDirection, tally.trials),
          ],
        ];
      }),
    ),
  };
}

function storedSection({ run, launches, halves, without }: NonNullable<Calibration["stored"]>): Section {
  return {
    title: `Launches of the run ${run}`,
    note: `The first half of its launches, compared with the second: ${without.length === 0 ? "" : `${without.length} cells have too few launches; `}a cell that moved drifted within the run.`,
    columns: [{ title: "cell" }, { title: "launches", align: "right" }, { title: "second half" }],
    rows: Object.entries(launches).map(([key, count]) => [key, String(count), halves[key] ?? "-"]),
  };
}

const NAMES: Record<BoundName, string> = {
  "false-alarms": "false alarms",
  "false-alarms-without-margin": "false alarms without a margin",
  "false-alarms-beside-a-slowdown": "false alarms beside a slowdown",
  coverage: "coverage of the interval",
  power: "5 % slower is found at 1 % noise and 7 launches or more",
  "wrong-same": "slower beyond the margin, called `same`",
  "wrong-direction": "slower, called faster",
  answers: "`same` where nothing changed, at 1 % noise and 7 launches or more",
};

/** Each promise with the measured figure that comes nearest to breaking it. */
function promises(bounds: readonly Bound[]): Section {
  // A limit of 0 or 1 is none: every rate is as near to it as can be.
  const room = ({ rate, atLeast, atMost }: Bound) =>
    Math.min(atLeast === 0 ? 1 : rate - atLeast, atMost === 1 ? 1 : atMost - rate);
  const names = [...new Set(bounds.map(({ name }) => name))];
  return {
    title: "What the gate promises",
    columns: [
      { title: "promise" },
      { title: "bound", align: "right" },
      { title: "nearest to it", align: "right" },
      { title: "of" },
      { title: "held", align: "right" },
      { title: "not refuted", align: "right" },
    ],
    rows: names.map((name) => {
      const own = bounds.filter((bound) => bound.name === name);
      const nearest = own.reduce((a, b) => (room(b) < room(a) ? b : a));
      const count = (state: Bound["state"]) => own.filter((bound) => bound.state === state).length;
      const held = `${count("held")} of ${own.length}`;
      return [NAMES[name], limits(nearest), percent(nearest.rate), nearest.of, held, String(count("not refuted"))];
    }),
  };
}

function limits({ atLeast, atMost }: Pick<Bound, "atLeast" | "atMost">): string {
  if (atLeast === 0) return `at most ${percent(atMost)}`;
  return atMost === 1 ? `at least ${percent(atLeast)}` : `${percent(atLeast)} to ${percent(atMost)}`;
}

function cvText(rows: readonly RatedRow[]): string {
  const cvs = spreads(rows);
  return cvs.length === 1 ? ` Launches vary by ${percent(cvs[0]!)}.` : "";
}

function spreads(rows: readonly RatedRow[]): number[] {
  return [...new Set(rows.flatMap(({ cv }) => cv ?? []))];
}

function rateOf(count: number, trials: number): string {
  return rateText(trials === 0 ? null : { rate: count / trials, ...wilsonInterval(count, trials, 0.95) });
}

function rateText(rate: Rate | null): string {
  if (rate === null) return "-";
  return `${percent(rate.rate)} (${bare(rate.low)}–${bare(rate.high)})`;
}

/** In per cent, to a tenth; what is not 0 is not shown as 0. */
function bare(share: number): string {
  if (share > 1e-9 && share < 0.0005) return "<0.1";
  return String(Number((100 * share).toFixed(1)));
}

function percent(share: number): string {
  return Number.isNaN(share) ? "-" : `${bare(share)} %`;
}
