import { z } from "zod";
import type { LaunchOutcome } from "../../suites/suite.js";
import { EngineInfo, EpochSample, EvaluationSample, InferenceSample, Memory, Quality, Warning } from "./schema.js";

const Result = z.object({
  engine: EngineInfo,
  protocol: z.record(z.string(), z.unknown()),
  epochs: z.array(EpochSample),
  evaluations: z.array(EvaluationSample),
  inference: z.array(InferenceSample),
  metrics: z.record(
    z.string(),
    z.custom<number>((value) => typeof value === "number", "expected a number"),
  ),
  quality: Quality.nullable(),
  memory: Memory,
  warnings: z.array(Warning),
});

const Outcome = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ok"), result: Result }),
  z.object({
    kind: z.literal("unsupported"),
    unsupported: z.object({ code: z.string(), reason: z.string(), hint: z.string().optional() }),
  }),
]);

/** Checks what a worker says it measured. Throws an `Error` that names the first wrong member. */
export function parseOutcome(value: unknown): LaunchOutcome {
  const parsed = Outcome.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new Error(`${issue.path.join(".") || "outcome"}: ${issue.message}`);
  }
  return parsed.data as LaunchOutcome;
}
