import { z } from "zod";
import { Cell } from "../../suites/cell.js";

/** Major: readers of another major refuse. Minor: unknown fields are kept as they are. */
export const RECORD_SCHEMA = "ncf-bench.record/1.0";

/** Any number as it stands in a file (see storage/checked-line.ts): what a JSON Schema says of `Measured` and its like. */
const ANY_NUMBER = {
  anyOf: [
    { type: "number" },
    {
      type: "object",
      properties: { nonfinite: { enum: ["NaN", "Infinity", "-Infinity"] } },
      required: ["nonfinite"],
      additionalProperties: false,
    },
  ],
};

/** A measured number: NaN and infinities are real outcomes (a loss that diverges) and are kept as they are. */
const Measured = z.custom<number>((value) => typeof value === "number", "expected a number").meta(ANY_NUMBER);

/** Members are looked at one by one only where one is wrong: most of what a record holds lies in such objects. */
const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const Figures = z
  .custom<Record<string, number>>(
    (value) => isObject(value) && Object.values(value).every((figure) => typeof figure === "number"),
    "expected an object of numbers",
  )
  .meta({ type: "object", additionalProperties: ANY_NUMBER });
const AnyObject = z.custom<Record<string, unknown>>(isObject, "expected an object").meta({ type: "object" });

export const Warning = z.object({ code: z.string(), message: z.string() });

export const EpochSample = z.object({
  epoch: z.int(),
  seconds: Measured,
  loss: Measured,
  items: z.int(),
  steps: z.int(),
  phases: Figures.optional(),
});

export const EvaluationSample = z.object({
  epoch: z.int(),
  seconds: Measured,
  hr: Measured,
  ndcg: Measured,
  pairs: z.int(),
  users: z.int(),
});

export const InferenceSample = z.object({
  variant: z.enum(["resident", "fed"]),
  batch: z.int(),
  warmupIterations: z.int(),
  latencies: z.array(Measured),
});

export const Quality = z.object({
  hr: Measured,
  ndcg: Measured,
  bestEpoch: z.int(),
  topk: z.int(),
  target: Measured,
  firstEpochToTarget: z.int().nullable(),
  timeToTargetSeconds: Measured.nullable(),
  timeToBestSeconds: Measured,
});

const Facts = z
  .custom<Record<string, string | number | boolean | null>>(
    (value) =>
      isObject(value) &&
      Object.values(value).every((fact) => fact === null || ["string", "number", "boolean"].includes(typeof fact)),
    "expected an object of plain values",
  )
  .meta({
    type: "object",
    additionalProperties: { anyOf: [...ANY_NUMBER.anyOf, { type: "string" }, { type: "boolean" }, { type: "null" }] },
  });

export const EngineInfo = z.object({
  name: z.string(),
  backend: z.string(),
  version: z.string(),
  device: z.string(),
  details: Facts,
  within: z.record(z.string(), z.string()).optional(),
  observed: Facts.optional(),
});

export const Memory = z.object({ peakRssBytes: z.number(), engineBytes: z.number().nullable() });

/** Why a launch has no result. */
export const Failure = z.object({
  /** `unsupported`, `error`, `crash`, `killed`, `timeout`, `interrupted`, `incomplete`, `oom`, `compile`, `device`. */
  kind: z.string(),
  message: z.string(),
  hint: z.string().nullable(),
});

export const Range = z.object({ least: z.number(), median: z.number(), most: z.number() });

/** The host through a launch. */
export const CpuTelemetry = z.object({
  samples: z.int(),
  /** CPU time that anything used, and that neither the launch nor the harness did, as shares of all CPUs' time. */
  busyShare: z.number().nullable(),
  foreignShare: z.number().nullable(),
  /** Of the fastest CPU at each sample. */
  mhz: Range.nullable(),
  /** For which the control group's CPU quota stopped threads. */
  quotaThrottledSeconds: z.number().nullable(),
});

