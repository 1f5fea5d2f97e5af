import { z } from "zod";
import { mismatchOrder } from "../reference/match.js";
import { Figure, NotApplied } from "../reference/schema.js";
import { CHECK_SCHEMA, type CheckResult } from "../reference/types.js";
import { ExitCodes } from "./comparison.js";
import type { Same } from "./same.js";

// What `check --json` prints, as a schema; the last line holds it to its types.

const Count = z.int().min(0);
const Reasons = z.partialRecord(z.enum([...NotApplied.options, ...mismatchOrder]), Count);

const AppliedReference = z.object({
  figure: Figure,
  source: z.string(),
  verdict: z.enum(["passed", "missed", "suspicious"]),
  gated: z.boolean(),
  measured: z.number().nullable(),
  unit: z.string(),
  better: z.enum(["higher", "lower"]),
  band: z.object({ low: z.number(), high: z.number() }),
  ratio: z.number().nullable(),
  valid: Count,
  planned: Count,
  differences: z.array(z.string()),
});

const RooflineCheck = z.object({
  device: z.string(),
  bound: z.number().positive(),
  share: z.number().nullable(),
  invalid: z.array(z.object({ launch: Count, throughput: z.number() })),
});

export const Check = z.object({
  schema: z.literal(CHECK_SCHEMA),
  run: z.string(),
  cells: z.array(
    z.object({
      key: z.string(),
      planned: Count,
      valid: Count,
      roofline: RooflineCheck.nullable(),
      applied: z.array(AppliedReference),
      notApplicable: Reasons,
      qualityMissed: z.array(z.object({ launch: Count, message: z.string() })),
    }),
  ),
  counts: z.object({
    figures: Count,
    applied: Count,
    passed: Count,
    missed: Count,
    suspicious: Count,
    context: Count,
    invalidLaunches: Count,
    notApplicable: Count,
    reasons: Reasons,
  }),
  exitCode: ExitCodes,
  exitReason: z.string(),
});

true satisfies Same<z.infer<typeof Check>, CheckResult>;
