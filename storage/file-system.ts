import { constants } from "node:fs";
import { type FileHandle, link, open, rename, rm, unlink } from "node:fs/promises";

/** The calls that durable writing needs. Tests pass one that fails the k-th call; everything else passes nothing. */
export interface FileSystem {
  open(path: string, flags: number, mode?: number): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  link(existing: string, path: string): Promise<void>;
  unlink(path: string): Promise<void>;
  removeTree(path: string): Promise<void>;
}

export interface OpenFile {
  write(data: Uint8Array, offset: number, length: number): Promise<number>;
  read(into: Uint8Array, offset: number, length: number, position: number): Promise<number>;
  size(): Promise<{ bytes: number; isFile: boolean }>;
  truncate(bytes: number): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

export const nodeFileSystem: FileSystem = {
  open: async (path, flags, mode) => wrap(await open(path, flags, mode)),
  rename,
  link,
  unlink,
  removeTree: (path) => rm(path, { recursive: true, force: true }),
};

function wrap(handle: FileHandle): OpenFile {
  return {
    write: async (data, offset, length) => (await handle.write(data, offset, length, null)).bytesWritten,
    read: async (into, offset, length, position) => (await handle.read(into, offset, length, position)).bytesRead,
    size: async () => {
      const stat = await handle.stat();
      return { bytes: stat.size, isFile: stat.isFile() };
    },
    truncate: (bytes) => handle.truncate(bytes),
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

export const OpenFlags = {
  /** A file that nobody else made, and no symbolic link of somebody else's. */
  createNew: constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW,
  append: constants.O_RDWR | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW,
  readWrite: constants.O_RDWR | constants.O_NOFOLLOW,
  read: constants.O_RDONLY | constants.O_NOFOLLOW,
  directory: constants.O_RDONLY | constants.O_DIRECTORY,
} as const;

/** Writes all of `data`: a write may take only a part of it (a full disk, a signal), and says so only in its count. */
export async function writeFully(file: OpenFile, data: Uint8Array): Promise<void> {
  let done = 0;
  while (done < data.byteLength) {
    try {
      const count = await file.write(data, done, data.byteLength - done);
      if (count <= 0) throw Object.assign(new Error("write made no progress"), { code: "EIO" });
      done += count;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EINTR") throw error;
    }
  }
}
