import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UserError } from "../../errors/user-error.js";
import { GitRepository } from "../../test/git-repository.js";
import { commitsOf, LOCKFILE, resolveCommit } from "./commit.js";

let dir: string;
let repository: GitRepository;
const root = () => repository.root;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "ncf-commit-"));
  repository = new GitRepository(join(dir, "repository"));
  mkdirSync(join(root(), "node_modules"));
  repository.commit("other-packages", { [LOCKFILE]: "{}", ".gitignore": "node_modules\n" });
  repository.commit("good", { [LOCKFILE]: '{"lockfileVersion":3}' });
  repository.git("checkout", "-qb", "side");
  repository.commit("side", { aside: "" });
  repository.git("checkout", "-q", "main");
  repository.commit("middle", { other: "" });
  repository.git("merge", "-q", "--no-ff", "-m", "merged", "side");
  repository.commits.merged = repository.git("rev-parse", "HEAD");
  repository.commit("bad", { source: "two " });
});
afterAll(() => rmSync(dir, { recursive: true }));

function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof UserError) return `${error.where}: ${error.what}; ${error.hint}`;
    throw error;
  }
  return "none";
}

describe("a commit", () => {
  it("is what git takes for one", () => {
    const { good, side, bad } = repository.commits;
    expect(resolveCommit("HEAD", "--b", root())).toBe(bad);
    expect(resolveCommit(good!.slice(0, 9), "--b", root())).toBe(good);
    expect(resolveCommit("side", "--b", root())).toBe(side);
  });

  it.each<[string, () => unknown, RegExp]>([
    ["nothing", () => resolveCommit("nothing", "--b", root()), /^--b: there is no commit "nothing".*unshallow/],
    ["an empty one", () => resolveCommit("", "--b", root()), /there is no commit ""/],
    ["an option", () => resolveCommit("--all", "--b", root()), /there is no commit "--all"/],
    ["a tree", () => resolveCommit("HEAD^{tree}", "--b", root()), /there is no commit/],
    ["one of no repository", () => resolveCommit("HEAD", "--b", dir), /is no checkout.*clone/],
    [
      "one of a repository around the package",
      () => resolveCommit("HEAD", "--b", join(root(), "node_modules")),
      /is no checkout/,
    ],
    [
      "one with other packages",
      () => resolveCommit("HEAD~4", "--b", root()),
      /needs other packages.*git worktree add.*npm ci/,
    ],
    ["no range", () => commitsOf("HEAD", "--commits", root()), /"HEAD" is no range GOOD\.\.BAD/],
    ["three dots", () => commitsOf("HEAD~1...HEAD", "--commits", root()), /is no range/],
    ["a range backwards", () => commitsOf("HEAD..HEAD~1", "--commits", root()), /HEAD is no ancestor of HEAD~1/],
  ])("is refused: %s", (_, call, message) => {
    expect(refusal(call)).toMatch(message);
  });

  it("and those after it by first parents make a range", () => {
    const range = commitsOf(`${repository.commits.good}..HEAD`, "--commits", root());
    expect(range).toEqual(["good", "middle", "merged", "bad"].map((subject) => repository.commits[subject]));
  });
});
