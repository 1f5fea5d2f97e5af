import { resolve } from "node:path";
import { Argument, type Command, InvalidArgumentError, Option } from "commander";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { readManifest } from "../../suites/ncf/data/cache/manifest.js";
import { downloadDataset } from "../../suites/ncf/data/download/download.js";
import { licenceSummary } from "../../suites/ncf/data/download/licence.js";
import { namedDatasets } from "../../suites/ncf/data/named.js";
import { openDataset } from "../../suites/ncf/data/open.js";
import { checkName, type DataFormat } from "../../suites/ncf/data/prepare.js";
import { ratingsFormats } from "../../suites/ncf/data/read/layout.js";
import { resolveDataset } from "../../suites/ncf/data/resolve.js";
import { sampleNegatives } from "../../suites/ncf/data/sampled-negatives.js";
import { writeRatingsCsv } from "../../suites/ncf/data/synthetic/csv.js";
import { generateRatings } from "../../suites/ncf/data/synthetic/generate.js";
import { canonicalSpec, parseSyntheticSpec, syntheticSizes } from "../../suites/ncf/data/synthetic/spec.js";
import type { DatasetManifest } from "../../suites/ncf/dataset.js";
import { formatBytes, formatCount } from "../console/format.js";
import { renderTable } from "../console/table.js";
import { visible } from "../console/visible.js";
import type { CommandContext, Register } from "./command.js";
import { type Io, outJson } from "./io.js";

export const registerData: Register = (program, context) => {
  const data = program.command("data").description("prepare, generate, inspect and download data sets");
  registerPrepare(data, context);
  registerGenerate(data, context);
  registerInfo(data, context);
  registerDownload(data, context);
};

interface PrepareFlags {
  out?: string;
  format?: DataFormat;
  minRatings?: number;
  name?: string;
  withEvalNegatives?: number;
  validNegative: number;
  force?: boolean;
  json?: boolean;
}

function registerPrepare(data: Command, { io, action }: CommandContext): void {
  data
    .command("prepare")
    .description("turn ratings into training and test columns, as the reference does")
    .argument(
      "<path>",
      "ratings file, folder with one, the NCF authors' split, synthetic:NAME, or a downloaded data set's name",
    )
    .option("--out <dir>", "folder for the prepared data set (default: one in the cache)")
    .addOption(
      new Option("--format <format>", "instead of telling it from the content").choices([...ratingsFormats, "ncf"]),
    )
    .option("--min-ratings <n>", "drop users with fewer ratings (default: 20)", wholeNumber(1))
    .option("--name <name>", "name the data set instead of telling it from path and content")
    .option("--with-eval-negatives <seed>", "also sample and store evaluation negatives", wholeNumber(0))
    .option("--valid-negative <n>", "how many per user", wholeNumber(1), 100)
    .option("--force", "prepare again even if nothing changed")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `
Reads userId,movieId,rating,timestamp tables (columns in any order, timestamp optional), user::item::rating::timestamp and
tab-separated files, each also as .gz.

Examples:
  ncf-bench data prepare ml-20m/ratings.csv
  ncf-bench data prepare ratings.csv.gz --out prepared --min-ratings 5
  ncf-bench data prepare neural_collaborative_filtering/Data --format ncf`,
    )
    .action(
      action((path: string, flags: PrepareFlags) =>
        stoppable(io, async () => {
          const seed = flags.withEvalNegatives;
          const prepared = await resolveDataset(path, {
            ...flags,
            name: flags.name === undefined ? undefined : checkName(flags.name),
            out: flags.out === undefined ? undefined : resolve(io.cwd, flags.out),
            negatives:
              seed === undefined ? undefined : (dataset) => sampleNegatives(dataset, flags.validNegative, seed),
            ...surroundings(io),
          });
          await show(io, prepared.dir, flags.json === true);
        }),
      ),
    );
}

function registerGenerate(data: Command, { io, action }: CommandContext): void {
  data
    .command("generate")
    .description("generate ratings with the statistics of MovieLens")
    .argument("[spec]", `size: ${syntheticSizes.join(", ")}, or users=U,items=I,ratings=R`, "ml-100k")
    .option("--seed <n>", "seed of the generator (default: 0)", wholeNumber(0))
    .option(
      "--out <path>",
      "a ratings file (*.csv, *.csv.gz) or a folder for the prepared data set (default: in the cache)",
    )
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `
The same size and seed give the same ratings everywhere. They are called synthetic wherever they are shown.

Examples:
  ncf-bench data generate ml-1m --out synthetic-ml-1m.csv
  ncf-bench data generate users=1000,items=500,ratings=50000 --seed 7 --out prepared`,
    )
    .action(
      action((text: string, flags: { seed?: number; out?: string; json?: boolean }) =>
        stoppable(io, async () => {
          const parsed = parseSyntheticSpec(text);
          const spec = flags.seed === undefined ? parsed : { ...parsed, seed: flags.seed };
          const out = flags.out === undefined ? undefined : resolve(io.cwd, flags.out);
          if (out === undefined || !/\.csv(\.gz)?$/i.test(out)) {
            const prepared = await resolveDataset(canonicalSpec(spec), { out, ...surroundings(io) });
            await show(io, prepared.dir, flags.json === true);
            return;
          }
          const { bytes } = await writeRatingsCsv(out, generateRatings(spec), spec.seed, io.signal);
          const made = { path: out, name: canonicalSpec(spec), synthetic: true, ...spec, bytes };
          if (flags.json) outJson(io, made);
          else io.out(`${visible(out)}: ${formatCount(spec.ratings)} ratings, ${formatBytes(bytes)}, ${made.name}\n`);
        }),
      ),
    );
}

