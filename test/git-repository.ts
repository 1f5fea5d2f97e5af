import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A git repository for tests, with the branch `main`. */
export class GitRepository {
  readonly root: string;
  /** By their subjects. */
  readonly commits: Record<string, string> = {};

  constructor(root: string) {
    this.root = root;
    mkdirSync(root, { recursive: true });
    execFileSync("git", ["init", "-qb", "main", root]);
  }

  git(...args: string[]): string {
    const who = ["-c", "user.name=x", "-c", "user.email=x@example.com"];
    return execFileSync("git", ["-C", this.root, ...who, ...args], { encoding: "utf8", stdio: "pipe" }).trim();
  }

  commit(subject: string, files: Record<string, string>): string {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.root, name), text);
    this.git("add", "-A");
    this.git("commit", "-qm", subject);
    this.commits[subject] = this.git("rev-parse", "HEAD");
    return this.commits[subject];
  }
}
