import { type Command, InvalidArgumentError } from "commander";
import { parseDocument } from "yaml";
import { UserError } from "../../errors/user-error.js";
import type { Suite } from "../../suites/suite.js";
import { getSuite } from "../../suites/suites.js";
import type { MachineDescription } from "../machine/describe.js";
import { EMULATED_LAUNCHES, emulated } from "../matrix/emulate.js";
import { type Axis, type ExpandedCell, expandMatrix } from "../matrix/expand.js";
import { loadMatrix } from "../matrix/load.js";
import { nameDatasets } from "../matrix/name-datasets.js";
import type { Matrix } from "../matrix/schema.js";
import { selectCells, splitPair } from "../matrix/select.js";
import { type Plan, planRun } from "../plan/plan.js";
import { cellsFoundSlower } from "./cells-of.js";

/** Options by which `run` and `plan` say what is to be measured. */
export interface MatrixOptions {
  matrix?: string;
  cell?: string[];
  cellsOf?: string;
  launches?: number;
  dataset?: string;
  engine?: string;
  backend?: string;
  formulation?: string;
  weak?: boolean;
  emulate?: boolean;
  seed?: number;
  timeout?: number;
  set?: string[];
  /** What no option of its own sets, e.g. the axes of a variant. */
  axes?: Partial<Record<Axis, unknown>>;
}

export const DEFAULT_MATRIX = "quick";

export function addMatrixOptions(command: Command): Command {
  return command
    .option("--matrix <name|file>", `built-in matrix or YAML file (default: ${DEFAULT_MATRIX})`)
    .option("--cell <axis=value...>", "only the cells that match, e.g. --cell mode=train gpus=1,4")
    .option("--cells-of <file>", "only the cells that a comparison found slower, from its JSON: to confirm them")
    .option("--launches <n>", "fresh processes a cell, instead of the matrix's own number", integer(1, 1000))
    .option("--dataset <spec>", "data set of all cells: a name, synthetic:NAME, or a path")
    .option("--engine <name>", "engine of all cells")
    .option("--backend <name>", "backend of all cells, e.g. wasm")
    .option("--formulation <name>", "formulation of all cells: layerwise or factored")
    .option("--weak", "the batch is that of each GPU and stays the same as GPUs are added (weak scaling)")
    .option("--emulate", "try the matrix anywhere: virtual CPU devices for GPUs, scaled-down data; never a GPU figure")
    .option("--seed <n>", "seed of the launch order and the launches (default: 1)", integer(0, 2 ** 48))
    .option("--timeout <seconds>", "time limit of one launch", positive)
    .option("--set <key=value...>", "suite option of all cells, e.g. --set epochs=5");
}

/** The cells that the options name, expanded and checked by no suite yet. */
export interface SelectedCells {
  matrix: Matrix;
  path: string;
  suite: Suite;
  cells: ExpandedCell[];
  /** Real paths of the data sets that were given as a path, by their names in the cells. */
  sources: ReadonlyMap<string, string>;
}

export interface PlannedMatrix extends Omit<SelectedCells, "cells"> {
  plan: Plan;
}

/**
 * From the options to the plan on this machine. Throws `UserError` for whatever is wrong with them.
 *
 * @param env the workers' environment; ours unless given.
 */
export async function planMatrix(
  options: MatrixOptions,
  cwd: string,
  machine: MachineDescription,
  env?: NodeJS.ProcessEnv,
): Promise<PlannedMatrix> {
  const { cells, ...selected } = await selectedCells(options, cwd, (suite, gpus, backend) =>
    suite.defaultEngine(machine.view, gpus, backend),
  );
  const plan = planRun({
    matrix: selected.matrix,
    cells,
    suite: selected.suite,
    machine: machine.view,
    seed: options.seed ?? 1,
    env,
    launches: options.launches ?? (options.emulate ? EMULATED_LAUNCHES : undefined),
    timeoutSeconds: options.timeout,
  });
  return { ...selected, plan };
}

