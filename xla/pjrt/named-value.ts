import { layouts } from "./layout/layout.js";
import { addressOf, nativeText, nativeView } from "./native.js";
import { PointerArray } from "./struct.js";

export type NamedValue = string | number | bigint | boolean | readonly bigint[];

const { size: VALUE_SIZE, fields: at } = layouts.PJRT_NamedValue;
const KIND = { string: 0, int64: 1, int64List: 2, float: 3, bool: 4 } as const;

/** Options as an array of `PJRT_NamedValue`. A number is an integer if it is one, else a float. */
export function encodeNamedValues(options: Readonly<Record<string, NamedValue>>): {
  address: bigint;
  count: number;
  keep: unknown;
} {
  const entries = Object.entries(options);
  const memory = new Uint8Array(Math.max(1, entries.length) * VALUE_SIZE);
  const view = new DataView(memory.buffer);
  const keep: unknown[] = [memory];
  const bytesOf = (text: string): Uint8Array => {
    const bytes = new TextEncoder().encode(`${text}\0`);
    keep.push(bytes);
    return bytes;
  };
  entries.forEach(([name, value], index) => {
    const base = index * VALUE_SIZE;
    const nameBytes = bytesOf(name);
    view.setBigUint64(base, BigInt(VALUE_SIZE), true);
    view.setBigUint64(base + at.name, addressOf(nameBytes), true);
    view.setBigUint64(base + at.name_size, BigInt(nameBytes.length - 1), true);
    const put = (kind: number, length: number) => {
      view.setInt32(base + at.type, kind, true);
      view.setBigUint64(base + at.value_size, BigInt(length), true);
    };
    if (typeof value === "string") {
      const bytes = bytesOf(value);
      put(KIND.string, bytes.length - 1);
      view.setBigUint64(base + at.value, addressOf(bytes), true);
    } else if (typeof value === "boolean") {
      put(KIND.bool, 1);
      view.setUint8(base + at.value, value ? 1 : 0);
    } else if (typeof value === "bigint" || (typeof value === "number" && Number.isInteger(value))) {
      put(KIND.int64, 1);
      view.setBigInt64(base + at.value, BigInt(value), true);
    } else if (typeof value === "number") {
      put(KIND.float, 1);
      view.setFloat32(base + at.value, value, true);
    } else {
      const list = PointerArray.of(value);
      keep.push(list);
      put(KIND.int64List, value.length);
      view.setBigUint64(base + at.value, list.address, true);
    }
  });
  return { address: addressOf(memory), count: entries.length, keep };
}

/** Reads an array of `PJRT_NamedValue`; each says its own size, so that a later version's entries are stepped over rightly. */
export function decodeNamedValues(address: bigint, count: number): Record<string, NamedValue> {
  const values: Record<string, NamedValue> = {};
  let base = address;
  for (let index = 0; index < count; index++) {
    const view = nativeView(base, VALUE_SIZE);
    const name = nativeText(view.getBigUint64(at.name, true), Number(view.getBigUint64(at.name_size, true)));
    const length = Number(view.getBigUint64(at.value_size, true));
    const pointer = view.getBigUint64(at.value, true);
    switch (view.getInt32(at.type, true)) {
      case KIND.string:
        values[name] = nativeText(pointer, length);
        break;
      case KIND.int64:
        values[name] = view.getBigInt64(at.value, true);
        break;
      case KIND.int64List: {
        const list = length > 0 ? nativeView(pointer, 8 * length) : null;
        values[name] = Array.from({ length }, (_, i) => list!.getBigInt64(8 * i, true));
        break;
      }
      case KIND.float:
        values[name] = view.getFloat32(at.value, true);
        break;
      default:
        values[name] = view.getUint8(at.value) !== 0;
    }
    // The size leaves out the padding to a pointer's alignment.
    const size = Math.ceil(Number(view.getBigUint64(0, true)) / 8) * 8;
    base += BigInt(Math.max(VALUE_SIZE, size));
  }
  return values;
}
