import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, realpath, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { z } from "zod";
import { UserError } from "../../errors/user-error.js";
import { writeFileAtomic } from "../../storage/atomic-write.js";
import { decodeIfNeeded, encodeNonFinite } from "../../storage/checked-line.js";
import { storageError } from "../../storage/storage-error.js";
import { parseStrictJson } from "../../storage/strict-json.js";
import type { LaunchRecord } from "../record/schema.js";
import { readSentinels, type SentinelRecord } from "../record/sentinel.js";
import { type RecordDamage, readRecords } from "../record/store.js";
import { RUN_SCHEMA, RunManifest } from "./manifest.js";

/** A run's folder: `run.json`, `records.jsonl`, `sentinel.jsonl`, `logs/<record id>.log`, `report.html`, `lock` while it is measured. */
export interface Run {
  dir: string;
  manifest: RunManifest;
  /** One record a launch: of a launch that was redone, its last. */
  records: LaunchRecord[];
  damage: RecordDamage[];
  /** Timings of the frozen program, in their order; absent where the run has none. */
  sentinels?: readonly SentinelRecord[];
  /** Its lines that could not be read. */
  sentinelDamage?: RecordDamage[];
}

export const RECORDS_FILE = "records.jsonl";
export const SENTINEL_FILE = "sentinel.jsonl";
export const MANIFEST_FILE = "run.json";
const RUN_ID = /^[a-z0-9][a-z0-9._-]{0,63}$/;
const MAX_MANIFEST_BYTES = 16 * 1024 * 1024;

/** Where runs lie unless `--out` says otherwise. */
export function runsFolder(cwd: string): string {
  return join(cwd, ".ncf-bench/runs");
}

export function newRunId(now = new Date()): string {
  const time = now
    .toISOString()
    .replace(/[-:]|\.\d+/g, "")
    .toLowerCase();
  return `${time}-${randomBytes(3).toString("hex")}`;
}

/** Makes the folder of a new run: `out`, or one named after the run. Throws `UserError` where a run lies there already. */
export async function createRunDir(run: string, cwd: string, out?: string): Promise<string> {
  const dir = out === undefined ? join(runsFolder(cwd), run) : resolve(cwd, out);
  try {
    if (out === undefined) await ignoreFolder(join(cwd, ".ncf-bench"));
    await mkdir(join(dir, "logs"), { recursive: true });
    if ((await readdir(dir)).includes(MANIFEST_FILE)) {
      throw new UserError({
        code: "run.exists",
        what: "there is a run in this folder already",
        where: out ?? dir,
        hint: `choose another --out, or go on with that one: ncf-bench run --resume ${out ?? run}`,
      });
    }
  } catch (error) {
    throw storageError(error, dir, "could not create the run's folder");
  }
  return dir;
}

export async function writeManifest(dir: string, manifest: RunManifest): Promise<void> {
  await writeFileAtomic(join(dir, MANIFEST_FILE), `${JSON.stringify(encodeNonFinite(manifest), null, 2)}\n`);
}

