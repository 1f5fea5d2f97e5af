import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withoutGitVariables } from "../../storage/git-environment.js";
import { packageRoot } from "../../storage/package-root.js";
import { probe } from "./probe.js";

/** What ran: goes into every record. */
export interface SoftwareInfo {
  version: string;
  /** Commit of ncf-bench itself, with `-dirty` where tracked files differ; null for an installed package. */
  commit: string | null;
  node: string;
}

/**
 * Our own version and commit. The commit is asked of git only where our own folder is the top of a checkout: a package in
 * somebody's node_modules lies inside their repository, whose commit says nothing about us. A container image has no .git;
 * its build leaves the commit in the file COMMIT.
 */
export async function softwareInfo(root: string = packageRoot()): Promise<SoftwareInfo> {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  return { version, commit: await ownCommit(root), node: process.versions.node };
}

async function ownCommit(root: string): Promise<string | null> {
  if (!existsSync(join(root, ".git"))) {
    const file = join(root, "COMMIT");
    const text = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
    return /^[0-9a-f]{40}$/.test(text) ? text : null;
  }
  const env = withoutGitVariables(process.env);
  const git = (...args: string[]) => probe("git", ["--no-optional-locks", "-C", root, ...args], { env });
  const head = await git("rev-parse", "--verify", "HEAD");
  const commit = head.ok ? head.stdout.trim() : "";
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return null;
  const status = await git("status", "--porcelain", "--untracked-files=no");
  return status.ok && status.stdout.trim() === "" ? commit : `${commit}-dirty`;
}
