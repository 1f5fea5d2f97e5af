import { canonicalJson, sha256Hex } from "../../storage/canonical-json.js";
import { encodeNonFinite } from "../../storage/checked-line.js";
import type { Cell } from "../../suites/cell.js";
import type { LaunchOutcome } from "../../suites/suite.js";
import { type Failure, type LaunchRecord, RECORD_SCHEMA, type Telemetry } from "./schema.js";

/** All that a record is made of: what was asked for, what came out, and around what. */
export interface RecordParts {
  run: string;
  cell: Cell;
  key: string;
  launch: number;
  seed: number;
  outcome: LaunchOutcome | null;
  /** Must be set where `outcome` is null. */
  failure: Failure | null;
  startedAt: string;
  endedAt: string;
  durationSeconds: number;
  telemetry: Telemetry;
  machine: string;
  software: LaunchRecord["software"];
  /** What the harness itself has to warn of, beside the suite's own warnings. */
  warnings?: readonly { code: string; message: string }[];
}

/** One launch has one id, whoever writes it and however often. `attempt` counts redone launches, from 0. */
export function recordId(run: string, key: string, launch: number, attempt = 0): string {
  const parts = attempt === 0 ? [run, key, launch] : [run, key, launch, attempt];
  return sha256Hex(parts.join("\0")).slice(0, 32);
}

/** sha256 of the canonical JSON of a protocol: equal for launches that measured the same thing. */
export function protocolHash(protocol: Record<string, unknown>): string {
  return sha256Hex(canonicalJson(encodeNonFinite(protocol)));
}

/** The record of one launch; success, failure and `unsupported` have the same shape. */
export function buildRecord(parts: RecordParts, attempt = 0): LaunchRecord {
  const { outcome, run, key, launch } = parts;
  const result = outcome?.kind === "ok" ? outcome.result : null;
  return {
    schema: RECORD_SCHEMA,
    id: recordId(run, key, launch, attempt),
    run,
    cell: parts.cell,
    key,
    launch,
    seed: parts.seed,
    status: outcome?.kind === "unsupported" ? "unsupported" : result && !parts.failure ? "ok" : "failed",
    failure: failureOf(parts),
    startedAt: parts.startedAt,
    endedAt: parts.endedAt,
    durationSeconds: parts.durationSeconds,
    engine: result?.engine ?? null,
    protocol: result?.protocol ?? null,
    protocolHash: result ? protocolHash(result.protocol) : null,
    epochs: result?.epochs ?? [],
    evaluations: result?.evaluations ?? [],
    inference: result?.inference ?? [],
    metrics: result?.metrics ?? {},
    quality: result?.quality ?? null,
    memory: result?.memory ?? null,
    telemetry: parts.telemetry,
    machine: parts.machine,
    software: parts.software,
    warnings: [...(result?.warnings ?? []), ...(parts.warnings ?? [])],
    ...(attempt > 0 ? { attempt } : {}),
  };
}

function failureOf({ outcome, failure }: RecordParts): Failure | null {
  if (outcome?.kind === "unsupported") {
    return { kind: "unsupported", message: outcome.unsupported.reason, hint: outcome.unsupported.hint ?? null };
  }
  if (outcome === null && failure === null) throw new TypeError("a launch without an outcome needs a failure");
  return failure;
}
