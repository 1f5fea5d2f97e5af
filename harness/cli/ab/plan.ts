import { join } from "node:path";
import { UserError } from "../../../errors/user-error.js";
import { cachePath } from "../../../storage/cache-dir.js";
import type { Side } from "../../ab/order.js";
import { AS_IS, parseVariant, type Variant, variantEnvironment, WORKER_FILE } from "../../ab/variant.js";
import { describeMachine, type MachineDescription } from "../../machine/describe.js";
import { softwareInfo } from "../../machine/software.js";
import type { LaunchRecord } from "../../record/schema.js";
import { buildCommit } from "../../setup/build-commit.js";
import type { Io } from "../io.js";
import { type MatrixOptions, type PlannedMatrix, planMatrix } from "../matrix-options.js";

/** A variant, and what a worker of it finds here. */
export interface Surveyed {
  variant: Variant;
  machine: MachineDescription;
  software: LaunchRecord["software"];
  /** Root of the built ncf-bench whose worker measures; null: our own, or one that is not built yet. */
  root: string | null;
}

/**
 * The machine as the variant's environment lets its workers see it, and the software of its checkout. A commit is built,
 * unless nothing is to be measured.
 */
export async function survey(variant: Variant, io: Io, { build = true } = {}): Promise<Surveyed> {
  const env = variantEnvironment(variant, io.env);
  const root = build && variant.commit !== null ? await builtCommit(variant.commit, io) : variant.checkout;
  const [machine, software] = await Promise.all([describeMachine({ env }), softwareInfo(root ?? undefined)]);
  return { variant, machine, software, root };
}

function builtCommit(commit: string, io: Io): Promise<string> {
  return buildCommit(commit, {
    folder: join(cachePath(io.env), "checkouts"),
    product: WORKER_FILE,
    env: io.env,
    signal: io.signal,
    say: (message) => io.err(`${message}\n`),
  });
}

/** The cells that the options name, as the variant changes them. */
export function planVariant(options: MatrixOptions, { variant, machine }: Surveyed, io: Io): Promise<PlannedMatrix> {
  const set = [...(options.set ?? []), ...variant.set];
  return planMatrix({ ...options, set, axes: variant.axes }, io.cwd, machine, variantEnvironment(variant, io.env));
}

/** Both variants, from `--a` and `--b` or from two words; A is as it is where only one is named. Throws `UserError`. */
export function parseVariants(
  words: readonly string[],
  options: { a?: string[] | undefined; b?: string[] | undefined },
  cwd: string,
): Record<Side, Variant> {
  if (words.length > 0 && (options.a !== undefined || options.b !== undefined)) {
    throw usage("--a, --b", "variants are given either by --a and --b or as words, not both ways");
  }
  if (words.length > 2) throw usage("variants", `two are compared, not ${words.length}; see ncf-bench bisect for more`);
  const [first, second] = words.length === 1 ? [AS_IS, words[0]] : words;
  const a = options.a?.join(" ") ?? first ?? AS_IS;
  const b = options.b?.join(" ") ?? second;
  if (b === undefined) throw usage("--b", "no variant is given; as words they come before --cell and other lists");
  return { a: parseVariant(a, "--a", cwd), b: parseVariant(b, "--b", cwd) };
}

function usage(where: string, what: string): UserError {
  return new UserError({ code: "usage", what, where, hint: "see ncf-bench ab --help" });
}
