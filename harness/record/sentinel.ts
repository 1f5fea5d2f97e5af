import { z } from "zod";
import { appendLine } from "../../storage/append-line.js";
import { canonicalJson } from "../../storage/canonical-json.js";
import { openLine, sealLine } from "../../storage/checked-line.js";
import { readLines } from "../../storage/read-lines.js";
import type { SentinelReading } from "../../suites/suite.js";
import { EngineInfo, Failure, Telemetry, Warning } from "./schema.js";
import type { RecordDamage } from "./store.js";

/** Of a run's `sentinel.jsonl`, one line a reading. */
export const SENTINEL_SCHEMA = "ncf-bench.sentinel/1.0";

const Reading = z.object({
  program: z.string(),
  sha256: z.string(),
  engine: EngineInfo,
  seconds: z.array(z.number().positive()).min(1),
  passes: z.int().min(1),
});

/** One timing of a frozen reference program beside a run's launches. Exactly one of `reading` and `failure` is set. */
export const SentinelRecord = z.looseObject({
  schema: z.string().regex(/^ncf-bench\.sentinel\/1\.\d+$/, "another schema than this version reads"),
  run: z.string(),
  /** Where in the run, or in the part of it that was resumed. */
  place: z.enum(["start", "middle", "end"]),
  /** Engine, backend and GPUs that it was asked for on. */
  cell: z.object({ engine: z.string(), backend: z.string(), gpus: z.int() }),
  /** Keys of the run's cells that it stands for. */
  standsFor: z.array(z.string()),
  reading: Reading.nullable(),
  failure: Failure.nullable(),
  startedAt: z.string(),
  endedAt: z.string(),
  durationSeconds: z.number(),
  telemetry: Telemetry,
  machine: z.string(),
  warnings: z.array(Warning),
});
export type SentinelRecord = z.infer<typeof SentinelRecord>;

/** Checks what a worker says it timed. Throws an `Error` that names the first wrong member. */
export function parseReading(value: unknown): SentinelReading {
  const parsed = Reading.safeParse(value);
  if (parsed.success) return parsed.data as SentinelReading;
  const issue = parsed.error.issues[0]!;
  throw new Error(`${issue.path.join(".") || "reading"}: ${issue.message}`);
}

/** What must be equal for two readings to be of one thing: the program and all that executes it. */
export function sentinelIdentity({ program, sha256, engine }: SentinelReading): string {
  const { name, backend, version, device, details } = engine;
  return canonicalJson({ program, sha256, name, backend, version, device, details });
}

/** Appends one reading and returns once it is on the disk. Throws `UserError` for a full disk and its like. */
export async function appendSentinel(file: string, record: SentinelRecord): Promise<void> {
  await appendLine(file, sealLine(record));
}

/**
 * All readings of a file, in its order; none where it does not exist. What is damaged, torn or of a newer schema is named
 * and left out: a run is not worse for want of a sentinel.
 */
export async function readSentinels(file: string): Promise<{ sentinels: SentinelRecord[]; damage: RecordDamage[] }> {
  const sentinels: SentinelRecord[] = [];
  const damage: RecordDamage[] = [];
  try {
    for await (const { bytes, length, number, offset, terminated } of readLines(file)) {
      if (length === 0) continue;
      try {
        if (bytes === null) throw new Error("the line is too long");
        sentinels.push(SentinelRecord.parse(openLine(bytes)));
      } catch (error) {
        const message = error instanceof z.ZodError ? error.issues[0]!.message : (error as Error).message;
        damage.push({ offset, line: number, message, torn: !terminated });
      }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  return { sentinels, damage };
}
