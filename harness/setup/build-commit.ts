import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { withoutGitVariables } from "../../storage/git-environment.js";
import { acquireLock } from "../../storage/lock.js";
import { packageRoot } from "../../storage/package-root.js";
import { runTool } from "./command.js";

export interface BuildOptions {
  /** Folder of checkouts, one a commit. */
  folder: string;
  /** A file that building makes: where it is, the commit is built. */
  product: string;
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
  /** Told what is done where it takes long. */
  say: (message: string) => void;
  /** The checkout that has the commit, and its packages installed. */
  root?: string;
}

/**
 * A built checkout of a commit: made once, then found in `folder`. Packages are those of `root`, by hard links, which what npm
 * installs there later leaves as they are. Throws `UserError` for a commit that does not build.
 */
export async function buildCommit(commit: string, options: BuildOptions): Promise<string> {
  const { folder, product, env, signal, say, root = packageRoot() } = options;
  const done = join(folder, commit);
  if (existsSync(join(done, product))) return done;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lock = await acquireLock(`${done}.lock`);
  try {
    if (existsSync(join(done, product))) return done;
    const named = `commit ${commit.slice(0, 12)}`;
    say(`building ${named} of ncf-bench`);
    const half = `${done}.part`;
    await rm(half, { recursive: true, force: true });
    const step = (file: string, args: readonly string[], cwd: string) =>
      runTool(named, file, args, {
        cwd,
        env: withoutGitVariables(env),
        signal,
        hint: "build it in a checkout of its own, and name that: checkout=FOLDER",
      });
    await step("git", ["clone", "--quiet", "--no-checkout", root, half], dirname(half));
    await step("git", ["checkout", "--quiet", "--detach", commit], half);
    await step("cp", ["-al", join(root, "node_modules"), half], half).catch(async () => {
      // Another file system, perhaps: links do not reach it.
      await rm(join(half, "node_modules"), { recursive: true, force: true });
      await step("cp", ["-a", join(root, "node_modules"), half], half);
    });
    await step("npm", ["run", "--silent", "build"], half);
    await rename(half, done);
    return done;
  } finally {
    await lock.release();
  }
}
