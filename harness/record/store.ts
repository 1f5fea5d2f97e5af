import { open, truncate } from "node:fs/promises";
import { UserError } from "../../errors/user-error.js";
import { appendLine } from "../../storage/append-line.js";
import { writeFileAtomic } from "../../storage/atomic-write.js";
import { sealLine } from "../../storage/checked-line.js";
import { type Line, MAX_LINE_BYTES, readLineBatches } from "../../storage/read-lines.js";
import { storageError } from "../../storage/storage-error.js";
import { recordParser } from "./parse-line.js";
import type { LaunchRecord } from "./schema.js";

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
 *
 * @param samples false: without what was timed inside the launches (`epochs`, `evaluations`, `inference`), most of a file's
 *   length; the lists are then empty.
 */
export async function readRecords(file: string, { samples = true } = {}): Promise<RecordsFile> {
  const found: RecordsFile = { records: [], damage: [] };
  const ids = new Map<string, number>();
  const parse = recordParser(samples);
  const take = (line: Line): void => {
    const at = { offset: line.offset, line: line.number, torn: !line.terminated };
    const reject = (message: string) => found.damage.push({ ...at, message });
    if (line.bytes === null) reject(`longer than ${MAX_LINE_BYTES} bytes`);
    else if (line.length > 0) {
      const record = parse(line.bytes, `${file}:${line.number}`);
      const first = typeof record === "string" ? undefined : ids.get(record.id);
      if (typeof record === "string") reject(record);
      else if (!line.terminated) reject("the newline at the end is missing: the record was not finished");
      else if (first !== undefined) reject(`the record of line ${first} again (id ${record.id})`);
      else {
        ids.set(record.id, line.number);
        found.records.push(record);
      }
    }
  };
  try {
    for await (const lines of readLineBatches(file)) for (const line of lines) take(line);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT")
      throw storageError(error, file, "could not read the records");
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
