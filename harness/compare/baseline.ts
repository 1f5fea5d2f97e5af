import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { renameDirectoryAtomic, writeNewFile } from "../../storage/atomic-write.js";
import { sha256Hex } from "../../storage/canonical-json.js";
import { storageError } from "../../storage/storage-error.js";
import { type Run, resolveRun, SENTINEL_FILE } from "../run/run-dir.js";

export const BASELINE_SCHEMA = "ncf-bench.baseline/1.0";

/** The files of a run that a comparison reads; logs and pages stay where they are. */
const FILES = ["run.json", "records.jsonl"] as const;
/** Kept where the run has it. One that the seal does not know is not the run's: it could turn a verdict. */
const OPTIONAL_FILES = [SENTINEL_FILE] as const;
const SEAL = "baseline.json";
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** `baseline.json`: what was kept, and the hashes that show it is still what was kept. */
export const Baseline = z.looseObject({
  schema: z.literal(BASELINE_SCHEMA),
  name: z.string(),
  run: z.string(),
  matrix: z.string(),
  savedAt: z.string(),
  cells: z.int(),
  launchesPlanned: z.int(),
  launchesOk: z.int(),
  files: z.record(z.string(), z.object({ sha256: z.string(), bytes: z.int() })),
});
export type Baseline = z.infer<typeof Baseline>;

export function baselinesFolder(cwd: string): string {
  return join(cwd, ".ncf-bench/baselines");
}

/**
 * Keeps a copy of a run under a name, all or nothing. Throws `UserError` for a name that is taken (without `force`) or that
 * no folder can have, for records that are damaged, and for a run in which nothing was measured.
 *
 * @param options.sealed is called when the copy is whole and before it gets the name; what it throws keeps the old one.
 */
