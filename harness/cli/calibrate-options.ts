import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError } from "commander";
import { UserError } from "../../errors/user-error.js";
import { FULL, type Grid, QUICK } from "../calibrate/grid.js";
import { noiseModels } from "../calibrate/noise-models.js";
import { DEFAULTS } from "../compare/options.js";
import { integer } from "./matrix-options.js";
import { share as shareOf } from "./share.js";

export interface CalibrateOptions {
  quick?: boolean;
  run?: string;
  noise?: string[];
  cv?: number[];
  launches?: number[];
  cells?: number[];
  trials?: number;
  margin?: number;
  alpha?: number;
  seed: number;
  threads: number;
  json?: boolean;
  markdown?: boolean;
}

/** What is known of simulated runs only. */
const SIMULATED = ["noise", "cv", "cells"] as const;

export function addCalibrateOptions(command: Command): Command {
  return command
    .option("--quick", "fewer designs and trials: seconds instead of minutes")
    .option("--run <run>", "make the runs of the launches of this run or baseline")
    .option("--noise <models...>", "only these noise models")
    .option(
      "--cv <shares...>",
      `noise of simulated launches, their coefficient of variation (default: ${FULL.cvs})`,
      shares,
    )
    .option("--launches <n...>", "launches a side of each cell", integers(1, 1000))
    .option("--cells <n...>", "simulated cells in the family", integers(1, 10_000))
    .option("--trials <n>", "comparisons in each experiment", integer(1, 1_000_000))
    .option("--margin <share>", `the gate's margin (default: ${DEFAULTS.margin})`, share)
    .option("--alpha <share>", `the gate's error rate (default: ${DEFAULTS.alpha})`, share)
    .option("--seed <n>", "the same seed gives the same figures", integer(0, 2 ** 48), 1)
    .option("--threads <n>", "threads, on which no figure depends", integer(1, 256), availableParallelism())
    .option("--json", "print JSON")
    .option("--markdown", "print the tables in Markdown");
}

/** What to simulate. Throws `UserError`. */
export function calibrationGrid(options: CalibrateOptions, margin: number): Grid {
  const { noise, cv, launches, cells, trials } = options;
  const preset = options.quick ? QUICK : FULL;
  const unknown = noise?.find((name) => !preset.models.includes(name));
  if (unknown !== undefined) {
    throw new UserError({
      code: "calibrate.noise-unknown",
      what: `no noise model is called ${JSON.stringify(unknown)}`,
      where: "--noise",
      hint: `one of ${noiseModels.map(({ name }) => name).join(", ")}`,
    });
  }
  const simulated = options.run === undefined ? undefined : SIMULATED.find((name) => options[name] !== undefined);
  if (simulated !== undefined) {
    throw new UserError({
      code: "usage",
      what: "is of simulated runs, and --run makes them of real launches",
      where: `--${simulated}`,
      hint: "leave one of the two out",
    });
  }
  return {
    ...preset,
    margin,
    ...(noise && { models: preset.models.filter((name) => noise.includes(name)) }),
    ...(cv && { cvs: cv }),
    ...(launches && { launches }),
    ...(cells && { cells }),
    ...(trials !== undefined && { trials, nullTrials: trials }),
  };
}

/** The command that gives the same figures: the options that decide them, in one order. */
export function calibrationCommand(options: CalibrateOptions): string {
  const { quick, run, noise, cv, launches, cells, trials, margin, alpha, seed } = options;
  const given = { quick, run, noise, cv, launches, cells, trials, margin, alpha, seed };
  const words = Object.entries(given).flatMap(([name, value]) => {
    if (value === undefined) return [];
    return value === true ? [`--${name}`] : [`--${name}`, ...[value].flat().map(String)];
  });
  return ["ncf-bench", "calibrate", ...words].join(" ");
}

function shares(text: string, before: number[] = []): number[] {
  return ordered([...before, ...text.split(",").map(share)]);
}

export function share(text: string): number {
  const value = shareOf(text);
  if (value > 0 && value < 1) return value;
  throw new InvalidArgumentError("Expected a share between 0 and 1, e.g. 0.02.");
}

/** Parses an option that takes several numbers: in order, each once. */
function integers(least: number, most: number): (text: string, before: number[] | undefined) => number[] {
  const parse = integer(least, most);
  return (text, before = []) => ordered([...before, ...text.split(",").map(parse)]);
}

function ordered(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
