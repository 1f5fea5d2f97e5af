import type { ExecaError } from "execa";
import { UserError } from "../../errors/user-error.js";

/** Runs a tool and returns its stdout; a failure becomes one error that says which step it was and what the tool said. */
export async function runTool(
  step: string,
  file: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; signal?: AbortSignal; hint: string },
): Promise<string> {
  const { execa } = await import("execa");
  try {
    const result = await execa(file, [...args], {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.signal === undefined ? {} : { cancelSignal: options.signal }),
      ...(options.env === undefined ? {} : { env: options.env, extendEnv: false }),
      stdin: "ignore",
      forceKillAfterDelay: 2000,
    });
    return result.stdout;
  } catch (error) {
    const failed = error as ExecaError;
    if (failed.isCanceled) throw options.signal?.reason ?? failed;
    const said = lastWords(String(failed.stderr ?? ""));
    throw new UserError({
      code: failed.code === "ENOENT" ? "setup.tool-missing" : "setup.step-failed",
      what:
        failed.code === "ENOENT"
          ? `${file} is not on this machine`
          : `${file} failed (exit ${failed.exitCode}): ${said}`,
      where: step,
      hint: options.hint,
      cause: error,
    });
  }
}

/** The line of a tool's complaint that names the error, else its last one. */
function lastWords(stderr: string): string {
  const lines = stderr.trim().split("\n");
  return (lines.findLast((line) => /^\w*Error\b|\berror:/i.test(line)) ?? lines.at(-1) ?? "").trim().slice(0, 300);
}
