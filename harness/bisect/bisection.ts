import { mkdir, readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import { UserError } from "../../errors/user-error.js";
import { writeFileAtomic } from "../../storage/atomic-write.js";
import { storageError } from "../../storage/storage-error.js";
import { parseStrictJson } from "../../storage/strict-json.js";
import { Variant } from "../ab/variant.js";

export const BISECT_SCHEMA = "ncf-bench.bisect/1.0";
const FILE = "bisect.json";

/** `bisect.json`: what is searched, and the probes so far. All else follows from the records of the probes. */
export const Bisection = z.looseObject({
  schema: z.literal(BISECT_SCHEMA),
  id: z.string(),
  createdAt: z.string(),
  seed: z.int(),
  /** In order, the good end first. */
  variants: z.array(Variant).min(2),
  /** What `run` would be told, to plan the cell. */
  options: z.record(z.string(), z.unknown()),
  /** Blocks of the first probe, which compares the ends, and of each other one. */
  endBlocks: z.int(),
  blocks: z.int(),
  margin: z.number(),
  alpha: z.number(),
  metric: z.string().nullable(),
  /** The search ends when a step has this probability. */
  threshold: z.number(),
  maxProbes: z.int(),
  /** The variant (by index) of each probe; each is an A/B experiment against the good end, in `probes/<number>`. */
  probes: z.array(z.int()),
});
export type Bisection = z.infer<typeof Bisection>;

export function bisectionsFolder(cwd: string): string {
  return join(cwd, ".ncf-bench/bisect");
}

export function probeFolder(dir: string, probe: number): string {
  return join(dir, "probes", String(probe).padStart(3, "0"));
}

/** Makes the folder. Throws `UserError` where a bisection lies there already. */
export async function createBisection(dir: string, bisection: Bisection): Promise<void> {
  try {
    await mkdir(dir, { recursive: true });
    if (!(await readdir(dir)).includes(FILE)) return await writeBisection(dir, bisection);
  } catch (error) {
    throw storageError(error, dir, "could not create the bisection's folder");
  }
  throw new UserError({
    code: "bisect.exists",
    what: "there is a bisection in this folder already",
    where: dir,
    hint: `choose another --out, or go on with that one: ncf-bench bisect --resume ${dir}`,
  });
}

export async function writeBisection(dir: string, bisection: Bisection): Promise<void> {
  await writeFileAtomic(join(dir, FILE), `${JSON.stringify(bisection, null, 2)}\n`);
}

/** A bisection by its id, its folder, or `latest`. Throws `UserError`. */
export async function findBisection(idOrPath: string, cwd: string): Promise<{ dir: string; bisection: Bisection }> {
  const folder = bisectionsFolder(cwd);
  const known = (await readdir(folder).catch(() => [] as string[])).sort().reverse();
  const id = idOrPath === "latest" ? known[0] : idOrPath;
  const dir = id !== undefined && known.includes(id) ? join(folder, id) : resolve(cwd, idOrPath);
  const path = join(dir, FILE);
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) {
    throw new UserError({
      code: "bisect.unknown",
      what: `there is no bisection ${JSON.stringify(idOrPath)}`,
      where: folder,
      hint: known.length > 0 ? `the newest are ${known.slice(0, 5).join(", ")}` : "make one: ncf-bench bisect --help",
    });
  }
  try {
    return { dir, bisection: Bisection.parse(parseStrictJson(text)) };
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
    const why = issue === undefined ? (error as Error).message : `${issue.path.join(".")}: ${issue.message}`;
    throw new UserError({
      code: "bisect.damaged",
      what: `is no bisection of this version: ${why}`,
      where: path,
      hint: "restore the file, or begin again: ncf-bench bisect",
    });
  }
}
