import { randomBytes } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { type FileSystem, nodeFileSystem, type OpenFile, OpenFlags, writeFully } from "./file-system.js";
import { storageError } from "./storage-error.js";

/**
 * Replaces `path` by `data`, all or nothing, and durably: a reader sees the old file or the new one, also after a crash.
 * Throws `UserError` for a full disk and its like; the old file is then untouched.
 */
export async function writeFileAtomic(
  path: string,
  data: Uint8Array | string,
  fs: FileSystem = nodeFileSystem,
): Promise<void> {
  const bytes = typeof data === "string" ? Buffer.from(data) : data;
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(8).toString("hex")}.tmp`);
  try {
    await writeNewFile(temporary, bytes, fs);
    await fs.rename(temporary, path);
    await fsyncDirectory(dirname(path), fs);
  } catch (error) {
    await fs.unlink(temporary).catch(() => undefined);
    throw storageError(error, path, `could not write ${bytes.byteLength} bytes`);
  }
}

/** Writes a file that must not exist yet and waits until it is on the disk. */
export async function writeNewFile(path: string, data: Uint8Array, fs: FileSystem = nodeFileSystem): Promise<void> {
  const file = await fs.open(path, OpenFlags.createNew, 0o644);
  await closing(file, async () => {
    await writeFully(file, data);
    await file.sync();
  });
}

/**
 * Puts the folder `temporary` in the place of `final`, which may exist and is then removed. The files inside must have
 * been synced by whoever wrote them. Both must lie in the same file system.
 */
export async function renameDirectoryAtomic(
  temporary: string,
  final: string,
  fs: FileSystem = nodeFileSystem,
): Promise<void> {
  try {
    await fsyncDirectory(temporary, fs);
    let old: string | undefined;
    try {
      await fs.rename(temporary, final);
    } catch (error) {
      if (!["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
      old = join(dirname(final), `.${basename(final)}.${randomBytes(8).toString("hex")}.old`);
      await fs.rename(final, old);
      try {
        await fs.rename(temporary, final);
      } catch (second) {
        await fs.rename(old, final);
        throw second;
      }
    }
    await fsyncDirectory(dirname(final), fs);
    if (old !== undefined) await fs.removeTree(old);
  } catch (error) {
    throw storageError(error, final, "could not put the folder in its place");
  }
}

/** Makes the names in a folder durable: a rename or a new file is lost in a crash until its folder is synced. */
export async function fsyncDirectory(path: string, fs: FileSystem = nodeFileSystem): Promise<void> {
  const directory = await fs.open(path === "" ? "." : path, OpenFlags.directory);
  await closing(directory, async () => {
    try {
      await directory.sync();
    } catch (error) {
      // Some file systems (9p, some FUSE) cannot sync a folder at all and say so with these two.
      if (!["EINVAL", "ENOTSUP"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    }
  });
}

/** Closes after `body`. A failing close after a good body is an error too: it is where NFS reports a full disk. */
export async function closing<T>(file: OpenFile, body: () => Promise<T>): Promise<T> {
  let result: T;
  try {
    result = await body();
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
  await file.close();
  return result;
}
