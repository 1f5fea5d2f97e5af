import { type FileSystem, nodeFileSystem, type OpenFile } from "./file-system.js";

export interface FaultyFileSystem extends FileSystem {
  /** Calls seen so far, in order. */
  readonly calls: string[];
  readonly hit: boolean;
}

/**
 * A file system whose `k`-th call (from 1) fails with `code`, as SQLite's I/O-error tests do it: a loop over k ends with
 * the first run in which no call was hit. A failing write has written a part of its data before; after ENOSPC all later
 * writes fail too, as on a full disk.
 */
export function failingAt(k: number, code: string): FaultyFileSystem {
  let count = 0;
  const state = { calls: [] as string[], hit: false };
  const step = (name: string): boolean => {
    state.calls.push(name);
    count++;
    if (count === k) state.hit = true;
    return count === k || (code === "ENOSPC" && state.hit && name === "write");
  };
  const fail = (name: string): never => {
    throw Object.assign(new Error(`${code}: injected in ${name}`), { code });
  };
  const guard = async <T>(name: string, call: () => Promise<T>): Promise<T> => (step(name) ? fail(name) : call());

  const wrap = (file: OpenFile): OpenFile => ({
    ...file,
    write: async (data, offset, length) => {
      if (!step("write")) return file.write(data, offset, length);
      if (code === "EINTR") return fail("write");
      await file.write(data, offset, Math.floor(length / 2));
      if (code === "SHORT") return Math.floor(length / 2);
      return fail("write");
    },
    sync: () => guard("sync", () => file.sync()),
    truncate: (bytes) => guard("truncate", () => file.truncate(bytes)),
    close: async () => {
      await file.close();
      if (step("close")) fail("close");
    },
  });

  return {
    get calls() {
      return state.calls;
    },
    get hit() {
      return state.hit;
    },
    open: (path, flags, mode) => guard("open", async () => wrap(await nodeFileSystem.open(path, flags, mode))),
    rename: (from, to) => guard("rename", () => nodeFileSystem.rename(from, to)),
    link: (existing, path) => guard("link", () => nodeFileSystem.link(existing, path)),
    unlink: (path) => guard("unlink", () => nodeFileSystem.unlink(path)),
    removeTree: (path) => guard("removeTree", () => nodeFileSystem.removeTree(path)),
  };
}