/**
 * From the options to the cells that they name.
 *
 * @param defaultEngine what the engine `auto` means for a cell of so many GPUs on a backend.
 */
export async function selectedCells(
  options: MatrixOptions,
  cwd: string,
  defaultEngine: (suite: Suite, gpus: number, backend: string) => string,
): Promise<SelectedCells> {
  const { matrix, path } = await loadMatrix(options.matrix ?? DEFAULT_MATRIX, cwd);
  const suite = getSuite(matrix.suite);
  const named = await nameDatasets(expandWith(matrix, suite, options, defaultEngine), suite, cwd);
  const filtered = selectCells(named.cells, filters(options.cell ?? [], named.names));
  const cells = options.cellsOf === undefined ? filtered : await theseCells(filtered, options.cellsOf, cwd);
  return { matrix, path, suite, cells, sources: named.sources };
}

async function theseCells(cells: readonly ExpandedCell[], file: string, cwd: string): Promise<ExpandedCell[]> {
  const keys = await cellsFoundSlower(file, cwd);
  const found = cells.filter(({ key }) => keys.has(key));
  if (found.length === keys.size) return found;
  const missing = [...keys].find((key) => !found.some((cell) => cell.key === key))!;
  throw new UserError({
    code: "usage.cells-of",
    what: `the matrix has no cell ${missing}`,
    where: `--cells-of ${file}`,
    hint: "give the matrix and the options of the run that was compared",
  });
}

/** `--cell dataset=PATH` with the path's name in place of the path. */
function filters(given: readonly string[], names: ReadonlyMap<string, string>): string[] {
  return given.map((filter) => {
    const name = filter.startsWith("dataset=") ? names.get(filter.slice("dataset=".length)) : undefined;
    return name === undefined ? filter : `dataset=${name}`;
  });
}

function expandWith(
  matrix: Matrix,
  suite: Suite,
  options: MatrixOptions,
  defaultEngine: (suite: Suite, gpus: number, backend: string) => string,
): ExpandedCell[] {
  const axes: Partial<Record<Axis, unknown>> = {};
  for (const axis of ["dataset", "engine", "backend", "formulation"] as const) {
    if (options[axis] !== undefined) axes[axis] = options[axis];
  }
  if (options.weak) axes.scaling = "weak";
  Object.assign(axes, options.axes);
  const set = Object.fromEntries((options.set ?? []).map((pair) => parseSetting(pair)));
  const expand = (more: Partial<Record<Axis, unknown>>, settings: Record<string, unknown>) =>
    expandMatrix({
      matrix,
      axes: { ...axes, ...more },
      options: { ...settings, ...set },
      defaultEngine: (gpus, backend) => defaultEngine(suite, gpus, backend),
      defaultXla: (engine) => suite.defaultXla(engine),
    });
  if (!options.emulate) return expand({}, {});
  const fixed = (["engine", "backend"] as const).find((axis) => options[axis] !== undefined);
  if (fixed !== undefined) {
    throw new UserError({
      code: "usage.emulate",
      what: `--emulate runs the xla engine on virtual devices, so it contradicts --${fixed}`,
      where: `--${fixed}`,
      hint: "give one of the two",
    });
  }
  return emulated(expand, options.dataset);
}

/** `key=value` where the value is a YAML scalar: `5`, `0.1`, `true`, `null`, `text`. */
function parseSetting(pair: string): [string, unknown] {
  const [key, text] = splitPair(pair, "--set");
  const document = parseDocument(text, { schema: "core" });
  const value: unknown = document.errors.length > 0 ? text : document.toJS({ maxAliasCount: 0 });
  if (typeof value !== "object" || value === null) return [key, value];
  throw new UserError({
    code: "usage.set",
    what: `expected a single value, got ${JSON.stringify(text)}`,
    where: `--set ${key}`,
    hint: "lists and maps are given in a matrix file",
  });
}

/** A commander argument parser for whole numbers. */
export function integer(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`);
  };
}

function positive(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError("Expected a positive number of seconds.");
}
