import { open, truncate } from "node:fs/promises";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { appendLine } from "../../storage/append-line.js";
import { writeFileAtomic } from "../../storage/atomic-write.js";
import { openLine, sealLine } from "../../storage/checked-line.js";
import { MAX_LINE_BYTES, readLines } from "../../storage/read-lines.js";
import { LaunchRecord, RECORD_SCHEMA } from "./schema.js";

/** A line of a records file that is not read, and why. */
export interface RecordDamage {
  /** Byte offset of the line, from 0. */
  offset: number;
  /** Line number, from 1. */
  line: number;
  message: string;
  /** True for a last line that a crash cut off: nothing but that one unfinished record is lost. */
  torn: boolean;
}

export interface RecordsFile {
  records: LaunchRecord[];
  damage: RecordDamage[];
}

/**
 * Appends one record and returns once it is on the disk. Throws `UserError` for a full disk and its like, and
 * `record.too-long` for one that no reader would take.
 */
export async function appendRecord(file: string, record: LaunchRecord): Promise<void> {
  const line = sealLine(record);
  if (Buffer.byteLength(line) > MAX_LINE_BYTES) {
    throw new UserError({
      code: "record.too-long",
      what: `the record of ${record.key}, launch ${record.launch}, is longer than ${MAX_LINE_BYTES} bytes`,
      where: file,
      hint: "ask for fewer epochs or iterations a launch",
    });
  }
  await appendLine(file, line);
}

/**
 * All records of a file, in its order; none where the file does not exist. Damaged lines are named and left out. Of two
 * lines with one id the first counts: a record is never changed after it is written. Throws `UserError` for a record of
 * a newer major schema; fields that a newer minor added are kept.
 */
export async function readRecords(file: string): Promise<RecordsFile> {
  const found: RecordsFile = { records: [], damage: [] };
  const ids = new Map<string, number>();
  try {
    for await (const line of readLines(file)) {
      const at = { offset: line.offset, line: line.number, torn: !line.terminated };
      const reject = (message: string) => found.damage.push({ ...at, message });
      if (line.bytes === null) reject(`longer than ${MAX_LINE_BYTES} bytes`);
      else if (line.length > 0) {
        const record = parseRecord(line.bytes, `${file}:${line.number}`);
        const first = typeof record === "string" ? undefined : ids.get(record.id);
        if (typeof record === "string") reject(record);
        else if (!line.terminated) reject("the newline at the end is missing: the record was not finished");
        else if (first !== undefined) reject(`the record of line ${first} again (id ${record.id})`);
        else {
          ids.set(record.id, line.number);
          found.records.push(record);
        }
      }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  return found;
}

/**
 * Moves what a crash left after the last newline into `FILE.torn-OFFSET`, so that the file ends with a whole line again.
 * Returns that file's name, or null where nothing was torn. The caller holds the run's lock.
 */
export async function setAsideTornTail(file: string): Promise<string | null> {
  const { damage } = await readRecords(file);
  const torn = damage.find((line) => line.torn);
  if (torn === undefined) return null;
  const aside = `${file}.torn-${torn.offset}`;
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const bytes = Buffer.alloc(Math.min(size - torn.offset, MAX_LINE_BYTES));
    await handle.read(bytes, 0, bytes.length, torn.offset);
    await writeFileAtomic(aside, bytes);
  } finally {
    await handle.close();
  }
  await truncate(file, torn.offset);
  return aside;
}

/** The record of one line, or what is wrong with it. */
function parseRecord(bytes: Buffer, where: string): LaunchRecord | string {
  let value: Record<string, unknown>;
  try {
    value = openLine(bytes);
  } catch (error) {
    return (error as Error).message;
  }
  const schema = typeof value.schema === "string" ? value.schema : "";
  requireReadable(schema, where);
  const parsed = LaunchRecord.safeParse(value);
  // What was written, not what parsing left of it: parsing drops members of inner objects that a newer minor added.
  if (parsed.success) return { ...(value as LaunchRecord), cell: parsed.data.cell };
  const issue = parsed.error.issues[0]!;
  return `not a record: ${issue.path.join(".") || "the whole"}: ${issue.message}`;
}

function requireReadable(schema: string, where: string): void {
  const ours = /^(.*\/)(\d+)\./.exec(RECORD_SCHEMA)!;
  const theirs = /^(.*\/)(\d+)\.\d+$/.exec(schema);
  if (theirs === null || theirs[1] !== ours[1] || Number(theirs[2]) <= Number(ours[2])) return;
  throw new UserError({
    code: "record.newer-schema",
    what: `the record has schema ${schema}, this version reads ${RECORD_SCHEMA}`,
    where,
    hint: "read it with the version of ncf-bench that wrote it, or a newer one",
    exitCode: ExitCode.Usage,
  });
}
