import { ExitCode } from "../../../errors/exit-code.js";
import { missedTarget } from "../../record/quality-target.js";
import type { LaunchRecord } from "../../record/schema.js";

export interface Exit {
  code: ExitCode;
  reason: string;
}

/**
 * How `train`, `test` and `infer` end. A missed target is an error only where somebody set one: by `--target`, or by asking
 * to stop at it. The default of the reference's flag belongs to one data set and to thirty epochs, and stays a line of
 * the report, as there. With several seeds each has to reach it. A stop outranks a missed target, a missed target a failed launch.
 */
export function exitOf(
  records: readonly LaunchRecord[],
  context: { asked: number; target: number | null; signal: AbortSignal },
): Exit {
  if (context.signal.aborted) {
    const name = String(context.signal.reason);
    const code = name === "SIGTERM" ? ExitCode.Terminated : ExitCode.Interrupted;
    return { code, reason: `stopped by ${name === "SIGTERM" ? name : "SIGINT"}` };
  }
  for (const record of records) {
    const missed = record.status === "ok" ? missedTarget(record, context.target) : null;
    if (missed !== null) return { code: ExitCode.Regression, reason: `seed ${record.seed}: ${missed}` };
  }
  const bad = records.find((record) => record.status !== "ok");
  if (bad !== undefined || records.length < context.asked) {
    const good = records.filter((record) => record.status === "ok").length;
    const why = bad?.failure ? `: ${bad.failure.message}` : "";
    return { code: ExitCode.Incomplete, reason: `${good} of ${context.asked} launches measured${why}` };
  }
  return { code: ExitCode.Ok, reason: "all that was asked for was measured" };
}
