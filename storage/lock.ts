import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { ExitCode } from "../errors/exit-code.js";
import { UserError } from "../errors/user-error.js";
import { writeNewFile } from "./atomic-write.js";
import { type FileSystem, nodeFileSystem } from "./file-system.js";
import { processStart } from "./process-identity.js";
import { storageError } from "./storage-error.js";

const Owner = z.object({
  pid: z.int().positive(),
  start: z.string(),
  host: z.string(),
  token: z.string().regex(/^[0-9a-f]{16}$/),
  since: z.string(),
});
type Owner = z.infer<typeof Owner>;

export interface Lock {
  release(): Promise<void>;
}

/**
 * Takes a lock file, which names its owner. A lock whose owner is dead (its pid is gone or was reused) is taken over.
 * Throws `UserError` `storage.locked` where the owner lives, or is on another host and so cannot be asked.
 */
export async function acquireLock(path: string, fs: FileSystem = nodeFileSystem): Promise<Lock> {
  return acquire(path, fs, 0);
}

async function acquire(path: string, fs: FileSystem, depth: number): Promise<Lock> {
  const token = randomBytes(8).toString("hex");
  const own = `${path}.${token}.tmp`;
  try {
    await writeNewFile(own, Buffer.from(JSON.stringify(self(token))), fs);
    for (let attempt = 0; attempt < 20; attempt++) {
      if (await linkExclusive(own, path, fs)) return { release: () => release(path, token, fs) };
      const owner = await readOwner(path);
      if (owner === "gone") continue;
      if (owner !== "torn" && lives(owner)) throw locked(path, owner);
      await removeStale(path, owner === "torn" ? "torn" : owner.token, fs, depth);
    }
    throw locked(path, null);
  } catch (error) {
    throw storageError(error, path, "could not take the lock");
  } finally {
    await fs.unlink(own).catch(() => undefined);
  }
}

/**
 * Removes a dead owner's lock. Only the holder of a second lock, named after the dead owner's token, may do it, and only
 * while the first still holds that token: otherwise of two takers the slower would remove the faster one's fresh lock.
 */
async function removeStale(path: string, token: string, fs: FileSystem, depth: number): Promise<void> {
  if (depth > 4) throw locked(path, null);
  const guard = await acquire(`${path}.${token}`, fs, depth + 1).catch(async (error: unknown) => {
    if (!(error instanceof UserError && error.code === "storage.locked")) throw error;
    await setTimeout(20);
  });
  if (guard === undefined) return;
  try {
    const owner = await readOwner(path);
    const same = owner === "torn" ? token === "torn" : owner !== "gone" && owner.token === token;
    if (same) await fs.unlink(path);
  } finally {
    await guard.release();
  }
}

async function linkExclusive(own: string, path: string, fs: FileSystem): Promise<boolean> {
  try {
    await fs.link(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function release(path: string, token: string, fs: FileSystem): Promise<void> {
  const owner = await readOwner(path);
  if (typeof owner === "object" && owner.token === token) await fs.unlink(path).catch(() => undefined);
}

async function readOwner(path: string): Promise<Owner | "gone" | "torn"> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "gone";
    throw error;
  }
  try {
    return Owner.parse(JSON.parse(text));
  } catch {
    return "torn";
  }
}

function lives(owner: Owner): boolean {
  if (owner.host !== hostname()) return true;
  const start = processStart(owner.pid);
  if (start === null) return false;
  return start === "" || owner.start === "" || start === owner.start;
}

function self(token: string): Owner {
  return {
    pid: process.pid,
    start: processStart(process.pid) ?? "",
    host: hostname(),
    token,
    since: new Date().toISOString(),
  };
}

function locked(path: string, owner: Owner | null): UserError {
  const elsewhere = owner !== null && owner.host !== hostname();
  return new UserError({
    code: "storage.locked",
    what: owner
      ? `in use by process ${owner.pid} on ${owner.host} since ${owner.since}`
      : "in use: other processes take this lock all the time",
    where: path,
    hint: elsewhere
      ? "if that process has ended, remove the lock file and run the command again"
      : "wait until that process has ended, then run the command again",
    exitCode: ExitCode.Incomplete,
  });
}
