import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { acquireLock } from "../../storage/lock.js";
import { commitsOf } from "../ab/commit.js";
import { checkDesign, defaultBlocks } from "../ab/design.js";
import { parseVariant, type Variant } from "../ab/variant.js";
import {
  BISECT_SCHEMA,
  type Bisection,
  bisectionsFolder,
  createBisection,
  findBisection,
  writeBisection,
} from "../bisect/bisection.js";
import { type BisectOutcome, evaluate, type ProbeResult } from "../bisect/evaluate.js";
import { compareOptions, DEFAULTS } from "../compare/options.js";
import { ignoreFolder, newRunId } from "../run/run-dir.js";
import { survey } from "./ab/plan.js";
import { measureProbe, planAll } from "./bisect/probes.js";
import { printBisection, tellProbe } from "./bisect/text.js";
import { share } from "./calibrate-options.js";
import type { Register } from "./command.js";
import { type Io, outJson } from "./io.js";
import { addMatrixOptions, integer, type MatrixOptions } from "./matrix-options.js";

interface BisectOptions extends MatrixOptions {
  variants?: string;
  commits?: string;
  blocks?: number;
  endBlocks?: number;
  margin?: number;
  alpha?: number;
  metric?: string;
  threshold?: number;
  maxProbes?: number;
  resume?: string;
  out?: string;
  json?: boolean;
  dryRun?: boolean;
}

const HELP = `
Variants are written as for ncf-bench ab, in order, the good end first: one word each, or one line each of a file.
The ends are compared first; where they differ, each probe compares the variant that is expected to say most about the
place of the step with the good end, until one step has the probability --threshold. One cell is searched.

Exit codes: 1 a step was found that made it slower; 0 one that made it faster, or the ends are the same; 3 the ends or
the probes did not decide; 4 and 5 as of ab; 130 stopped by Ctrl-C, what was measured is kept.

Examples:
  ncf-bench bisect plugin=a.so plugin=b.so plugin=c.so plugin=d.so --cell mode=train batch=65536
  ncf-bench bisect --variants nightly.txt --matrix ./own.yaml
  ncf-bench bisect --commits v0.1.0..HEAD --cell mode=train batch=65536
  ncf-bench bisect --resume latest`;

export const registerBisect: Register = (program, { io, action }) => {
  const command = program
    .command("bisect")
    .description("find which of an ordered list of variants made it slower or faster, through the noise")
    .argument("[variants...]", "in order, the good end first");
  addMatrixOptions(command)
    .option("--variants <file>", "read the variants from a file, one a line; # begins a comment")
    .option("--commits <range>", "search the commits of ncf-bench from GOOD to BAD: GOOD..BAD, by first parents")
    .option("--blocks <n>", "blocks of two pairs a probe (default: 1)", integer(1, 100))
    .option("--end-blocks <n>", "blocks that compare the ends (default: 5)", integer(1, 250))
    .option("--margin <share>", `relative change that counts (default: ${DEFAULTS.margin})`, share)
    .option("--alpha <share>", `error rate of the ends' comparison (default: ${DEFAULTS.alpha})`, share)
    .option("--metric <name>", "search this metric instead of the cell's primary one")
    .option("--threshold <share>", "probability of a step that ends the search (default: 0.95)", share)
    .option("--max-probes <n>", "give up after so many probes (default: 50)", integer(1, 10_000))
    .option("--resume <bisection>", "go on with this one (id, folder or latest)")
    .option("--out <dir>", "its folder (default: .ncf-bench/bisect/<id>)")
    .option("--json", "print JSON")
    .option("--dry-run", "show what would be searched, measure nothing")
    .addHelpText("after", HELP)
    .action(
      action((words: string[], options: BisectOptions) =>
        options.resume === undefined ? begin(words, options, io) : resume(words, options, io),
      ),
    );
};

async function begin(words: readonly string[], options: BisectOptions, io: Io): Promise<ExitCode> {
  if (options.launches !== undefined) throw usage("--launches", "is --blocks here");
  const bisection = describe(await readVariants(words, options, io), options);
  checkDesign(1, bisection.endBlocks, { margin: bisection.margin, alpha: bisection.alpha });
  await planAll(bisection, await survey(bisection.variants[0]!, io, { build: false }), io);
  if (options.dryRun) {
    if (options.json) outJson(io, bisection);
    else printBisection(evaluate(bisection, []), io);
    return ExitCode.Ok;
  }
  const { id } = bisection;
  const dir = options.out === undefined ? join(bisectionsFolder(io.cwd), id) : resolve(io.cwd, options.out);
  if (options.out === undefined) await ignoreFolder(join(io.cwd, ".ncf-bench"));
  await createBisection(dir, bisection);
  return search(dir, bisection, options.json === true, io);
}

