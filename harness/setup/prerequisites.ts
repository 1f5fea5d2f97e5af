import { mkdir, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { UserError } from "../../errors/user-error.js";
import { runTool } from "./command.js";
import type { SetupOptions, SetupPlan } from "./target.js";

/** Fails early and clearly where a setup could not end well: told to stay offline, no pip, no space. */
export async function checkPrerequisites(
  plan: SetupPlan,
  { env, signal, offline }: Pick<SetupOptions, "env" | "signal" | "offline">,
  fallback: string,
): Promise<void> {
  if (offline === undefined) {
    if (env.NCF_BENCH_OFFLINE) {
      throw new UserError({
        code: "setup.offline",
        what: "NCF_BENCH_OFFLINE is set, and this needs downloads",
        hint: `unset it, give a folder that has them (--offline DIR), or ${fallback}`,
      });
    }
    await runTool("looking for pip", "python3", ["-m", "pip", "--version"], {
      env,
      signal,
      hint: "install Python 3 with pip (Debian: apt-get install python3-pip)",
    });
  } else {
    // Wheels are unpacked by it.
    const hint = "install Python 3 (Debian: apt-get install python3)";
    await runTool("looking for Python", "python3", ["--version"], { env, signal, hint });
  }
  await mkdir(dirname(plan.dir), { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(dirname(plan.dir));
  if (bavail * bsize >= plan.diskBytes) return;
  throw new UserError({
    code: "setup.space",
    what: `about ${(plan.diskBytes / 1e9).toFixed(1)} GB are needed, ${((bavail * bsize) / 1e9).toFixed(1)} GB are free`,
    where: dirname(plan.dir),
    hint: "make room, or set NCF_BENCH_CACHE to a folder on a larger disk",
  });
}
