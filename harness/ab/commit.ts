import { execFileSync } from "node:child_process";
import { UserError } from "../../errors/user-error.js";
import { withoutGitVariables } from "../../storage/git-environment.js";
import { packageRoot } from "../../storage/package-root.js";

/** The file by which npm knows what to install: commits that share it can share what is installed. */
export const LOCKFILE = "package-lock.json";

/**
 * The commit of ncf-bench that `ref` names, in 40 digits. It must need the packages that are installed here, as nothing is
 * downloaded for a measurement. Throws `UserError` at `where`.
 */
export function resolveCommit(ref: string, where: string, root: string = packageRoot()): string {
  if (ref === "" || ref.startsWith("-")) throw noCommit(ref, where);
  if (git(root, "rev-parse", "--show-prefix") !== "") {
    throw new UserError({
      code: "ab.commit",
      what: "this ncf-bench is no checkout of its repository, so it has no commits",
      where,
      hint: "clone the repository and run it from there, or name built checkouts: checkout=FOLDER",
    });
  }
  const commit = git(root, "rev-parse", "--verify", "--quiet", `${ref}^{commit}`);
  if (commit === null) throw noCommit(ref, where);
  if (git(root, "rev-parse", `${commit}:${LOCKFILE}`) !== git(root, "hash-object", LOCKFILE)) {
    const short = commit.slice(0, 12);
    throw new UserError({
      code: "ab.commit",
      what: `commit ${short} needs other packages than are installed here (another ${LOCKFILE})`,
      where,
      hint: `git worktree add ../${short} ${short}, npm ci && npm run build in it, then checkout=../${short}`,
    });
  }
  return commit;
}

/** `GOOD..BAD` as commits, oldest first, the good one before those that lead from it to the bad one by first parents. */
export function commitsOf(range: string, where: string, root: string = packageRoot()): string[] {
  const ends = /^(\S*[^\s.])\.\.([^\s.]\S*)$/.exec(range);
  if (ends === null) {
    const hint = "for example --commits v1.0..HEAD";
    throw new UserError({ code: "ab.commit", what: `"${range}" is no range GOOD..BAD`, where, hint });
  }
  const [good, bad] = [resolveCommit(ends[1]!, where, root), resolveCommit(ends[2]!, where, root)];
  if (git(root, "merge-base", "--is-ancestor", good, bad) === null) {
    const what = `${ends[1]} is no ancestor of ${ends[2]}`;
    throw new UserError({ code: "ab.commit", what, where, hint: "give the older commit first" });
  }
  const later = git(root, "rev-list", "--first-parent", "--reverse", `${good}..${bad}`) ?? "";
  return [good, ...later.split("\n").filter((commit) => commit !== "")];
}

/** What git says; null where it fails. */
function git(root: string, ...args: readonly string[]): string | null {
  const env = withoutGitVariables(process.env);
  try {
    return execFileSync("git", ["-C", root, ...args], {
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return null;
  }
}

function noCommit(ref: string, where: string): UserError {
  return new UserError({
    code: "ab.commit",
    what: `there is no commit "${ref}"`,
    where,
    hint: "git log shows them; a shallow clone has few: git fetch --unshallow",
  });
}
