import { createHash, type Hash } from "node:crypto";
import { z } from "zod";
import { decodeNonFinite, encodeNonFinite } from "../../storage/checked-line.js";
import { parseStrictJson } from "../../storage/strict-json.js";
import type { CompileJob, LaunchJob, SentinelJob } from "../../suites/suite.js";

/**
 * What the harness and its workers say to each other. The harness writes one job line to the worker's stdin and keeps it
 * open: its end tells the worker that the harness is gone. The worker writes message lines to fd 3 and ends with `done`,
 * which counts and hashes all that came before. Without a right `done` there is no result, whatever the exit code is.
 */
export const PROTOCOL_VERSION = 1;

/** What a worker does: measures one launch, compiles one cell, or times a sentinel. */
export type WorkerJob = LaunchJob | CompileJob | SentinelJob;

/** File descriptor of the worker's messages. */
export const MESSAGE_FD = 3;

/** Environment variable by which all processes of one launch are found, those that left its process group too. */
export const MARKER = "NCF_BENCH_RUN_MARKER";

/** Longest message that is taken, in bytes. */
export const MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

/** How often a worker says that it is alive, also while it computes. */
export const HEARTBEAT_SECONDS = 1;

const Message = z.discriminatedUnion("type", [
  z.object({ type: z.literal("hello"), protocol: z.int(), pid: z.int() }),
  z.object({ type: z.literal("heartbeat") }),
  z.object({ type: z.literal("event"), event: z.looseObject({ type: z.string() }) }),
  z.object({ type: z.literal("outcome"), outcome: z.unknown() }),
  z.object({
    type: z.literal("error"),
    /** True for a `UserError`: its message is for people, a stack would not help. */
    expected: z.boolean(),
    message: z.string(),
    hint: z.string().nullable(),
    /** Of a `LaunchFailure`: what the record calls it. */
    kind: z.string().optional(),
  }),
  z.object({ type: z.literal("done"), count: z.int(), digest: z.string() }),
]);
export type Message = z.infer<typeof Message>;

/** One message as a line with its newline. Non-finite numbers survive. */
export function encodeMessage(message: Message): string {
  return `${JSON.stringify(encodeNonFinite(message))}\n`;
}

/** Throws an `Error` for anything that is not a message. */
export function decodeMessage(line: string): Message {
  const parsed = Message.safeParse(decodeNonFinite(parseStrictJson(line)));
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues[0]!.message);
}

const Job = z.object({ protocol: z.literal(PROTOCOL_VERSION), job: z.looseObject({ task: z.string() }) });

export function encodeJob(job: WorkerJob): string {
  return `${JSON.stringify(encodeNonFinite({ protocol: PROTOCOL_VERSION, job }))}\n`;
}

export function decodeJob(line: string): WorkerJob {
  return Job.parse(decodeNonFinite(JSON.parse(line))).job as unknown as WorkerJob;
}

/** Count and sha256 of message lines: written by the worker into `done`, computed again by the harness. */
export class MessageTally {
  count = 0;
  private readonly hash: Hash = createHash("sha256");

  add(line: string): void {
    this.count++;
    this.hash.update(line);
  }

  /** May be asked for once, at the end. */
  digest(): string {
    return this.hash.digest("hex");
  }
}
