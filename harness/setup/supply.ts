import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { link, mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { UserError } from "../../errors/user-error.js";
import { cachePath } from "../../storage/cache-dir.js";
import { fetchPinned } from "./fetch.js";
import { contentName, fileSuffix, isPinned, type Pinned, pinnedName } from "./pinned.js";

/** Where a setup gets its pinned files from. */
export interface Supply {
  /** Path of a file with the pinned bytes, which stays there while `work` does. */
  file(pinned: Pinned, work: string): Promise<string>;
  /** To be called when the setup has ended well. */
  done(): Promise<void>;
}

export interface SupplyOptions {
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
  onStep(message: string): void;
}

/**
 * The registries, by the user's own clients. What was fetched lies in the cache until the setup has ended well, so that one
 * that was stopped goes on after the last whole file.
 */
export function networkSupply(options: SupplyOptions): Supply {
  const store = fetchedFolder(options.env);
  const used: string[] = [];
  return {
    async file(pinned, work) {
      await mkdir(store, { recursive: true, mode: 0o700 });
      const kept = join(store, contentName(pinned));
      if (existsSync(kept) && (await isPinned(kept, pinned))) {
        options.onStep(`already fetched: ${pinnedName(pinned)}`);
      } else {
        tell(pinned, options);
        const folder = join(work, `.fetch.${randomBytes(4).toString("hex")}`);
        await rename(await fetchPinned(pinned, folder, options), kept);
        await rm(folder, { recursive: true });
      }
      used.push(kept);
      // Another setup that ends meanwhile may remove the kept one.
      const own = join(work, `.${contentName(pinned)}`);
      await link(kept, own);
      return own;
    },
    async done() {
      for (const file of used) await rm(file, { force: true });
    },
  };
}

/** Where files lie between being fetched and the end of their setup. */
export function fetchedFolder(env: NodeJS.ProcessEnv): string {
  return join(cachePath(env), "fetched");
}

/**
 * A folder that was filled on a machine with a network (`setup TARGET --download DIR`). Files are known by their bytes, so
 * their names do not matter.
 *
 * @throws UserError that names every file which is not there.
 */
export async function folderSupply(dir: string, needed: readonly Pinned[], target: string): Promise<Supply> {
  const found = await findIn(dir, needed);
  const missing = needed.filter((pinned) => !found.has(pinned));
  if (missing.length > 0) {
    throw new UserError({
      code: "setup.offline-files",
      what: `${missing.length} of ${needed.length} files are not there: ${missing.map(pinnedName).join(", ")}`,
      where: dir,
      hint: `on a machine with a network: ncf-bench setup ${target} --download DIR; then copy the folder here`,
    });
  }
  const byName = new Map([...found].map(([pinned, file]) => [contentName(pinned), file]));
  return { file: async (pinned) => byName.get(contentName(pinned))!, done: async () => undefined };
}

/** Fills a folder with every file that a setup needs; what is there already is not fetched again. */
export async function download(needed: readonly Pinned[], dir: string, options: SupplyOptions): Promise<number> {
  await mkdir(dir, { recursive: true });
  const found = await findIn(dir, needed);
  for (const pinned of needed) {
    if (found.has(pinned)) continue;
    tell(pinned, options);
    const work = join(dir, `.fetch.${randomBytes(4).toString("hex")}`);
    try {
      const file = await fetchPinned(pinned, work, options);
      await rename(file, join(dir, basename(file)));
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  return needed.length - found.size;
}

async function findIn(dir: string, needed: readonly Pinned[]): Promise<Map<Pinned, string>> {
  const names = await readdir(dir).catch(() => [] as string[]);
  const found = new Map<Pinned, string>();
  for (const name of names.sort()) {
    for (const pinned of needed) {
      if (found.has(pinned) || !name.endsWith(fileSuffix(pinned))) continue;
      if (await isPinned(join(dir, name), pinned)) found.set(pinned, join(dir, name));
    }
  }
  return found;
}

function tell(pinned: Pinned, { onStep }: SupplyOptions): void {
  const size = pinned.kind === "wheel" ? ` (${Math.round(pinned.bytes / 1e6)} MB)` : "";
  onStep(`fetching ${pinnedName(pinned)}${size}`);
}
