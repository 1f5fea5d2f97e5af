import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { softwareInfo } from "./software.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "software-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

function repository(): { dir: string; commit: string } {
  const dir = mkdtempSync(join(root, "r-"));
  const git = (...args: string[]) => execFileSync("git", ["-C", dir, ...args], { encoding: "utf8" }).trim();
  git("init", "-q");
  writeFileSync(join(dir, "package.json"), '{"version":"1.2.3"}');
  git("add", ".");
  git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "x");
  return { dir, commit: git("rev-parse", "HEAD") };
}

describe("softwareInfo", () => {
  it("tells the commit of our own checkout, and when it was changed", async () => {
    const { dir, commit } = repository();
    expect(await softwareInfo(dir)).toEqual({ version: "1.2.3", commit, node: process.versions.node });
    writeFileSync(join(dir, "package.json"), '{"version":"1.2.4"}');
    expect(await softwareInfo(dir)).toMatchObject({ version: "1.2.4", commit: `${commit}-dirty` });
  });

  it("never tells the commit of the repository that it is installed into", async () => {
    const installed = join(repository().dir, "node_modules", "ncf-bench");
    mkdirSync(installed, { recursive: true });
    writeFileSync(join(installed, "package.json"), '{"version":"1.2.3"}');
    expect((await softwareInfo(installed)).commit).toBeNull();
  });

  it("does not follow GIT_DIR to another repository", async () => {
    const [ours, other] = [repository(), repository()];
    vi.stubEnv("GIT_DIR", join(other.dir, ".git"));
    expect((await softwareInfo(ours.dir)).commit).toBe(ours.commit);
  });

  it.each([
    ["0123456789012345678901234567890123456789\n", "0123456789012345678901234567890123456789"],
    ["unknown\n", null],
  ])("takes the commit that an image's build left: %j", async (text, commit) => {
    writeFileSync(join(root, "package.json"), '{"version":"1.2.3"}');
    writeFileSync(join(root, "COMMIT"), text);
    expect((await softwareInfo(root)).commit).toBe(commit);
  });
});
