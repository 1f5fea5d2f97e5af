import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { decodeNonFinite, openLine } from "../../storage/checked-line.js";
import { LaunchRecord, RECORD_SCHEMA } from "./schema.js";

const NO_SAMPLES = { epochs: [], evaluations: [], inference: [] };

/**
 * What makes a record of a line of a records file, or says what is wrong with it. Throws `UserError` for a newer major
 * schema. Equal protocols become one object: the launches of a cell repeat theirs, a third of what they say.
 *
 * @param samples whether `epochs`, `evaluations` and `inference` are read; else the lists are empty.
 */
export function recordParser(samples: boolean): (bytes: Buffer, where: string) => LaunchRecord | string {
  const protocols = new Map<string, object>();
  return (bytes, where) => {
    let protocol: object | undefined;
    const shorten = (text: string): string => {
      const { cut, rest } = cutOut(samples ? text : withoutSamples(text), ',"protocol":{', '},"protocolHash":');
      if (cut === null) return rest;
      protocol = protocols.get(cut) ?? (decodeNonFinite(JSON.parse(`{${cut}}`)) as object);
      protocols.set(cut, protocol);
      return rest;
    };
    let value: Record<string, unknown>;
    try {
      value = openLine(bytes, shorten);
    } catch (error) {
      return (error as Error).message;
    }
    if (protocol !== undefined) value.protocol = protocol;
    if (!samples) Object.assign(value, NO_SAMPLES);
    requireReadable(typeof value.schema === "string" ? value.schema : "", where);
    const parsed = LaunchRecord.safeParse(value);
    // What was written, not what parsing left of it: parsing drops members of inner objects that a newer minor added.
    if (parsed.success) return Object.assign(value as LaunchRecord, { cell: parsed.data.cell });
    const issue = parsed.error.issues[0]!;
    return `not a record: ${issue.path.join(".") || "the whole"}: ${issue.message}`;
  };
}

function withoutSamples(text: string): string {
  const { rest } = cutOut(text, ',"epochs":[', '],"failure":');
  return cutOut(rest, ',"inference":[', '],"key":').rest;
}

/**
 * What stands in a sealed line's text between two marks, and the text without it. A member's mark is where the member is:
 * members stand in alphabetical order, and no string holds a quote that is not escaped.
 */
function cutOut(text: string, open: string, close: string): { cut: string | null; rest: string } {
  const from = text.indexOf(open) + open.length;
  const to = text.indexOf(close, from);
  if (from < open.length || to < 0) return { cut: null, rest: text };
  return { cut: text.slice(from, to), rest: text.slice(0, from) + text.slice(to) };
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
