import type { LaunchRecord } from "../record/schema.js";
import type { SentinelRecord } from "../record/sentinel.js";
import type { RunManifest } from "../run/manifest.js";
import type { Acceptance } from "./accepted.js";

/** A run as it was read: what was planned, and what every launch said. */
export interface RunData {
  manifest: RunManifest;
  records: readonly LaunchRecord[];
  /** Lines that could not be read. */
  damage?: readonly { line: number; message: string }[];
  /** Timings of the frozen program beside the launches. */
  sentinels?: readonly SentinelRecord[];
  /** Where it is a baseline under whose name runs were accepted. */
  acceptance?: Acceptance;
}
