import { isUtf8 } from "node:buffer";
import { z } from "zod";
import { decodeIfNeeded, sealOf } from "../../storage/checked-line.js";
import { LaunchRecord, RECORD_SCHEMA } from "./schema.js";

/** Texts that are remembered at most: more than a run has cells, whose launches repeat them. */
const MOST_TEXTS = 4096;

const START = '{"cell":';
const mark = (text: string) => Buffer.from(text);
const ENGINE = mark(',"engine":{');
const EPOCHS = mark('},"epochs":[');
const FAILURE = mark('],"failure":');
const INFERENCE = mark(',"inference":[');
const KEY = mark('],"key":');
const PROTOCOL = mark(',"protocol":{');
const PROTOCOL_HASH = mark('},"protocolHash":');

const { cell: Cell, engine: Engine, protocol: Protocol } = LaunchRecord.shape;
const REPEATED = { cell: true, engine: true, protocol: true } as const;
const SAMPLES = { epochs: true, evaluations: true, inference: true } as const;

/**
 * Reads a record of a launch that ran as it was written, in a fraction of the time that any line takes; null for every other
 * line, be it whole or not. Cells, engines and protocols, half of what a record says, repeat over the launches: equal ones are
 * parsed and checked once, and become one object.
 *
 * Members of a sealed line stand in alphabetical order and no string holds a quote that is not escaped, so a mark can lie
 * elsewhere only inside another object; what is cut there is no JSON.
 *
 * @param samples whether `epochs`, `evaluations` and `inference` are read; else the lists are empty.
 */
export function sealedRecordReader(samples: boolean): (line: Buffer) => LaunchRecord | null {
  const [cells, engines, protocols] = [parsedOnce(Cell), parsedOnce(Engine), parsedOnce(Protocol)];
  const { shape } = samples ? LaunchRecord.omit(REPEATED) : LaunchRecord.omit({ ...REPEATED, ...SAMPLES });
  // Only asked whether it fits: other members may be there, and need not be copied.
  const Rest = z.compile(z.object(shape));
  const none = samples ? null : { epochs: [], evaluations: [], inference: [] };
  return (line) => {
    const seal = sealOf(line);
    if (seal === null || !isUtf8(line)) return null;
    const marks = positionsOf(line, seal.to, [ENGINE, EPOCHS, FAILURE, INFERENCE, KEY, PROTOCOL, PROTOCOL_HASH]);
    if (marks === null || line.toString("latin1", 0, START.length) !== START) return null;
    const [engine, epochs, failure, inference, key, protocol, protocolHash] = marks as [number, ...number[]] & number[];
    const text = (from: number, to = line.length) => line.toString("utf8", from, to);
    const between = samples ? text(epochs! + 1, protocol) : text(failure! + 1, inference) + text(key! + 1, protocol);
    const rest = `{${text(seal.to + 1, engine)}${between}${text(protocolHash! + 1)}`;
    try {
      const value = decodeIfNeeded(JSON.parse(rest), rest) as LaunchRecord;
      if (value.schema !== RECORD_SCHEMA || !Rest.safeParse(value).success) return null;
      // What was written, not what parsing left of it: parsing drops members of inner objects that a newer minor added.
      return Object.assign(value, none, {
        cell: cells(line, START.length, seal.from).parsed,
        engine: engines(line, engine + ENGINE.length - 1, epochs! + 1).written,
        protocol: protocols(line, protocol! + PROTOCOL.length - 1, protocolHash! + 1).written,
      });
    } catch {
      return null;
    }
  };
}

/** Where each mark is, looked for behind the one before it; null where one is missing. */
function positionsOf(line: Buffer, from: number, marks: readonly Buffer[]): number[] | null {
  const found: number[] = [];
  let at = from;
  for (const one of marks) {
    at = line.indexOf(one, at);
    if (at < 0) return null;
    found.push(at);
  }
  return found;
}

interface Part<T> {
  bytes: Buffer;
  written: T;
  parsed: T;
}

/** Parses and checks what lies between two places of a line, and equal bytes only once. Throws for what may not be there. */
function parsedOnce<T extends z.ZodType>(schema: T): (line: Buffer, from: number, to: number) => Part<z.infer<T>> {
  const known = new Map<string, Part<z.infer<T>>>();
  let last: Part<z.infer<T>> | undefined;
  return (line, from, to) => {
    if (last !== undefined && line.compare(last.bytes, 0, last.bytes.length, from, to) === 0) return last;
    const text = line.toString("utf8", from, to);
    last = known.get(text);
    if (last !== undefined) return last;
    const written = decodeIfNeeded(JSON.parse(text), text) as z.infer<T>;
    last = { bytes: Buffer.from(text), written, parsed: schema.parse(written) };
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(text, last);
    return last;
  };
}
