import { BinaryReader, BinaryWriter, WireType } from "@bufbuild/protobuf/wire";

/** What to do with the fields of a message, by number. */
export type Fields = Record<number, (reader: BinaryReader, wire: WireType) => void>;

/** Reads a message; fields that nothing is said of are skipped. */
export function read(bytes: Uint8Array, fields: Fields): void {
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, wire] = reader.tag();
    const take = fields[field];
    if (take) take(reader, wire);
    else reader.skip(wire, field);
  }
}

/** A repeated integer, packed or one at a time. */
export function integers(reader: BinaryReader, wire: WireType): number[] {
  if (wire === WireType.Varint) return [Number(reader.int64())];
  const packed = new BinaryReader(reader.bytes());
  const values: number[] = [];
  while (packed.pos < packed.len) values.push(Number(packed.int64()));
  return values;
}

/** Writes what stands for one field; null leaves it out. */
export type Rewrites = Record<number, ((reader: BinaryReader, wire: WireType, writer: BinaryWriter) => void) | null>;

/** The message again, with what `rewrites` says in place of some fields; the others are copied as they are. */
export function rewritten(bytes: Uint8Array, rewrites: Rewrites): Uint8Array {
  const reader = new BinaryReader(bytes);
  const writer = new BinaryWriter();
  while (reader.pos < reader.len) {
    const [field, wire] = reader.tag();
    const rewrite = rewrites[field];
    if (rewrite) rewrite(reader, wire, writer);
    else {
      const value = reader.skip(wire, field);
      if (rewrite === undefined) writer.tag(field, wire).raw(value);
    }
  }
  return writer.finish();
}
