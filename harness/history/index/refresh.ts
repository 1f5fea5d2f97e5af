import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { writeNewFile } from "../../../storage/atomic-write.js";
import type { Warning } from "../../../suites/suite.js";
import {
  type Catalog,
  fileHash,
  INDEX_FOLDER,
  INDEX_SCHEMA,
  IndexDamage,
  readCatalog,
  type Segment,
  segmentFiles,
  writeCatalog,
} from "./catalog.js";
import { type Database, type Part, tableNames } from "./database.js";
import type { RunDigest } from "./digest.js";
import { Facts } from "./facts.js";
import { readRun } from "./read-runs.js";
import { runReader } from "./run-reader.js";
import { scanRuns } from "./scan.js";

/** Runs that are read before they are put into the index: what an interruption costs. */
const CHUNK = 200;
/** More segments than this are merged into one, and one of which more than half is gone is written anew. */
const MOST_SEGMENTS = 8;
/** Files that no catalog names are left for so long, since another process may be reading or about to name them. */
const KEEP_MS = 60 * 60 * 1000;

export interface Refreshed {
  parts: Part[];
  warnings: Warning[];
}

export interface RefreshOptions {
  signal: AbortSignal;
  /** Runs read so far of those that are new or changed. */
  onProgress: (done: number, total: number) => void;
  /** A temporary folder, for an index that cannot be beside its runs. */
  scratch: string;
}

/**
 * Brings the index of a folder of runs up to date, reading only runs that are new or changed, and tells what to query. The
 * runs stay the truth: an index that is missing, damaged or of another version is made again, and one that cannot be written
 * is made in a temporary folder, both with a warning. Segments are written once and the catalog is replaced as a whole, so of
 * two processes that do this at once each reads what is right, and the later one's catalog stays.
 */
export async function refreshIndex(root: string, database: Database, options: RefreshOptions): Promise<Refreshed> {
  const warnings: Warning[] = [];
  const warn = (code: string, message: string) => warnings.push({ code, message });
  const present = scanRuns(root);
  const index = await indexFolder(root, options.scratch, warn);
  const catalog = await openCatalog(index, warn);
  const segments = catalog.segments.filter(({ runs }) => counting(runs, present).length > 0);
  let changed = segments.length !== catalog.segments.length;

  const known = new Set(segments.flatMap(({ runs }) => counting(runs, present)));
  const unread = [...present.keys()].filter((folder) => !known.has(folder)).sort();
  const reader = runReader(root, unread.length, options.signal);
  try {
    const chunkFrom = (from: number) => unread.slice(from, from + CHUNK);
    const readFrom = (from: number) =>
      reader.read(chunkFrom(from), (done) => options.onProgress(from + done, unread.length));
    let next = readFrom(0);
    for (let from = 0; from < unread.length; from += CHUNK) {
      const chunk = chunkFrom(from);
      const read = await next;
      // The next ones are read while these are put into the index; why they cannot be is told when it is their turn.
      next = readFrom(from + CHUNK);
      next.catch(() => undefined);
      const problems = new Map(read.problems);
      const runs = Object.fromEntries(
        chunk.map((folder) => {
          const problem = problems.get(folder);
          return [folder, { signature: present.get(folder)!, ...(problem === undefined ? {} : { problem }) }];
        }),
      );
      segments.push(await writeSegment(index, runs, (files) => database.write(read.digests, read.texts, files)));
      await writeCatalog(index, { schema: INDEX_SCHEMA, segments });
    }
  } finally {
    await reader.close();
  }
  const parts = () => segments.map((segment) => part(root, index, segment, present));
  const rows = segments.reduce((sum, { runs }) => sum + Object.keys(runs).length, 0);
  if (segments.length > MOST_SEGMENTS || rows > 2 * present.size) {
    const runs = Object.assign({}, ...segments.map(({ runs }) => pick(runs, counting(runs, present))));
    const old = parts();
    segments.splice(0, segments.length, await writeSegment(index, runs, (files) => database.merge(old, files)));
    changed = true;
  }
  if (changed) await writeCatalog(index, { schema: INDEX_SCHEMA, segments });
  await removeStrays(index, segments);
  for (const { runs } of segments) {
    for (const folder of counting(runs, present)) {
      const { problem } = runs[folder]!;
      if (problem !== undefined) warn("history.run-unreadable", `${join(root, folder)}: ${problem}`);
    }
  }
  return { parts: parts(), warnings };
}

/** Reads runs that lie anywhere and puts them into files of a folder, as a part of its own. Throws `UserError`. */
export async function indexOnce(dirs: readonly string[], folder: string, database: Database): Promise<Part> {
  const facts = new Facts();
  const digests: [string, RunDigest][] = [];
  for (const dir of dirs) digests.push([dir, await readRun(dir, facts)]);
  const files = segmentFiles(folder, "given");
  await database.write(digests, facts.texts, files);
  return { root: "", files, folders: dirs };
}

async function indexFolder(
  root: string,
  scratch: string,
  warn: (code: string, message: string) => void,
): Promise<string> {
  const index = join(root, INDEX_FOLDER);
  try {
    await mkdir(index, { recursive: true });
    const probe = join(index, `.probe-${randomBytes(6).toString("hex")}`);
    await writeNewFile(probe, Buffer.alloc(0));
    await rm(probe);
    return index;
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    warn("history.index-unwritable", `${index} cannot be written (${why}): all runs are read again each time`);
    return mkdtemp(join(scratch, "index-"));
  }
}

async function openCatalog(index: string, warn: (code: string, message: string) => void): Promise<Catalog> {
  try {
    return (await readCatalog(index)) ?? { schema: INDEX_SCHEMA, segments: [] };
  } catch (error) {
    if (!(error instanceof IndexDamage)) throw error;
    warn("history.index-rebuilt", `the index of stored runs is made again: ${error.message}`);
    return { schema: INDEX_SCHEMA, segments: [] };
  }
}

async function writeSegment(
  index: string,
  runs: Segment["runs"],
  write: (files: Part["files"]) => Promise<void>,
): Promise<Segment> {
  const name = `${Date.now().toString(36)}-${randomBytes(6).toString("hex")}`;
  const files = segmentFiles(index, name);
  await write(files);
  const sha256: Record<string, string> = {};
  for (const table of tableNames) sha256[table] = await fileHash(files[table]);
  return { name, sha256, runs };
}

function part(root: string, index: string, { name, runs }: Segment, present: ReadonlyMap<string, string>): Part {
  const folders = counting(runs, present).filter((folder) => runs[folder]!.problem === undefined);
  return { root, files: segmentFiles(index, name), folders };
}

/** The runs of a segment that are still there as they were read. */
function counting(runs: Segment["runs"], present: ReadonlyMap<string, string>): string[] {
  return Object.keys(runs).filter((folder) => present.get(folder) === runs[folder]!.signature);
}

function pick(runs: Segment["runs"], folders: readonly string[]): Segment["runs"] {
  return Object.fromEntries(folders.map((folder) => [folder, runs[folder]!]));
}

/** Removes files of segments that were merged or belong to runs that are gone, once nobody can be reading them. */
async function removeStrays(index: string, segments: readonly Segment[]): Promise<void> {
  const named = new Set(segments.map(({ name }) => name));
  for (const file of await readdir(index)) {
    if (!file.endsWith(".parquet") || named.has(file.split(".", 1)[0]!)) continue;
    const path = join(index, file);
    const found = await stat(path).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > KEEP_MS) await rm(path, { force: true });
  }
}