/** Makes `latest` name this run. Not being able to is no reason to fail. */
export async function linkLatest(dir: string, cwd: string): Promise<void> {
  const folder = runsFolder(cwd);
  const temporary = join(folder, `.latest.${randomBytes(4).toString("hex")}`);
  try {
    await ignoreFolder(join(cwd, ".ncf-bench"));
    await mkdir(folder, { recursive: true });
    await symlink(relative(await realpath(folder), await realpath(dir)), temporary);
    await rename(temporary, join(folder, "latest"));
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/**
 * A run by its id, by the path of its folder (or of a file in it), or `latest`. Throws `UserError` with the runs there
 * are, and for a run.json that is damaged or of a newer major schema.
 *
 * @param reading what of the records is read; see `readRecords`.
 */
export async function resolveRun(idOrPath: string, cwd: string, reading?: { samples?: boolean }): Promise<Run> {
  const dir = await findRun(idOrPath, cwd);
  const manifest = await readManifest(join(dir, MANIFEST_FILE));
  const { records, damage } = await readRecords(join(dir, RECORDS_FILE), reading);
  const sentinel = await readSentinels(join(dir, SENTINEL_FILE));
  return {
    dir,
    manifest,
    records: lastAttempts(records),
    damage,
    ...(sentinel.sentinels.length > 0 ? { sentinels: sentinel.sentinels } : {}),
    ...(sentinel.damage.length > 0 ? { sentinelDamage: sentinel.damage } : {}),
  };
}

/** Runs under `.ncf-bench/runs`, newest first; folders that are no runs are left out. */
export async function listRuns(cwd: string): Promise<{ id: string; dir: string }[]> {
  const folder = runsFolder(cwd);
  const names = await readdir(folder).catch(() => [] as string[]);
  const runs: { id: string; dir: string }[] = [];
  for (const id of names.sort().reverse()) {
    if (id !== "latest" && RUN_ID.test(id) && (await exists(join(folder, id, MANIFEST_FILE)))) {
      runs.push({ id, dir: join(folder, id) });
    }
  }
  return runs;
}

/** Of several records of one launch of a run the one of the highest attempt, in the order of the first ones. */
export function lastAttempts(records: readonly LaunchRecord[]): LaunchRecord[] {
  const last = new Map<string, LaunchRecord>();
  for (const record of records) {
    const launch = `${record.run} ${record.key}#${record.launch}`;
    if ((record.attempt ?? 0) >= (last.get(launch)?.attempt ?? 0)) last.set(launch, record);
  }
  return [...last.values()];
}

async function findRun(idOrPath: string, cwd: string): Promise<string> {
  if (RUN_ID.test(idOrPath)) {
    const dir = join(runsFolder(cwd), idOrPath);
    if (await exists(join(dir, MANIFEST_FILE))) return await realpath(dir);
  }
  const path = resolve(cwd, idOrPath);
  if (await exists(join(path, MANIFEST_FILE))) return path;
  if (["run.json", RECORDS_FILE].includes(basename(path)) && (await exists(join(dirname(path), MANIFEST_FILE)))) {
    return dirname(path);
  }
  const runs = await listRuns(cwd);
  const few = runs.slice(0, 5).map(({ id }) => id);
  throw new UserError({
    code: "run.unknown",
    what:
      idOrPath === "latest" && runs.length === 0
        ? "there is no run yet"
        : `there is no run ${JSON.stringify(idOrPath)}`,
    where: runsFolder(cwd),
    hint:
      few.length > 0
        ? `the newest are ${few.join(", ")}; ncf-bench list shows all; a run elsewhere is given by its folder`
        : "make one: ncf-bench run; a run elsewhere is given by its folder",
  });
}

const Manifest = z.compile(RunManifest);

async function readManifest(path: string): Promise<RunManifest> {
  const damaged = (what: string): UserError =>
    new UserError({
      code: "run.damaged",
      what,
      where: path,
      hint: "restore the file, or measure again: ncf-bench run",
    });
  const { size } = await stat(path);
  if (size > MAX_MANIFEST_BYTES) throw damaged(`larger than ${MAX_MANIFEST_BYTES} bytes`);
  let value: unknown;
  try {
    const text = await readFile(path, "utf8");
    value = decodeIfNeeded(parseStrictJson(text), text);
  } catch (error) {
    throw damaged(`is not what was written: ${(error as Error).message}`);
  }
  const schema = (value as { schema?: unknown } | null)?.schema;
  const major = /^ncf-bench\.run\/(\d+)\./.exec(typeof schema === "string" ? schema : "")?.[1];
  if (major === undefined) throw damaged("is not a run's manifest");
  if (Number(major) > Number(/\/(\d+)\./.exec(RUN_SCHEMA)![1])) {
    throw new UserError({
      code: "run.newer-schema",
      what: `has schema ${schema}, this version reads ${RUN_SCHEMA}`,
      where: path,
      hint: "read it with the version of ncf-bench that wrote it, or a newer one",
    });
  }
  const parsed = Manifest.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw damaged(`is not a run's manifest: ${issue.path.join(".")}: ${issue.message}`);
}

/** Runs are results, not sources: git leaves the whole folder alone. */
export async function ignoreFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, ".gitignore"), "*\n", { flag: "wx" }).catch(() => undefined);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
