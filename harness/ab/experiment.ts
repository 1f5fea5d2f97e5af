import { mkdir, readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import { UserError } from "../../errors/user-error.js";
import { writeFileAtomic } from "../../storage/atomic-write.js";
import { storageError } from "../../storage/storage-error.js";
import { parseStrictJson } from "../../storage/strict-json.js";
import { type Run, resolveRun } from "../run/run-dir.js";
import { Variant } from "./variant.js";

export const AB_SCHEMA = "ncf-bench.ab/1.0";
const FILE = "ab.json";

/** `ab.json`: what is compared and in which order, written before the first launch and never changed. */
export const Experiment = z.looseObject({
  schema: z.literal(AB_SCHEMA),
  id: z.string(),
  createdAt: z.string(),
  seed: z.int(),
  a: Variant,
  b: Variant,
  blocks: z.int(),
  /** Launches in order: [variant, cell index, pair]. Cells have the same index in the runs of both variants. */
  order: z.array(z.tuple([z.enum(["a", "b"]), z.int(), z.int()])),
  margin: z.number(),
  alpha: z.number(),
  metric: z.string().nullable(),
  /** The arguments that made it. */
  command: z.array(z.string()),
});
export type Experiment = z.infer<typeof Experiment>;

/** An experiment's folder holds `ab.json` and, in `a` and `b`, a run of each variant like any other. */
export interface SavedExperiment {
  dir: string;
  experiment: Experiment;
  a: Run;
  b: Run;
}

export function experimentsFolder(cwd: string): string {
  return join(cwd, ".ncf-bench/ab");
}

/** Makes the folders. Throws `UserError` where an experiment lies there already. */
export async function createExperimentDir(dir: string): Promise<void> {
  try {
    for (const side of ["a", "b"]) await mkdir(join(dir, side, "logs"), { recursive: true });
    if (!(await readdir(dir)).includes(FILE)) return;
  } catch (error) {
    throw storageError(error, dir, "could not create the experiment's folder");
  }
  throw new UserError({
    code: "ab.exists",
    what: "there is an experiment in this folder already",
    where: dir,
    hint: `choose another --out, or go on with that one: ncf-bench ab --resume ${dir}`,
  });
}

export async function writeExperiment(dir: string, experiment: Experiment): Promise<void> {
  await writeFileAtomic(join(dir, FILE), `${JSON.stringify(experiment, null, 2)}\n`);
}

/** An experiment by its id, its folder, or `latest`. Throws `UserError`. */
export async function findExperiment(idOrPath: string, cwd: string): Promise<SavedExperiment> {
  const folder = experimentsFolder(cwd);
  const known = (await readdir(folder).catch(() => [] as string[])).sort().reverse();
  const id = idOrPath === "latest" ? known[0] : idOrPath;
  const dir = id !== undefined && known.includes(id) ? join(folder, id) : resolve(cwd, idOrPath);
  const saved = await readExperiment(dir);
  if (saved !== null) return saved;
  throw new UserError({
    code: "ab.unknown",
    what: `there is no A/B experiment ${JSON.stringify(idOrPath)}`,
    where: folder,
    hint: known.length > 0 ? `the newest are ${known.slice(0, 5).join(", ")}` : "make one: ncf-bench ab --help",
  });
}

/** The experiment in a folder; null where there is none. Throws `UserError` where it is damaged. */
export async function readExperiment(dir: string): Promise<SavedExperiment | null> {
  const path = join(dir, FILE);
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return null;
  const experiment = parse(text, path);
  return { dir, experiment, a: await resolveRun(join(dir, "a"), dir), b: await resolveRun(join(dir, "b"), dir) };
}

function parse(text: string, path: string): Experiment {
  try {
    return Experiment.parse(parseStrictJson(text));
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
    const why = issue === undefined ? (error as Error).message : `${issue.path.join(".")}: ${issue.message}`;
    throw new UserError({
      code: "ab.damaged",
      what: `is no experiment of this version: ${why}`,
      where: path,
      hint: "restore the file, or measure again: ncf-bench ab",
    });
  }
}
