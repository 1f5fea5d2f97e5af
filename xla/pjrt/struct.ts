import { layouts } from "./layout/layout.js";
import { addressOf } from "./native.js";

export type StructName = keyof typeof layouts;
type FieldName<S extends StructName> = keyof (typeof layouts)[S]["fields"] & string;

/**
 * Bytes beyond the known size, always zero: a plugin of a later API version refuses a structure smaller than its own. One
 * that is larger is taken by every version, which reads and writes only what it knows; and in every structure that has grown
 * so far zero means "not given".
 */
const SLACK = 64;

/** One argument structure of the C API in memory that JavaScript owns. Keep it referenced while native code may read it. */
export class Struct<S extends StructName> {
  readonly address: bigint;
  private readonly view: DataView;
  private readonly offsets: Record<string, number>;
  /** Memory that this structure points to. */
  private readonly held = new Map<string, unknown>();

  constructor(name: S) {
    const { size, fields } = layouts[name];
    const memory = new ArrayBuffer(size + SLACK);
    this.view = new DataView(memory);
    this.offsets = fields as Record<string, number>;
    this.address = addressOf(memory);
    this.view.setBigUint64(0, BigInt(size + SLACK), true);
  }

  pointer(field: FieldName<S>, value: bigint, keep?: unknown): this {
    this.view.setBigUint64(this.offsets[field]!, value, true);
    if (keep !== undefined) this.held.set(field, keep);
    return this;
  }

  size(field: FieldName<S>, value: number): this {
    this.view.setBigUint64(this.offsets[field]!, BigInt(value), true);
    return this;
  }

  int64(field: FieldName<S>, value: bigint): this {
    this.view.setBigInt64(this.offsets[field]!, value, true);
    return this;
  }

  int32(field: FieldName<S>, value: number): this {
    this.view.setInt32(this.offsets[field]!, value, true);
    return this;
  }

  byte(field: FieldName<S>, value: number): this {
    this.view.setUint8(this.offsets[field]!, value);
    return this;
  }

  /** Points `field` and `sizeField` at a copy of the text or bytes. */
  text(field: FieldName<S>, sizeField: FieldName<S>, value: string | Uint8Array): this {
    const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
    const memory = new Uint8Array(Math.max(bytes.length, 1));
    memory.set(bytes);
    return this.pointer(field, addressOf(memory), memory).size(sizeField, bytes.length);
  }

  getPointer(field: FieldName<S>): bigint {
    return this.view.getBigUint64(this.offsets[field]!, true);
  }

  getSize(field: FieldName<S>): number {
    return Number(this.view.getBigUint64(this.offsets[field]!, true));
  }

  getInt64(field: FieldName<S>): bigint {
    return this.view.getBigInt64(this.offsets[field]!, true);
  }

  getInt32(field: FieldName<S>): number {
    return this.view.getInt32(this.offsets[field]!, true);
  }

  getFlag(field: FieldName<S>): boolean {
    return this.view.getUint8(this.offsets[field]!) !== 0;
  }
}

/** An array of pointers, or of 64-bit integers, in memory that JavaScript owns. */
export class PointerArray {
  readonly address: bigint;
  private readonly values: BigUint64Array;

  constructor(length: number) {
    this.values = new BigUint64Array(Math.max(length, 1));
    this.address = addressOf(this.values);
  }

  static of(values: readonly bigint[]): PointerArray {
    const array = new PointerArray(values.length);
    values.forEach((value, index) => {
      array.set(index, value);
    });
    return array;
  }

  set(index: number, value: bigint): void {
    this.values[index] = BigInt.asUintN(64, value);
  }

  get(index: number): bigint {
    return this.values[index]!;
  }
}
