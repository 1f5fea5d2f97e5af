import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { decodeNonFinite, openLine } from "../../storage/checked-line.js";
import { LaunchRecord, RECORD_SCHEMA } from "./schema.js";

const NO_SAMPLES = { epochs: [], evaluations: [], inference: [] };

/** Texts that are remembered at most: more than a run has cells, whose launches repeat them. */
const MOST_TEXTS = 4096;

/**
 * What makes a record of a line of a records file, or says what is wrong with it. Throws `UserError` for a newer major
 * schema. Equal protocols become one object, and so do equal engines: the launches of a cell repeat theirs, half of what
 * they say.
 *
 * @param samples whether `epochs`, `evaluations` and `inference` are read; else the lists are empty.
 */
export function recordParser(samples: boolean): (bytes: Buffer, where: string) => LaunchRecord | string {
  const [protocols, engines] = [parsedOnce(), parsedOnce()];
  return (bytes, where) => {
    const repeated: Record<string, object> = {};
    const shorten = (text: string): string => {
      const engine = cutOut(samples ? text : withoutSamples(text), ',"engine":{', '},"epochs":[');
      if (engine.cut !== null) repeated.engine = engines(engine.cut);
      const protocol = cutOut(engine.rest, ',"protocol":{', '},"protocolHash":');
      if (protocol.cut !== null) repeated.protocol = protocols(protocol.cut);
      return protocol.rest;
    };
    let value: Record<string, unknown>;
    try {
      value = openLine(bytes, shorten);
    } catch (error) {
      return (error as Error).message;
    }
    Object.assign(value, repeated, samples ? null : NO_SAMPLES);
    requireReadable(typeof value.schema === "string" ? value.schema : "", where);
    const parsed = LaunchRecord.safeParse(value);
    // What was written, not what parsing left of it: parsing drops members of inner objects that a newer minor added.
    if (parsed.success) return Object.assign(value as LaunchRecord, { cell: parsed.data.cell });
    const issue = parsed.error.issues[0]!;
    return `not a record: ${issue.path.join(".") || "the whole"}: ${issue.message}`;
  };
}

/** Parses the members of an object, and the same text only once. */
function parsedOnce(): (members: string) => object {
  const known = new Map<string, object>();
  return (members) => {
    const found = known.get(members);
    if (found !== undefined) return found;
    const value = decodeNonFinite(JSON.parse(`{${members}}`)) as object;
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(members, value);
    return value;
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
