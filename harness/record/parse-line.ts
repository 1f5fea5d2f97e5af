import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { openLine } from "../../storage/checked-line.js";
import { LaunchRecord, RECORD_SCHEMA } from "./schema.js";
import { sealedRecordReader } from "./sealed-record.js";

const NO_SAMPLES = { epochs: [], evaluations: [], inference: [] };

/**
 * What makes a record of a line of a records file, or says what is wrong with it. Throws `UserError` for a newer major
 * schema.
 *
 * @param samples whether `epochs`, `evaluations` and `inference` are read; else the lists are empty.
 */
export function recordParser(samples: boolean): (bytes: Buffer, where: string) => LaunchRecord | string {
  const sealed = sealedRecordReader(samples);
  return (bytes, where) => sealed(bytes) ?? anyRecord(bytes, where, samples);
}

function anyRecord(bytes: Buffer, where: string, samples: boolean): LaunchRecord | string {
  let value: Record<string, unknown>;
  try {
    value = openLine(bytes);
  } catch (error) {
    return (error as Error).message;
  }
  requireReadable(typeof value.schema === "string" ? value.schema : "", where);
  const parsed = LaunchRecord.safeParse(value);
  if (parsed.success)
    return Object.assign(value as LaunchRecord, { cell: parsed.data.cell }, samples ? null : NO_SAMPLES);
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
