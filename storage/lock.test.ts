import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acquireLock } from "./lock.js";
import { packageRoot } from "./package-root.js";
import { processStart } from "./process-identity.js";

let dir: string;
let path: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "ncf-lock-"));
  path = join(dir, "lock");
});
afterEach(() => rmSync(dir, { recursive: true }));

const script = join(packageRoot(), "storage/testdata/lock-once.mjs");

describe("acquireLock", () => {
  it("is held by one, names its owner, and is free after release", async () => {
    const lock = await acquireLock(path);
    await expect(acquireLock(path)).rejects.toThrow(new RegExp(`in use by process ${process.pid} on `));
    await lock.release();
    expect(readdirSync(dir)).toEqual([]);
    await (await acquireLock(path)).release();
  });

  it("takes over from a process that was killed", async () => {
    expect(spawnSync(process.execPath, [script, path, "die"]).signal).toBe("SIGKILL");
    expect(readdirSync(dir)).toContain("lock");
    await (await acquireLock(path)).release();
    expect(readdirSync(dir).filter((name) => !name.endsWith(".tmp"))).toEqual([]);
  });

  it("takes over where the pid lives but belongs to another process now, and from a torn lock file", async () => {
    await acquireLock(path);
    const owner = JSON.parse(readFileSync(path, "utf8")) as { start: string };
    writeFileSync(path, JSON.stringify({ ...owner, start: `${owner.start}0` }));
    await (await acquireLock(path)).release();
    writeFileSync(path, '{"pid":');
    await (await acquireLock(path)).release();
  });

  it("does not judge an owner on another host", async () => {
    await acquireLock(path);
    const owner = JSON.parse(readFileSync(path, "utf8")) as object;
    writeFileSync(path, JSON.stringify({ ...owner, host: "elsewhere", pid: 2 ** 22 - 1 }));
    await expect(acquireLock(path)).rejects.toMatchObject({
      code: "storage.locked",
      hint: expect.stringMatching(/remove the lock file/),
    });
  });

  it("lets eight processes in one after the other, though the lock was left by a dead one", async () => {
    spawnSync(process.execPath, [script, path, "die"]);
    const runs = Array.from({ length: 8 }, () => promisify(execFile)(process.execPath, [script, path]));
    await Promise.all(runs);
    expect(readdirSync(dir).filter((name) => !name.endsWith(".tmp"))).toEqual([]);
  });
});

describe("processStart", () => {
  it("is stable for a living process and null for one that is gone", () => {
    expect(processStart(process.pid)).toBe(processStart(process.pid));
    expect(processStart(process.pid)).toBeTruthy();
    const { pid } = spawnSync("true");
    expect(processStart(pid)).toBeNull();
  });
});
