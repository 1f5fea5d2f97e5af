import { Field, Int32, makeData, RecordBatch, Schema, Struct, Table, tableFromIPC, tableToIPC } from "apache-arrow";

/** Int32 columns of equal length as an Arrow IPC file: one record batch, no nulls. */
export function encodeColumns(columns: Record<string, Int32Array>): Uint8Array {
  const type = new Int32();
  const schema = new Schema(Object.keys(columns).map((name) => new Field(name, type, false)));
  const children = Object.values(columns).map((data) => makeData({ type, length: data.length, nullCount: 0, data }));
  const length = children[0]!.length;
  const data = makeData({ type: new Struct(schema.fields), length, nullCount: 0, children });
  return tableToIPC(new Table(schema, new RecordBatch(schema, data)), "file");
}

/**
 * The int32 columns of an Arrow IPC file: views into `bytes`, not copies.
 *
 * @throws Error when a column is missing, is not int32, holds nulls or has not `rows` rows.
 */
export function decodeColumns<Name extends string>(
  bytes: Uint8Array,
  names: readonly Name[],
  rows: number,
): Record<Name, Int32Array> {
  const table = tableFromIPC(bytes);
  const column = (name: Name): [Name, Int32Array] => {
    const vector = table.getChild(name);
    if (vector === null) throw new Error(`no column ${name}`);
    const values = vector.toArray() as unknown;
    if (!(values instanceof Int32Array) || vector.nullCount > 0) throw new Error(`column ${name} is not plain int32`);
    if (values.length !== rows) throw new Error(`${values.length} rows instead of ${rows}`);
    return [name, values];
  };
  return Object.fromEntries(names.map(column)) as Record<Name, Int32Array>;
}
