import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UserError } from "../errors/user-error.js";
import { renameDirectoryAtomic, writeFileAtomic, writeNewFile } from "./atomic-write.js";
import { failingAt } from "./test-support-faults.js";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "ncf-atomic-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

const CODES = ["ENOSPC", "EIO", "EINTR", "SHORT"] as const;

describe("writeFileAtomic", () => {
  it("writes, replaces, and leaves nothing else in the folder", async () => {
    const path = join(dir, "a.json");
    await writeFileAtomic(path, "one");
    await writeFileAtomic(path, new Uint8Array([0x74, 0x77, 0x6f]));
    expect(readFileSync(path, "utf8")).toBe("two");
    expect(readdirSync(dir)).toEqual(["a.json"]);
  });

  it("syncs the file before the rename and the folder after it", async () => {
    const fs = failingAt(Number.POSITIVE_INFINITY, "EIO");
    await writeFileAtomic(join(dir, "a"), "x", fs);
    expect(fs.calls).toEqual(["open", "write", "sync", "close", "rename", "open", "sync", "close"]);
  });

  it.each(CODES)("whichever call fails with %s, the file is the old one or the new one, whole", async (code) => {
    const path = join(dir, "a");
    const oldText = "old".repeat(5000);
    const newText = "new!".repeat(5000);
    let faults = 0;
    for (let k = 1; ; k++) {
      writeFileSync(path, oldText);
      const fs = failingAt(k, code);
      const error = await writeFileAtomic(path, newText, fs).then(
        () => undefined,
        (e: unknown) => e,
      );
      const now = readFileSync(path, "utf8");
      expect([oldText, newText]).toContain(now);
      if (error === undefined) expect(now).toBe(newText);
      expect(readdirSync(dir)).toEqual(["a"]);
      if (!fs.hit) break;
      faults++;
    }
    expect(faults).toBe(8);
  });

  it("a full disk is an error for people: path, bytes, hint", async () => {
    const error = await writeFileAtomic(join(dir, "a"), "12345", failingAt(2, "ENOSPC")).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toBe(`${join(dir, "a")}: could not write 5 bytes (ENOSPC)`);
    expect((error as UserError).hint).toMatch(/free some space/);
    expect((error as UserError).exitCode).toBe(5);
  });

  it("never writes through a symbolic link that stands in its way", async () => {
    const victim = join(dir, "victim");
    writeFileSync(victim, "mine");
    symlinkSync(victim, join(dir, "link"));
    await writeFileAtomic(join(dir, "link"), "theirs");
    expect(readFileSync(victim, "utf8")).toBe("mine");
    await expect(writeNewFile(join(dir, "victim"), Buffer.from("x"))).rejects.toThrow(/EEXIST/);
  });
});

describe("renameDirectoryAtomic", () => {
  it.each([false, true])("puts the folder in its place (something there before: %s)", async (before) => {
    const final = join(dir, "final");
    if (before) {
      mkdirSync(final);
      writeFileSync(join(final, "old"), "");
    }
    mkdirSync(join(dir, "tmp"));
    writeFileSync(join(dir, "tmp", "new"), "");
    await renameDirectoryAtomic(join(dir, "tmp"), final);
    expect(readdirSync(final)).toEqual(["new"]);
    expect(readdirSync(dir)).toEqual(["final"]);
  });

  it("whichever call fails, one whole folder is there", async () => {
    for (let k = 1; ; k++) {
      const base = mkdtempSync(join(dir, "k-"));
      for (const name of ["final", "tmp"]) {
        mkdirSync(join(base, name));
        writeFileSync(join(base, name, name), "");
      }
      const fs = failingAt(k, "EIO");
      await renameDirectoryAtomic(join(base, "tmp"), join(base, "final"), fs).catch(() => undefined);
      expect([["final"], ["tmp"]]).toContainEqual(readdirSync(join(base, "final")));
      if (!fs.hit) {
        expect(readdirSync(join(base, "final"))).toEqual(["tmp"]);
        expect(k).toBeGreaterThan(8);
        break;
      }
    }
  });
});