export async function saveBaseline(
  name: string,
  run: Run,
  options: { cwd: string; force: boolean; now?: Date; sealed?: (baseline: Baseline) => Promise<void> },
): Promise<Baseline> {
  requireName(name);
  const folder = baselinesFolder(options.cwd);
  const final = join(folder, name);
  if (!options.force && (await isBaseline(name, options.cwd))) {
    throw new UserError({
      code: "baseline.exists",
      what: `the baseline ${name} exists already`,
      where: final,
      hint: "replace it with --force, or choose another name",
    });
  }
  requireWhole(run);
  try {
    await mkdir(folder, { recursive: true });
    await writeNewFile(join(options.cwd, ".ncf-bench/.gitignore"), Buffer.from("*\n")).catch(() => undefined);
    const temporary = await mkdtemp(join(folder, `.${name}.`));
    try {
      const baseline = await copyInto(temporary, name, run, options.now ?? new Date());
      await options.sealed?.(baseline);
      await renameDirectoryAtomic(temporary, final);
      return baseline;
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  } catch (error) {
    throw storageError(error, final, "could not save the baseline");
  }
}

/** Whether there is a baseline of this name, whole or damaged. */
export async function isBaseline(name: string, cwd: string): Promise<boolean> {
  return NAME.test(name) && (await listBaselines(cwd)).includes(name);
}

/** Names of the baselines here, in order. */
export async function listBaselines(cwd: string): Promise<string[]> {
  const entries = await readdir(baselinesFolder(cwd), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && NAME.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}

/** A baseline's seal and its run. Throws `UserError` for one that is not what was saved: it must never pass anything. */
export async function readBaseline(
  name: string,
  cwd: string,
  reading?: { samples?: boolean },
): Promise<{ baseline: Baseline; run: Run }> {
  const dir = join(baselinesFolder(cwd), name);
  if (!(await isBaseline(name, cwd))) {
    const known = await listBaselines(cwd);
    throw new UserError({
      code: "baseline.unknown",
      what: `there is no baseline ${JSON.stringify(name)}`,
      where: baselinesFolder(cwd),
      hint: known.length > 0 ? `there are ${known.join(", ")}` : "save one: ncf-bench baseline save NAME",
    });
  }
  const baseline = await readSeal(dir, name);
  for (const file of FILES) {
    const bytes = await readFile(join(dir, file)).catch(() => null);
    if (bytes === null) throw damaged(join(dir, file), "the file is missing", name);
    if (sha256Hex(bytes) !== baseline.files[file]?.sha256) {
      throw damaged(join(dir, file), "the file is not what was saved (its sha256 differs)", name);
    }
  }
  for (const file of OPTIONAL_FILES) {
    const bytes = await readFile(join(dir, file)).catch(() => null);
    if ((bytes === null ? undefined : sha256Hex(bytes)) === baseline.files[file]?.sha256) continue;
    const what = bytes === null ? "is missing" : "is not what was saved (its sha256 differs)";
    throw damaged(join(dir, file), `the file ${what}`, name);
  }
  return { baseline, run: await resolveRun(dir, cwd, reading) };
}

/** Removes a baseline, damaged or not. Throws `UserError` where there is none. */
export async function removeBaseline(name: string, cwd: string): Promise<void> {
  if (!(await isBaseline(name, cwd))) await readBaseline(name, cwd);
  const dir = join(baselinesFolder(cwd), name);
  await rm(dir, { recursive: true }).catch((error) => {
    throw storageError(error, dir, "could not remove the baseline");
  });
}

async function copyInto(temporary: string, name: string, run: Run, now: Date): Promise<Baseline> {
  const files: Baseline["files"] = {};
  for (const file of [...FILES, ...OPTIONAL_FILES]) {
    const optional = OPTIONAL_FILES.some((one) => one === file);
    const bytes = await readFile(join(run.dir, file)).catch((error: NodeJS.ErrnoException) => {
      if (optional && error.code === "ENOENT") return null;
      throw error;
    });
    if (bytes === null) continue;
    await writeNewFile(join(temporary, file), bytes);
    files[file] = { sha256: sha256Hex(bytes), bytes: bytes.byteLength };
  }
  const { manifest, records } = run;
  const baseline: Baseline = {
    schema: BASELINE_SCHEMA,
    name,
    run: manifest.run,
    matrix: manifest.matrix,
    savedAt: now.toISOString(),
    cells: manifest.cells.length,
    launchesPlanned: manifest.cells.reduce((sum, cell) => sum + cell.launches, 0),
    launchesOk: records.filter((record) => record.status === "ok").length,
    files,
  };
  await writeNewFile(join(temporary, SEAL), Buffer.from(`${JSON.stringify(baseline, null, 2)}\n`));
  return baseline;
}

async function readSeal(dir: string, name: string): Promise<Baseline> {
  const path = join(dir, SEAL);
  try {
    return Baseline.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    throw damaged(path, "it cannot be read as the seal of a baseline", name);
  }
}

function requireName(name: string): void {
  if (NAME.test(name) && name !== "latest") return;
  throw new UserError({
    code: "baseline.name",
    what: `${JSON.stringify(name)} cannot name a baseline`,
    hint: "use up to 64 letters, digits, '.', '_' and '-', beginning with a letter or digit; `latest` names a run",
  });
}

function requireWhole(run: Run): void {
  const { damage, manifest, records, dir } = run;
  if (damage.length > 0) {
    throw new UserError({
      code: "baseline.run-damaged",
      what: `line ${damage[0]!.line} of the run's records cannot be read: ${damage[0]!.message}`,
      where: join(dir, "records.jsonl"),
      hint: `finish the run first: ncf-bench run --resume ${manifest.run}`,
    });
  }
  if (records.some((record) => record.status === "ok")) return;
  throw new UserError({
    code: "baseline.nothing-measured",
    what: `nothing was measured in the run ${manifest.run}, so nothing can be compared with it`,
    where: dir,
    hint: "measure first: ncf-bench run",
    exitCode: ExitCode.Incomplete,
  });
}

function damaged(where: string, what: string, name: string): UserError {
  return new UserError({
    code: "baseline.damaged",
    what,
    where,
    hint: `restore the file, or remove the baseline (ncf-bench baseline remove ${name}) and save it again`,
  });
}
