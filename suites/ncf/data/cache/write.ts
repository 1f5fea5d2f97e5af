import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UserError } from "../../../../errors/user-error.js";
import { renameDirectoryAtomic, writeNewFile } from "../../../../storage/atomic-write.js";
import { sha256Hex } from "../../../../storage/canonical-json.js";
import { storageError } from "../../../../storage/storage-error.js";
import type { NcfDataset } from "../../dataset.js";
import { type CacheFile, type CacheManifest, cacheFiles, MANIFEST, type Stamp, sealManifest } from "./manifest.js";

export interface SampledNegatives {
  seed: number;
  perUser: number;
  /** [users x perUser], row-major. */
  items: Int32Array;
}

/**
 * Stores a data set in `dir`, which is replaced if it is an older prepared folder: Arrow IPC columns and a manifest with
 * their hashes. All is written and synced in a folder aside and then renamed, so that `dir` is never half a data set.
 *
 * @throws UserError `data.out-in-use` when `dir` holds anything that is not ours.
 */
export async function writeDataset(
  dir: string,
  dataset: NcfDataset,
  stamp: Stamp | null,
  sampled: SampledNegatives | null = null,
): Promise<void> {
  await refuseForeignFolder(dir);
  let aside: string | undefined;
  try {
    await mkdir(dirname(dir), { recursive: true });
    await removeLeftovers(dir);
    aside = await mkdtemp(join(dirname(dir), `.${basename(dir)}.tmp-`));
    const files: CacheFile[] = [];
    const { encodeColumns } = await import("./arrow-columns.js");
    const store = async (name: CacheFile["name"], columns: Record<string, Int32Array>) => {
      const bytes = encodeColumns(columns);
      files.push({ name, bytes: bytes.length, sha256: sha256Hex(bytes) });
      await writeNewFile(join(aside!, name), bytes);
    };
    await store(cacheFiles.train, { user: dataset.trainUsers, item: dataset.trainItems });
    await store(cacheFiles.test, {
      user: Int32Array.from(dataset.testItems, (_, user) => user),
      item: dataset.testItems,
    });
    if (dataset.evalNegatives !== null) await store(cacheFiles.evalNegatives, { item: dataset.evalNegatives.items });
    if (sampled !== null) await store(cacheFiles.sampledNegatives, { item: sampled.items });
    const manifest: CacheManifest = {
      format: "ncf-bench-dataset",
      schema: 1,
      dataset: dataset.manifest,
      files,
      evalNegatives: dataset.evalNegatives?.perUser ?? null,
      sampledNegatives: sampled === null ? null : { seed: sampled.seed, perUser: sampled.perUser },
      stamp,
    };
    await writeNewFile(join(aside, MANIFEST), Buffer.from(sealManifest(manifest)));
    await renameDirectoryAtomic(aside, dir);
  } catch (error) {
    if (aside !== undefined) await rm(aside, { recursive: true, force: true });
    throw storageError(error, dir, "could not store the prepared data set");
  }
}

/** Refuses to replace a folder that is not a prepared data set; called before any work is done, too. */
export async function refuseForeignFolder(dir: string): Promise<void> {
  let names: string[];
  try {
    names = await readdir(dir);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return;
    if (code !== "ENOTDIR") throw storageError(error, dir, "could not look into the folder");
    throw inUse(dir, "it is a file");
  }
  const ours = new Set<string>([MANIFEST, ...Object.values(cacheFiles)]);
  const foreign = names.find((name) => !ours.has(name));
  if (foreign !== undefined) throw inUse(dir, `it holds '${foreign}', which is not part of a prepared data set`);
}

function inUse(dir: string, why: string): UserError {
  return new UserError({
    code: "data.out-in-use",
    where: dir,
    what: `the output folder cannot be replaced: ${why}`,
    hint: "choose a new or empty folder with --out",
  });
}

const LEFTOVER_MS = 24 * 3600 * 1000;

/** Removes what killed preparations of the same folder left aside more than a day ago. */
async function removeLeftovers(dir: string): Promise<void> {
  for (const name of await readdir(dirname(dir))) {
    if (!name.startsWith(`.${basename(dir)}.tmp-`)) continue;
    const path = join(dirname(dir), name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > LEFTOVER_MS) await rm(path, { recursive: true, force: true });
  }
}
