import { z } from "zod";
import type { ExitCode } from "../errors/exit-code.js";
import { Accepted } from "../harness/compare/accepted.js";
import { causeLabels } from "../harness/compare/causes/types.js";
import { COMPARISON_SCHEMA, type Comparison as ComparisonType, verdicts } from "../harness/compare/types.js";
import { EngineInfo, Warning } from "../harness/record/schema.js";
import { Cell } from "../suites/cell.js";
import type { Same } from "./same.js";

// What `compare --json` prints, as a schema. Comparing itself needs none: the last lines hold this one to its types.

const Verdict = z.enum(verdicts);
/** Open, as what a newer minor version adds may stand anywhere. */
export const OpenCell = z.object(Cell.shape).meta({ id: "Cell" });
const Count = z.int().min(0);
const Interval = z.number().nullable();

/** As JSON prints it: null where it is NaN or infinite. */
const Printed = z.custom<number>().meta({ anyOf: [{ type: "number" }, { type: "null" }] });

const Reason = z
  .object({
    code: z.enum([
      "beyond-margin",
      "confirmed",
      "within-margin",
      "too-few-launches",
      "family-too-large",
      "interval-too-wide",
      "not-significant",
      "disturbed",
      "not-confirmed",
      "machine-moved",
      "cross-machine",
      "machine-mismatch",
      "protocol-mismatch",
      "protocol-missing",
      "protocol-mixed",
      "backend-mismatch",
      "cell-missing",
      "base-not-measured",
      "next-not-measured",
      "quality-missed",
      "metric-missing",
    ]),
    message: z.string(),
  })
  .meta({ id: "Reason" });

const ExcludedLaunch = z.object({
  launch: z.int().min(0),
  code: z.enum(["not-recorded", "failed", "unsupported", "quality-missed", "metric-missing", "bad-value"]),
  message: z.string(),
});

const SideSummary = z
  .object({
    planned: z.int().min(0),
    valid: z.int().min(0),
    values: z.array(z.number()),
    launches: z.array(z.int().min(0)),
    median: z.number().nullable(),
    noise: z.number().min(0).nullable(),
    excluded: z.array(ExcludedLaunch),
    disturbed: z.array(z.object({ launch: z.int().min(0), codes: z.array(z.string()) })),
  })
  .meta({ id: "SideSummary" });

const Effect = z
  .object({
    ratio: z.number().positive(),
    low: Interval,
    high: Interval,
    level: z.number(),
  })
  .meta({ id: "Effect" });

const Probability = z.number().min(0).max(1).nullable();

const MetricComparison = z
  .object({
    metric: z.string(),
    unit: z.string(),
    better: z.enum(["higher", "lower"]),
    gated: z.boolean(),
    verdict: Verdict,
    reason: Reason,
    base: SideSummary,
    next: SideSummary,
    effect: Effect.nullable(),
    p: Probability,
    adjustedP: Probability,
    discoveryP: Probability,
    margin: z.number(),
    mde: z.number().nullable(),
    launchesNeeded: z.object({ next: z.int(), base: z.int().nullable() }).nullable(),
  })
  .meta({ id: "MetricComparison" });

const ExactCheck = z.object({
  metric: z.string(),
  pairs: z.int().min(1),
  equal: z.int().min(0),
  firstDifference: z.object({ seed: z.int(), base: Printed, next: Printed }).nullable(),
});

const Causes = z.object({
  differ: z.array(
    z.object({
      label: z.enum(causeLabels),
      evidence: z.array(z.object({ what: z.string(), base: z.string(), next: z.string() })).min(1),
    }),
  ),
  untold: z.array(z.object({ label: z.enum(causeLabels), why: z.string() })),
});

const CellComparison = z.object({
  key: z.string(),
  cell: OpenCell,
  verdict: Verdict,
  reason: Reason,
  gated: MetricComparison,
  others: z.array(MetricComparison),
  exact: z.array(ExactCheck),
  engine: z.object({ base: EngineInfo.nullable(), next: EngineInfo.nullable() }),
  causes: Causes.nullable(),
  warnings: z.array(Warning),
});

const AddedCell = z.object({
  key: z.string(),
  cell: OpenCell,
  metric: z.string(),
  unit: z.string(),
  next: SideSummary,
});

const SentinelMove = z.object({
  sentinel: z.string(),
  ratio: z.number().positive(),
  low: Interval,
  high: Interval,
  level: z.number(),
  readings: z.object({ base: z.int().min(1), next: z.int().min(1) }),
  seconds: z.object({ base: z.number().positive(), next: z.number().positive() }),
  moved: z.boolean(),
  cells: z.array(z.string()),
});

export const EnvironmentDifference = z.object({
  class: z.enum(["identity", "soft", "software", "engine"]),
  field: z.string(),
  base: z.string(),
  next: z.string(),
});

const { at, by, because, replaces } = Accepted.shape;

const RunReference = z
  .object({
    run: z.string(),
    label: z.string(),
    matrix: z.string(),
    createdAt: z.string(),
    machine: z.string(),
    cells: z.int().min(0),
    launchesPlanned: z.int().min(0),
    launchesValid: z.int().min(0),
    accepted: z.object({ at, by, because, replaces }).exactOptional(),
  })
  .meta({ id: "RunReference" });

const CompareOptions = z.object({
  margin: z.number(),
  alpha: z.number(),
  level: z.number(),
  crossMachine: z.boolean(),
  metric: z.string().nullable(),
});

const Confirmation = z.object({
  run: RunReference,
  refused: Reason.nullable(),
  cells: z.array(
    z.object({
      key: z.string(),
      state: z.enum(["confirmed", "refuted", "open", "not measured", "not comparable"]),
      message: z.string(),
      first: Effect,
      again: MetricComparison.nullable(),
    }),
  ),
  warnings: z.array(Warning),
});

export const ExitCodes = z.literal([0, 1, 2, 3, 4, 5, 130, 143] as const satisfies readonly ExitCode[]);

export const Comparison = z.object({
  schema: z.literal(COMPARISON_SCHEMA),
  base: RunReference,
  next: RunReference,
  options: CompareOptions,
  environment: z.array(EnvironmentDifference),
  sentinels: z.array(SentinelMove),
  refused: Reason.nullable(),
  cells: z.array(CellComparison),
  added: z.array(AddedCell),
  skipped: z.array(z.string()),
  warnings: z.array(Warning),
  confirmation: Confirmation.nullable(),
  counts: z.object({ slower: Count, faster: Count, same: Count, inconclusive: Count, "not comparable": Count }),
  nextCommand: z.string().nullable(),
  exitCode: ExitCodes,
  exitReason: z.string(),
});

true satisfies Same<z.infer<typeof Comparison>, ComparisonType>;