async function resume(words: readonly string[], options: BisectOptions, io: Io): Promise<ExitCode> {
  const { resume: name, json, ...fixed } = options;
  const given = Object.keys(fixed)[0];
  if (words.length > 0 || given !== undefined) {
    throw usage(
      given === undefined ? "variants" : `--${given}`,
      "is fixed by the bisection that --resume goes on with",
    );
  }
  const { dir, bisection } = await findBisection(name!, io.cwd);
  return search(dir, bisection, json === true, io);
}

/** Probes until the answer is there. Every probe is written down before its first launch. */
async function search(dir: string, from: Bisection, json: boolean, io: Io): Promise<ExitCode> {
  const lock = await acquireLock(join(dir, "lock"));
  try {
    let bisection = from;
    const results: ProbeResult[] = [];
    for (;;) {
      const outcome = evaluate(bisection, results);
      const probe = results.length;
      if (probe === bisection.probes.length) {
        const variant = probe === 0 ? bisection.variants.length - 1 : outcome.next?.variant;
        if (variant === undefined) return conclude(outcome, dir, json, io);
        bisection = { ...bisection, probes: [...bisection.probes, variant] };
        await writeBisection(dir, bisection);
        tellProbe(outcome, variant, probe, io);
      }
      const comparison = await measureProbe(dir, bisection, probe, io);
      if (comparison === null) {
        io.err(`\nstopped in probe ${probe + 1}\nnext     ncf-bench bisect --resume ${nameOf(dir, bisection, io)}\n`);
        return ExitCode.Interrupted;
      }
      results.push({ variant: bisection.probes[probe]!, comparison });
    }
  } finally {
    await lock.release();
  }
}

function conclude(outcome: BisectOutcome, dir: string, json: boolean, io: Io): ExitCode {
  if (json) outJson(io, { ...outcome, dir });
  else printBisection(outcome, io);
  io.err(`records  ${dir}\n`);
  return outcome.exitCode;
}

async function readVariants(
  words: readonly string[],
  { variants: file, commits }: BisectOptions,
  io: Io,
): Promise<Variant[]> {
  if ([words.length > 0, file !== undefined, commits !== undefined].filter(Boolean).length > 1)
    throw usage("variants", "variants are given as words, in a file or by --commits, in one way only");
  const lines =
    commits !== undefined
      ? commitsOf(commits, "--commits").map((commit) => `commit=${commit.slice(0, 12)}`)
      : file === undefined
        ? words
        : (await readText(resolve(io.cwd, file))).split("\n");
  const texts = lines.map((line) => line.replace(/(^|\s)#.*$/, "").trim()).filter((line) => line !== "");
  if (texts.length < 3) {
    throw usage(
      "variants",
      `${texts.length} are given; a search needs three or more, two are compared by ncf-bench ab`,
    );
  }
  return texts.map((text, at) => parseVariant(text, `variant ${at}`, io.cwd));
}

async function readText(path: string): Promise<string> {
  return readFile(path, "utf8").catch(() => {
    throw new UserError({ code: "bisect.variants", what: "cannot be read", where: path, hint: "give the file's path" });
  });
}

function describe(variants: Variant[], options: BisectOptions): Bisection {
  const {
    variants: _,
    commits: _____,
    blocks,
    endBlocks,
    margin,
    alpha,
    metric,
    threshold,
    maxProbes,
    out: __,
    json: ___,
    dryRun: ____,
    ...matrix
  } = options;
  const gate = compareOptions({ ...(margin !== undefined && { margin }), ...(alpha !== undefined && { alpha }) });
  return {
    schema: BISECT_SCHEMA,
    id: newRunId(),
    createdAt: new Date().toISOString(),
    seed: options.seed ?? 1,
    variants,
    options: { ...matrix },
    endBlocks: endBlocks ?? defaultBlocks(1, gate),
    blocks: blocks ?? 1,
    margin: gate.margin,
    alpha: gate.alpha,
    metric: metric ?? null,
    threshold: threshold ?? 0.95,
    maxProbes: maxProbes ?? 50,
    probes: [],
  };
}

function nameOf(dir: string, { id }: Bisection, io: Io): string {
  return dir === join(bisectionsFolder(io.cwd), id) ? id : relative(io.cwd, dir) || ".";
}

function usage(where: string, what: string): UserError {
  return new UserError({ code: "usage", what, where, hint: "see ncf-bench bisect --help" });
}
