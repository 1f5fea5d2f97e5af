import { mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { UserError } from "../../errors/user-error.js";
import { writeFileAtomic } from "../../storage/atomic-write.js";
import { storageError } from "../../storage/storage-error.js";
import { RECORDS_FILE } from "../run/run-dir.js";
import type { Baseline } from "./baseline.js";
import { verdicts } from "./types.js";

/** The file that is kept in version control and reviewed, relative to where the runs lie. */
export const ACCEPTED_FILE = "bench/accepted.yaml";

/** Of the whole file; it stands in its first line, since the rest is one list. */
export const ACCEPTED_SCHEMA = "ncf-bench.accepted/1.0";

const HEAD = `# Schema: ${ACCEPTED_SCHEMA}
# Runs that became baselines, and why: an entry each, written by ncf-bench accept, the newest last.
# Keep this file in version control, review what is added to it, and change no entry that is there.
`;

const AcceptedCell = z.looseObject({
  cell: z.string(),
  metric: z.string(),
  verdict: z.enum(verdicts),
  /** Relative change of the metric: 0.05 is 5 % more of it. Null where a side has no figure. */
  change: z.number().nullable(),
  /** Its interval; a null bound: unbounded. */
  interval: z.tuple([z.number().nullable(), z.number().nullable()]).nullable(),
  /** Before and after, in `unit`. */
  medians: z.tuple([z.number().nullable(), z.number().nullable()]),
  unit: z.string(),
});
export type AcceptedCell = z.infer<typeof AcceptedCell>;

/** One acceptance: which run took the place of which, who said so, and what was known of the difference. */
export const Accepted = z.looseObject({
  baseline: z.string(),
  run: z.string(),
  /** sha256 of the run's records as the baseline keeps them: shows whether a baseline is the one that was accepted. */
  records: z.string(),
  replaces: z.string(),
  at: z.string(),
  by: z.string(),
  because: z.string(),
  /** True where less was measured than was planned, and it was accepted all the same. */
  incomplete: z.boolean(),
  verdicts: z.partialRecord(z.enum(verdicts), z.int()),
  /** Cells whose verdict is not `same`. */
  cells: z.array(AcceptedCell),
});
export type Accepted = z.infer<typeof Accepted>;

/** How a baseline stands to what was accepted. */
export interface Acceptance {
  /** The entry that made it the baseline; null where it is not the one that was accepted last. */
  entry: Accepted | null;
  /** Why not. */
  problem: string | null;
}

/** All entries, in the file's order; none where there is no file. Throws `UserError` with the place of what is wrong. */
export async function readAccepted(cwd: string): Promise<Accepted[]> {
  const text = await readText(cwd);
  return text === null ? [] : await parseAccepted(text);
}

/** How the baseline stands to the last entry under its name. Null where none was accepted under that name. */
export function acceptanceOf({ name, run, files }: Baseline, entries: readonly Accepted[]): Acceptance | null {
  const last = entries.findLast(({ baseline }) => baseline === name);
  if (last === undefined) return null;
  if (last.records === files[RECORDS_FILE]?.sha256) return { entry: last, problem: null };
  const problem = `${ACCEPTED_FILE} accepts the run ${last.run} as ${name}, but ${name} is ${run === last.run ? "another state of that run" : `the run ${run}`} here`;
  return { entry: null, problem };
}

/**
 * Adds an entry after the others, whose text stays as it is to the byte. Returns what takes it away again. Throws `UserError`
 * for a file that cannot be read or written; it is then untouched.
 */
export async function appendAccepted(cwd: string, entry: Accepted): Promise<() => Promise<void>> {
  const path = join(cwd, ACCEPTED_FILE);
  const before = await readText(cwd);
  const known = before === null ? [] : await parseAccepted(before);
  const start = before === null || before.trim() === "" ? HEAD : before.endsWith("\n") ? before : `${before}\n`;
  const { stringify } = await import("yaml");
  const text = `${start}${stringify([entry], { lineWidth: 120 })}`;
  // A file that somebody wrote in another style may take no further entry below it.
  if ((await parseAccepted(text)).length !== known.length + 1)
    throw wrong("takes no further entry below the others", path);
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (error) {
    throw storageError(error, path, "could not make the folder");
  }
  await writeFileAtomic(path, text);
  return () => (before === null ? rm(path, { force: true }) : writeFileAtomic(path, before));
}

async function readText(cwd: string): Promise<string | null> {
  const path = join(cwd, ACCEPTED_FILE);
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw storageError(error, path, "could not read what was accepted");
  });
}

async function parseAccepted(text: string): Promise<Accepted[]> {
  const { readYaml } = await import("../../storage/read-yaml.js");
  const { value, at } = readYaml(text, ACCEPTED_FILE, wrong);
  const parsed = z
    .array(Accepted)
    .nullable()
    .safeParse(value ?? null);
  if (parsed.success) return parsed.data ?? [];
  const issue = parsed.error.issues[0]!;
  throw wrong(`${issue.path.join(".") || "the file"}: ${issue.message}`, at(issue.path));
}

function wrong(what: string, where: string): UserError {
  return new UserError({
    code: "accepted.damaged",
    what,
    where,
    hint: "restore the file from version control: entries are added below the others, and none is changed",
  });
}