function registerInfo(data: Command, { io, action }: CommandContext): void {
  data
    .command("info")
    .description("check a prepared data set and say what it holds")
    .argument("<dir>", "prepared folder")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  ncf-bench data info prepared\n  ncf-bench data info prepared --json | jq -r .hash",
    )
    .action(
      action((dir: string, flags: { json?: boolean }) =>
        stoppable(io, async () => {
          await openDataset(resolve(io.cwd, dir));
          await show(io, resolve(io.cwd, dir), flags.json === true);
        }),
      ),
    );
}

function registerDownload(data: Command, { io, action }: CommandContext): void {
  data
    .command("download")
    .description("download a MovieLens data set from GroupLens")
    .addArgument(new Argument("<name>", "which one").choices(namedDatasets))
    .option("--accept-licence", "accept the conditions of use, which are shown")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `
The archive's checksum is verified, an interrupted download goes on where it stopped, and only the ratings are unpacked.
NCF_BENCH_MIRROR replaces https://files.grouplens.org/datasets/movielens.

Example:
  ncf-bench data download ml-1m --accept-licence && ncf-bench data prepare ml-1m`,
    )
    .action(
      action((name: string, flags: { acceptLicence?: boolean; json?: boolean }) =>
        stoppable(io, async () => {
          io.err(licenceSummary(name));
          if (!flags.acceptLicence) {
            throw new UserError({
              code: "data.licence",
              where: name,
              what: "its conditions of use were not accepted",
              hint: `read them above, then: ncf-bench data download ${name} --accept-licence`,
            });
          }
          const path = await downloadDataset(name, surroundings(io));
          if (flags.json) outJson(io, { name, path });
          else io.out(`${visible(path)}\n`);
        }),
      ),
    );
}

async function show(io: Io, dir: string, json: boolean): Promise<void> {
  const { dataset, files, evalNegatives, sampledNegatives } = await readManifest(dir);
  if (json) {
    outJson(io, { dir, ...dataset, files, evalNegatives, sampledNegatives });
  } else {
    const rows = [
      ["folder", dir],
      ["name", dataset.synthetic ? `${dataset.name} (synthetic ratings)` : dataset.name],
      ["source", sourceText(dataset)],
      ...countRows(dataset),
      [
        "evaluation negatives",
        evalNegatives !== null
          ? `${evalNegatives} per user, the data set's own`
          : sampledNegatives !== null
            ? `sampled when evaluating; ${sampledNegatives.perUser} per user of seed ${sampledNegatives.seed} stored`
            : "sampled when evaluating",
      ],
      ["stored", formatBytes(files.reduce((sum, file) => sum + file.bytes, 0))],
      ["hash", dataset.hash],
    ];
    const width = io.columns === undefined ? {} : { width: io.columns };
    io.out(renderTable([{ title: "what" }, { title: "value" }], rows, width));
  }
  for (const warning of dataset.warnings) io.err(`warning: ${visible(warning.message)}\n`);
}

function sourceText({ source }: DatasetManifest): string {
  if (source.kind === "synthetic") return `generated, seed ${source.seed}`;
  return `${source.path} (${source.format}, ${formatBytes(source.bytes)})`;
}

function countRows({ counts, minRatings }: DatasetManifest): string[][] {
  const dropped = [
    ...(counts.usersDroppedBelowMin > 0
      ? [`${counts.usersDroppedBelowMin} with fewer than ${minRatings} ratings`]
      : []),
    ...(counts.usersDroppedSingleItem > 0 ? [`${counts.usersDroppedSingleItem} with a single item`] : []),
  ];
  return [
    ["ratings read", formatCount(counts.rowsRead)],
    ["users", formatCount(counts.users) + (dropped.length > 0 ? ` (dropped: ${dropped.join(", ")})` : "")],
    ["items", formatCount(counts.items)],
    ["training pairs", formatCount(counts.trainRows)],
    ["repeated pairs", formatCount(counts.duplicatePairs)],
  ];
}

/** What every preparation takes from its surroundings. Progress goes to stderr, on a terminal only. */
function surroundings(io: Io) {
  return {
    env: io.env,
    cwd: io.cwd,
    signal: io.signal,
    onProgress: io.interactive ? (message: string) => io.err(`${visible(message)}\n`) : undefined,
  };
}

/** Runs an action that Ctrl-C may stop: then nothing half done is left, and the exit code says so. */
async function stoppable(io: Io, run: () => Promise<void>): Promise<ExitCode> {
  try {
    await run();
    return ExitCode.Ok;
  } catch (error) {
    if (!io.signal.aborted) throw error;
    io.err("stopped; nothing half done was kept, except for downloads, which go on where they stopped\n");
    return ExitCode.Interrupted;
  }
}

function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least) return value;
    throw new InvalidArgumentError(`a whole number of at least ${least} is needed.`);
  };
}
