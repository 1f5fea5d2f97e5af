import { existsSync } from "node:fs";
import { readdir, realpath } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { UserError } from "../../../errors/user-error.js";
import { cacheDir } from "../../../storage/cache-dir.js";
import { canonicalJson, sha256Hex } from "../../../storage/canonical-json.js";
import { acquireLock, type Lock } from "../../../storage/lock.js";
import type { PreparedDataset } from "../../suite.js";
import type { DatasetManifest, NcfDataset } from "../dataset.js";
import { buildSynthetic } from "./build.js";
import { readManifest, type Stamp } from "./cache/manifest.js";
import { refuseForeignFolder, type SampledNegatives, writeDataset } from "./cache/write.js";
import { type Located, locate } from "./locate.js";
import { namedDataset } from "./named.js";
import { openDataset } from "./open.js";
import {
  type DataFormat,
  ncfStamp,
  type Prepared,
  type PrepareOptions,
  prepareNcfSplit,
  prepareRatingsFile,
  stampOf,
} from "./prepare.js";
import { DEFAULT_MIN_RATINGS } from "./preprocess.js";
import {
  canonicalSpec,
  fewestRatings,
  GENERATOR_VERSION,
  isSyntheticSpec,
  parseSyntheticSpec,
} from "./synthetic/spec.js";

export interface ResolveOptions {
  /** Default: 20; for synthetic ratings with fewer per user, what all of them have. */
  minRatings?: number | undefined;
  onProgress?: ((message: string) => void) | undefined;
  signal?: AbortSignal | undefined;
  format?: DataFormat | undefined;
  name?: string | undefined;
  /** Folder for the prepared data set instead of one in the cache. */
  out?: string | undefined;
  /** Prepare even if an up-to-date prepared data set is there. */
  force?: boolean | undefined;
  /** Negatives to store beside the columns, made from the data set. */
  negatives?: ((dataset: NcfDataset) => SampledNegatives) | undefined;
  env?: NodeJS.ProcessEnv | undefined;
  cwd?: string | undefined;
}

/**
 * Makes the data set that `spec` names ready, or finds it ready: `synthetic:…`, a published name (`ml-20m`: only what was
 * downloaded or prepared before; nothing is ever downloaded here), or a path to a ratings file, a folder with one, the NCF
 * authors' split or a prepared folder. A prepared folder that is stale (the source changed) or damaged is made anew.
 *
 * @throws UserError with what is wrong with the input, its place and what to do.
 */
export async function resolveDataset(spec: string, options: ResolveOptions = {}): Promise<PreparedDataset> {
  if (isSyntheticSpec(spec)) return resolveSynthetic(spec, options);
  if (namedDataset(spec) !== undefined) return resolveNamed(spec, options);
  const located = await locate(resolve(options.cwd ?? process.cwd(), spec));
  return resolveLocated(await withFormat(located, options.format), options);
}

/** Where a downloaded archive's ratings file lies. */
export function downloadDir(name: string, env?: NodeJS.ProcessEnv): string {
  return join(cacheDir(env), "downloads", name);
}

async function resolveSynthetic(text: string, options: ResolveOptions): Promise<PreparedDataset> {
  const spec = parseSyntheticSpec(text);
  const minRatings = options.minRatings ?? Math.min(DEFAULT_MIN_RATINGS, fewestRatings(spec));
  const name = canonicalSpec(spec);
  const identity = { spec: name, minRatings, generator: GENERATOR_VERSION };
  return ready(options.out ?? cacheFolder(name, identity, options.env), options, {
    current: (manifest) =>
      manifest.source.kind === "synthetic" &&
      manifest.source.spec === name &&
      manifest.source.generatorVersion === GENERATOR_VERSION &&
      manifest.minRatings === minRatings,
    make: async () => {
      options.onProgress?.(`generating ${name}`);
      return { dataset: buildSynthetic(spec, minRatings), stamp: null };
    },
  });
}

async function resolveNamed(name: string, options: ResolveOptions): Promise<PreparedDataset> {
  const downloaded = join(downloadDir(name, options.env), namedDataset(name)!.ratingsFile);
  if (existsSync(downloaded)) return resolveLocated({ kind: "ratings", path: downloaded }, { ...options, name });
  const minRatings = options.minRatings ?? DEFAULT_MIN_RATINGS;
  const root = join(cacheDir(options.env), "datasets");
  for (const entry of await readdir(root).catch(() => [])) {
    const dir = join(root, entry);
    const manifest = entry.startsWith(".") ? null : await readManifest(dir).catch(() => null);
    const found = manifest?.dataset;
    if (found?.name !== name || found.synthetic || found.minRatings !== minRatings) continue;
    if (options.out === undefined && (await opens(dir))) return preparedOf(dir, found);
    if (found.source.kind === "file" && existsSync(found.source.path)) {
      return resolveLocated({ kind: "ratings", path: found.source.path }, { ...options, name });
    }
  }
  throw new UserError({
    code: "data.not-downloaded",
    where: `data set '${name}'`,
    what: "not here yet, and nothing is downloaded unasked",
    hint: `ncf-bench data download ${name}; or, where you have it already: ncf-bench data prepare PATH; or use synthetic:ml-100k`,
  });
}

