import { existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GitRepository } from "../../test/git-repository.js";
import { buildCommit } from "./build-commit.js";

const PRODUCT = "dist/made";
let dir: string;
let repository: GitRepository;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "ncf-build-"));
  repository = new GitRepository(join(dir, "repository"));
  mkdirSync(join(repository.root, "node_modules"));
  writeFileSync(join(repository.root, "node_modules/word"), "installed");
  // The build makes its product of the commit's file and of a package, and fails where the file says so.
  const build = `mkdir dist && ! grep -q broken source && cat source node_modules/word > ${PRODUCT}`;
  repository.commit("good", {
    "package.json": JSON.stringify({ name: "x", version: "1.2.3", scripts: { build } }),
    ".gitignore": "node_modules\ndist\n",
    source: "one ",
  });
  repository.commit("broken", { source: "broken " });
  repository.commit("bad", { source: "two " });
});
afterAll(() => rmSync(dir, { recursive: true }));

describe("building a commit", () => {
  const said: string[] = [];
  const folder = () => join(dir, "built");
  const make = (subject: string, signal = new AbortController().signal) =>
    buildCommit(repository.commits[subject]!, {
      folder: folder(),
      product: PRODUCT,
      env: process.env,
      signal,
      say: (message) => said.push(message),
      root: repository.root,
    });
  const inode = (path: string) => statSync(path).ino;

  it("is done once, with the packages that are installed, and leaves the repository alone", async () => {
    const { root, commits } = repository;
    const before = repository.git("status", "--porcelain", "--ignored");
    const built = await make("good");
    expect(readFileSync(join(built, PRODUCT), "utf8")).toBe("one installed");
    expect(repository.git("-C", built, "rev-parse", "HEAD")).toBe(commits.good);
    expect(inode(join(built, "node_modules/word"))).toBe(inode(join(root, "node_modules/word")));
    expect(await make("good")).toBe(built);
    expect(said).toEqual([`building commit ${commits.good!.slice(0, 12)} of ncf-bench`]);
    expect(repository.git("status", "--porcelain", "--ignored")).toBe(before);
    expect(repository.git("worktree", "list").split("\n")).toHaveLength(1);
  });

  it("begins anew over what a killed one left", async () => {
    const half = join(folder(), `${repository.commits.bad}.part`);
    mkdirSync(half, { recursive: true });
    linkSync(join(repository.root, "source"), join(half, "source"));
    expect(readFileSync(join(await make("bad"), PRODUCT), "utf8")).toBe("two installed");
    expect([existsSync(half), readFileSync(join(repository.root, "source"), "utf8")]).toEqual([false, "two "]);
  });

  it("says that a commit does not build, and leaves nothing that looks built", async () => {
    const { broken } = repository.commits;
    const failed = { code: "setup.step-failed", where: `commit ${broken!.slice(0, 12)}` };
    await expect(make("broken")).rejects.toMatchObject(failed);
    expect(existsSync(join(folder(), broken!))).toBe(false);
    await expect(make("broken")).rejects.toMatchObject(failed);
  });

  it("stops when the caller does", async () => {
    rmSync(join(folder(), repository.commits.good!), { recursive: true });
    await expect(make("good", AbortSignal.abort(new Error("stop")))).rejects.toThrow("stop");
  });
});
