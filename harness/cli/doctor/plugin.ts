import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { ExitCode } from "../../../errors/exit-code.js";
import { UserError } from "../../../errors/user-error.js";
import { packageRoot } from "../../../storage/package-root.js";
import type { CheckResult, CheckStatus } from "../../../xla/pjrt/conformance/protocol.js";
import { type Conformance, runConformance } from "../../../xla/pjrt/conformance/run.js";
import { visible } from "../../console/visible.js";
import { type Io, outJson, paint } from "../io.js";

const SIGNS: Record<CheckStatus, readonly [sign: string, style: "green" | "dim" | "red"]> = {
  ok: ["✓", "green"],
  "not offered": ["-", "dim"],
  failed: ["✗", "red"],
};

/** The script that runs checks in a process of its own. */
export function conformanceWorker(): string {
  return join(packageRoot(), "dist", "xla", "pjrt", "conformance", "worker.js");
}

/**
 * `doctor --plugin`: a line a check, as soon as it has ended.
 *
 * @throws UserError when there is no such file.
 */
export async function examinePlugin(given: string, io: Io, json: boolean): Promise<ExitCode> {
  const file = resolve(io.cwd, given);
  if (!existsSync(file)) {
    throw new UserError({
      code: "doctor.plugin",
      what: `there is no file ${file}`,
      where: "--plugin",
      hint: "name a plugin's shared library (.so); `ncf-bench doctor` lists those that are found",
    });
  }
  const found = await runConformance(file, {
    workerPath: conformanceWorker(),
    env: io.env,
    signal: io.signal,
    ...(json ? {} : { onResult: (result) => io.out(renderResult(result, io)) }),
  });
  const exit = conformanceExit(found);
  if (json) outJson(io, { schema: "ncf-bench.doctor-plugin/1.0", file, ...found, exit });
  else io.err(`\n${exit.reason}\n`);
  return exit.code;
}

function conformanceExit({ conforms, checks, notRun }: Conformance): { code: ExitCode; reason: string } {
  const count = (status: CheckStatus) => checks.filter((check) => check.status === status).length;
  if (conforms) {
    const left = count("not offered");
    return {
      code: ExitCode.Ok,
      reason: `it conforms: ${count("ok")} checks${left > 0 ? `; ${left} parts are not offered` : ""}`,
    };
  }
  const unseen = notRun > 0 ? `, and ${notRun} that need it were not run` : "";
  return { code: ExitCode.Incomplete, reason: `it does not conform: ${count("failed")} checks failed${unseen}` };
}

function renderResult({ name, status, message }: CheckResult, io: Io): string {
  const [sign, style] = SIGNS[status];
  const text = status === "not offered" ? `not offered: ${message}` : message;
  return `${paint(io.color.out, style, sign)} ${name.padEnd(30)} ${visible(text)}\n`;
}