/** One GPU through a launch. What its driver does not tell is null; `unavailable` has the driver's word for it. */
export const GpuTelemetry = z.object({
  index: z.int().nullable(),
  uuid: z.string().nullable(),
  samples: z.int(),
  smClockMhz: Range.nullable(),
  memoryClockMhz: Range.nullable(),
  powerWatts: Range.nullable(),
  temperatureCelsius: Range.nullable(),
  /** Samples in which the GPU held its clock down, by reason; null: not told. */
  throttled: z.record(z.string(), z.int()).nullable(),
  /** Memory errors that came up during the launch. */
  eccCorrected: z.int().nullable(),
  eccUncorrected: z.int().nullable(),
  /** Programs of others that were on the GPU; null: not told. */
  foreign: z.array(z.string()).nullable(),
  unavailable: z.record(z.string(), z.string()),
});

/** What the launch's GPUs drew while it trained or inferred: loading, compiling and evaluation left out. */
export const Energy = z.object({ joules: z.number(), seconds: z.number(), items: z.int(), itemsPerJoule: z.number() });

/** Machine and operating system around one launch, so that a slow launch can be told from a disturbed one. */
export const Telemetry = z.object({
  loadAverageBefore: z.number().nullable(),
  loadAverageAfter: z.number().nullable(),
  /** CPU time that the hypervisor gave to others, as a share of the launch's wall time. */
  cpuStealShare: z.number().nullable(),
  /** Absent in records of harnesses that did not sample. */
  cpu: CpuTelemetry.optional(),
  /** The GPUs that the launch used; null: they could not be sampled, a warning says why. Absent: it used none. */
  gpus: z.array(GpuTelemetry).nullable().optional(),
  /** Absent where power is not known. */
  energy: Energy.optional(),
  /** CPU seconds that sampling itself took, nvidia-smi's included. */
  samplingSeconds: z.number().optional(),
});

/** Everything that one launch said: success and failure have the same shape. */
export const LaunchRecord = z.looseObject({
  schema: z.string(),
  /** First 32 hex digits of sha256 over run, cell key and launch: one launch has one id, so merging is idempotent. */
  id: z.string(),
  run: z.string(),
  /** Loose: an axis that a newer minor added is kept, and is in the key. */
  cell: Cell.loose(),
  key: z.string(),
  launch: z.int().min(0),
  seed: z.int().min(0),
  /** Set, from 1, on the redone launch of one that failed (`run --resume --retry-failed`); the highest one counts. */
  attempt: z.int().min(1).optional(),
  status: z.enum(["ok", "failed", "unsupported"]),
  failure: Failure.nullable(),
  /** Wall-clock labels; never used to compute a duration. */
  startedAt: z.string(),
  endedAt: z.string(),
  /** Monotonic, from spawning the worker to its end. */
  durationSeconds: z.number(),
  engine: EngineInfo.nullable(),
  protocol: AnyObject.nullable(),
  /** sha256 of the canonical JSON of `protocol`. */
  protocolHash: z.string().nullable(),
  epochs: z.array(EpochSample),
  evaluations: z.array(EvaluationSample),
  inference: z.array(InferenceSample),
  metrics: Figures,
  quality: Quality.nullable(),
  memory: Memory.nullable(),
  telemetry: Telemetry,
  /** Fingerprint of the machine (see harness/machine); the whole description is in run.json. */
  machine: z.string(),
  software: z.object({ version: z.string(), commit: z.string().nullable(), node: z.string() }),
  warnings: z.array(Warning),
});
export type LaunchRecord = z.infer<typeof LaunchRecord>;
export type Failure = z.infer<typeof Failure>;
export type Telemetry = z.infer<typeof Telemetry>;
export type CpuTelemetry = z.infer<typeof CpuTelemetry>;
export type GpuTelemetry = z.infer<typeof GpuTelemetry>;
export type Energy = z.infer<typeof Energy>;
export type Range = z.infer<typeof Range>;