async function withFormat(located: Located, format: DataFormat | undefined): Promise<Located> {
  if (format === undefined || (format === "ncf") === (located.kind === "ncf")) return located;
  if (format !== "ncf") return located.kind === "ncf" ? { kind: "ratings", path: located.path } : located;
  throw new UserError({
    code: "data.not-ncf",
    where: located.path,
    what: "not the NCF authors' split",
    hint: "give the folder with NAME.train.rating, NAME.test.rating and NAME.test.negative, or leave out --format ncf",
  });
}

async function resolveLocated(located: Located, options: ResolveOptions): Promise<PreparedDataset> {
  if (located.kind === "prepared") return resolvePrepared(located.path, options);
  const path = await realpath(located.path);
  const ncf = located.kind === "ncf";
  const minRatings = ncf ? 0 : (options.minRatings ?? DEFAULT_MIN_RATINGS);
  const format = options.format === "ncf" ? undefined : options.format;
  const prepareOptions: PrepareOptions = { ...options, format, minRatings };
  const stamp = ncf ? await ncfStamp(path, located.stem) : await stampOf(path);
  const identity = { path, format: format ?? null, minRatings, name: options.name ?? null };
  return ready(options.out ?? cacheFolder(options.name ?? path, identity, options.env), options, {
    current: (manifest, prepared) =>
      manifest.source.kind === "file" &&
      manifest.source.path === path &&
      manifest.minRatings === minRatings &&
      (format === undefined || manifest.source.format === format) &&
      (options.name === undefined || manifest.name === options.name) &&
      sameStamp(prepared, stamp),
    make: () => (ncf ? prepareNcfSplit(path, located.stem, prepareOptions) : prepareRatingsFile(path, prepareOptions)),
  });
}

/** A folder that was prepared before: taken as it is, made anew from its source where it is damaged. */
async function resolvePrepared(dir: string, options: ResolveOptions): Promise<PreparedDataset> {
  const { dataset: manifest } = await readManifest(dir);
  if (options.minRatings !== undefined && manifest.minRatings > 0 && options.minRatings !== manifest.minRatings) {
    throw new UserError({
      code: "data.min-ratings",
      where: dir,
      what: `prepared with --min-ratings ${manifest.minRatings}, but ${options.minRatings} is asked for`,
      hint: `pass --min-ratings ${manifest.minRatings}, or prepare the ratings again`,
    });
  }
  try {
    await openDataset(dir);
    return preparedOf(dir, manifest);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { source } = manifest;
    const again = { ...options, minRatings: manifest.minRatings || undefined, out: dir };
    if (source.kind === "synthetic") return resolveSynthetic(source.spec, again);
    if (!existsSync(source.path)) throw error;
    options.onProgress?.(`${error.message}; preparing it again from ${source.path}`);
    const located = await withFormat(await locate(source.path), source.format as DataFormat);
    return resolveLocated(located, { ...again, name: manifest.name });
  }
}

interface Recipe {
  /** Whether a sound prepared folder is of this source and these rules. */
  current(manifest: DatasetManifest, stamp: Stamp | null): boolean;
  make(): Promise<Prepared>;
}

/** Finds `dir` ready or makes it so; of several processes that want it, one does the work. */
async function ready(dir: string, options: ResolveOptions, recipe: Recipe): Promise<PreparedDataset> {
  const target = resolve(options.cwd ?? process.cwd(), dir);
  await refuseForeignFolder(target);
  const lock = await waitForLock(
    join(cacheDir(options.env), `.prepare-${sha256Hex(target).slice(0, 16)}.lock`),
    options,
  );
  try {
    if (options.force !== true) {
      const found = await readManifest(target).catch(() => null);
      const kept = found !== null && recipe.current(found.dataset, found.stamp);
      if (kept && options.negatives === undefined && (await opens(target))) return preparedOf(target, found.dataset);
    }
    const { dataset, stamp } = await recipe.make();
    options.signal?.throwIfAborted();
    const sampled = options.negatives?.(dataset) ?? null;
    options.onProgress?.(`storing ${target}`);
    await writeDataset(target, dataset, stamp, sampled);
    return preparedOf(target, dataset.manifest);
  } finally {
    await lock.release();
  }
}

async function waitForLock(path: string, options: ResolveOptions): Promise<Lock> {
  for (let attempt = 0; ; attempt++) {
    options.signal?.throwIfAborted();
    try {
      return await acquireLock(path);
    } catch (error) {
      // Ten minutes: more than any preparation takes.
      if (!(error instanceof UserError && error.code === "storage.locked") || attempt > 3000) throw error;
      if (attempt === 0) options.onProgress?.("waiting: another process prepares the same data set");
      await setTimeout(200);
    }
  }
}

/** Whether a prepared folder is sound. What is not is made anew, so why does not matter here. */
async function opens(dir: string): Promise<boolean> {
  try {
    await openDataset(dir);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

function sameStamp(a: Stamp | null, b: Stamp | null): boolean {
  return a !== null && b !== null && a.bytes === b.bytes && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs;
}

function cacheFolder(label: string, identity: Record<string, unknown>, env: NodeJS.ProcessEnv | undefined): string {
  const readable = label
    .split("/")
    .slice(-2)
    .join("-")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[^A-Za-z0-9]+/, "");
  return join(cacheDir(env), "datasets", `${readable.slice(0, 60)}-${sha256Hex(canonicalJson(identity)).slice(0, 12)}`);
}

function preparedOf(dir: string, manifest: DatasetManifest): PreparedDataset {
  const { name, synthetic, hash, counts } = manifest;
  return { dir, name, synthetic, hash, users: counts.users, items: counts.items, trainRows: counts.trainRows };
}
