import { z } from "zod";
import { HISTORY_SCHEMA, type History as HistoryType } from "../harness/history/types.js";
import { Warning } from "../harness/record/schema.js";
import { EnvironmentDifference, OpenCell } from "./comparison.js";
import type { Same } from "./same.js";

// What `history --json` prints, as a schema; the last line holds it to its types.

const Point = z.object({
  run: z.string(),
  createdAt: z.string(),
  median: z.number(),
  spread: z.number().min(0).nullable(),
  valid: z.int().min(1),
  planned: z.int().min(1),
  weather: z.string().nullable(),
});

const ChangePoint = z.object({
  run: z.string(),
  createdAt: z.string(),
  before: z.string(),
  index: z.int().min(0),
  verdict: z.enum(["faster", "slower"]),
  ratio: z.number().positive(),
  low: z.number().positive(),
  high: z.number().positive(),
  p: z.number().min(0).max(1),
  runsBefore: z.int().min(1),
  runsAfter: z.int().min(1),
  changes: z.array(EnvironmentDifference),
  nearby: z.array(z.object({ run: z.string(), changes: z.array(EnvironmentDifference) })),
  between: z.int().min(0),
  sentinel: z.number().positive().nullable(),
  machineMoved: z.boolean(),
});

const NoiseFloor = z.object({
  runs: z.int().min(0),
  between: z.number().min(0).nullable(),
  within: z.number().min(0).nullable(),
  smallestChange: z.number().nullable(),
  laterRuns: z.int().min(1),
});

const Series = z.object({
  id: z.string(),
  key: z.string(),
  cell: OpenCell,
  metric: z.string(),
  unit: z.string(),
  better: z.enum(["higher", "lower"]),
  machine: z.string(),
  backend: z.string(),
  protocol: z.string(),
  points: z.array(Point),
  gaps: z.array(z.object({ run: z.string(), createdAt: z.string(), reason: z.string() })),
  changes: z.array(ChangePoint),
  noise: NoiseFloor,
  brokenFrom: z.object({ run: z.string(), reason: z.string() }).nullable(),
});

export const History = z.object({
  schema: z.literal(HISTORY_SCHEMA),
  runs: z.int().min(0),
  margin: z.number(),
  since: z.string().nullable(),
  series: z.array(Series),
  unmeasured: z.array(z.object({ key: z.string(), machine: z.string(), runs: z.int().min(1), reason: z.string() })),
  warnings: z.array(Warning),
});

true satisfies Same<z.infer<typeof History>, HistoryType>;
