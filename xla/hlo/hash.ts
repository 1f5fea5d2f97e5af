import { createHash } from "node:crypto";
import { type BinaryReader, type BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import { decodeHloModule, type HloComputation, HloError } from "./decode.js";
import { integers, type Rewrites, read, rewritten } from "./wire.js";

/** Where a computation stands in its program, and its instructions in it, by their ids. */
interface Place {
  position: number;
  instructions: ReadonlyMap<number, number>;
}
type Places = ReadonlyMap<number, Place>;

/** Hashes of an optimized program, sha256 in hexadecimal digits. */
export interface HloHashes {
  /** Of what it does: two compilations that came to the same instructions have the same. */
  instructions: string;
  /** Of the back end's settings of each instruction, such as tile sizes. On a GPU they are timed anew by each compilation. */
  settings: string;
}

/**
 * Hashes an optimized program (`HloModuleProtoWithConfig`). The bytes themselves differ at each compilation, by ids that
 * count what a process compiled before and by the order of maps. So ids become positions, maps are sorted, and names,
 * source lines, profiles, the devices' numbers and the compiler's configuration are left out; layouts and schedule are in.
 *
 * @throws HloError for bytes that are no optimized program.
 */
export function hashHloModule(bytes: Uint8Array): HloHashes {
  const places = placesOf(decodeHloModule(bytes).computations);
  const [instructions, settings] = [createHash("sha256"), createHash("sha256")];
  const take = (setting: string) => settings.update(`${setting.length}:`).update(setting);
  read(bytes, { 1: (reader) => instructions.update(canonicalModule(reader.bytes(), places, take)) });
  return { instructions: instructions.digest("hex"), settings: settings.digest("hex") };
}

function placesOf(computations: ReadonlyMap<number, HloComputation>): Places {
  return new Map(
    [...computations.values()].map(({ id, instructions }, position) => [
      id,
      { position, instructions: new Map(instructions.map((one, index) => [one.id, index])) },
    ]),
  );
}

// Field numbers are those of xla/service/hlo.proto.

function canonicalModule(bytes: Uint8Array, places: Places, setting: (text: string) => void): Uint8Array {
  return rewritten(bytes, {
    1: null, // name
    2: null, // entry_computation_name
    3: message(3, (computation) => canonicalComputation(computation, places, setting)),
    4: message(4, (hostProgramShape) => rewritten(hostProgramShape, { 3: null })), // its parameters' names
    5: null, // id
    6: numbers(6, (id) => placeOf(places, id).position), // entry_computation_id
    7: message(7, (schedule) => canonicalSchedule(schedule, places)),
    8: message(8, sorted), // input_output_alias
    13: null, // profile_info
    15: null, // device_assignment
    17: null, // stack_frame_index
    18: message(18, sorted), // buffer_donor
    19: null, // frontend_attributes: a fingerprint that settings go into
  });
}

function canonicalComputation(bytes: Uint8Array, places: Places, setting: (text: string) => void): Uint8Array {
  let id = 0;
  read(bytes, {
    5: (reader) => {
      id = Number(reader.int64());
    },
  });
  const { instructions } = placeOf(places, id);
  const position = (instruction: number) => instructionPlace(instructions, instruction);
  return rewritten(bytes, {
    1: null, // name
    2: message(2, (instruction) => canonicalInstruction(instruction, position, places, setting)),
    4: null, // program_shape, which its instructions say, too
    5: null, // id
    6: numbers(6, position), // root_id
  });
}

function canonicalInstruction(
  bytes: Uint8Array,
  position: (id: number) => number,
  places: Places,
  setting: (text: string) => void,
): Uint8Array {
  let settings = "";
  const canonical = rewritten(bytes, {
    1: null, // name
    7: null, // metadata
    35: null, // id
    36: numbers(36, position), // operand_ids
    37: numbers(37, position), // control_predecessor_ids
    38: numbers(38, (id) => placeOf(places, id).position), // called_computation_ids
    43: (reader) => {
      settings = canonicalSettings(reader.bytes()); // backend_config
    },
    51: precisionUnlessDefault, // precision_config
    68: message(68, sorted), // frontend_attributes
    82: null, // statistics_viz
    88: null, // original_value
  });
  setting(settings);
  return canonical;
}

function withSortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A program that was stored spells out the default, which one that was just compiled leaves out. */
function precisionUnlessDefault(reader: BinaryReader, _: WireType, writer: BinaryWriter): void {
  const precision = reader.bytes();
  let isDefault = true;
  const spelled = rewritten(precision, {
    1: (operands, wire) => {
      if (integers(operands, wire).some((value) => value !== 0)) isDefault = false;
    },
  });
  if (!isDefault || spelled.length > 0) writer.tag(51, WireType.LengthDelimited).bytes(precision);
}

/** JSON in most back ends, whose order of keys is another one once the program was stored. */
function canonicalSettings(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("latin1");
  try {
    return JSON.stringify(JSON.parse(text, withSortedKeys));
  } catch {
    return text;
  }
}

/** The order in which each computation's instructions run, by the computations' positions. */
function canonicalSchedule(bytes: Uint8Array, places: Places): Uint8Array {
  const sequences: number[][] = [];
  const sequence = (entry: Uint8Array) => {
    let id = 0;
    const order: number[] = [];
    read(entry, {
      1: (reader) => {
        id = Number(reader.int64());
      },
      2: (reader) => read(reader.bytes(), { 1: (ids, wire) => order.push(...integers(ids, wire)) }),
    });
    const { position, instructions } = placeOf(places, id);
    sequences.push([position, ...order.map((one) => instructionPlace(instructions, one))]);
  };
  read(bytes, { 1: (reader) => sequence(reader.bytes()) });
  return Buffer.from(JSON.stringify(sequences.sort(([a], [b]) => a! - b!)));
}

function placeOf(places: Places, id: number): Place {
  const place = places.get(id);
  if (place === undefined) throw new HloError(`no optimized program: there is no computation ${id}`);
  return place;
}

function instructionPlace(instructions: Place["instructions"], id: number): number {
  const position = instructions.get(id);
  if (position === undefined) throw new HloError(`no optimized program: there is no instruction ${id}`);
  return position;
}

/** A message of repeated messages, whose order says nothing: maps and sets. */
function sorted(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  const rest = rewritten(bytes, { 1: (reader) => parts.push(reader.bytes()) });
  return Buffer.concat([...parts.sort(Buffer.compare).map(framed), framed(rest)]);
}

/** Bytes behind their length, so that no two lists of them are the same when joined. */
function framed(bytes: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function message(field: number, canonical: (bytes: Uint8Array) => Uint8Array): Rewrites[number] {
  return (reader: BinaryReader, _: WireType, writer: BinaryWriter) => {
    writer.tag(field, WireType.LengthDelimited).bytes(canonical(reader.bytes()));
  };
}

/** Integers, each written alone whether they came packed or not. */
function numbers(field: number, canonical: (value: number) => number): Rewrites[number] {
  return (reader: BinaryReader, wire: WireType, writer: BinaryWriter) => {
    for (const value of integers(reader, wire)) writer.tag(field, WireType.Varint).int64(canonical(value));
  };
}
