import { createHash } from "node:crypto";

/**
 * JSON with sorted keys and no spaces: equal values give equal text. `undefined` members are left out, -0 stays -0.
 * Throws `TypeError` for what JSON would lose without a word: non-finite numbers, bigint, functions, cycles, class
 * instances such as Date and Map, holes and undefined in arrays.
 */
export function canonicalJson(value: unknown): string {
  return write(value, "$", []);
}

/** Hexadecimal sha256. */
export function sha256Hex(data: Uint8Array | string): string {
  return createHash("sha256").update(data).digest("hex");
}

function write(value: unknown, path: string, parents: object[]): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`${path}: ${value} has no form in JSON`);
    return Object.is(value, -0) ? "-0" : String(value);
  }
  if (typeof value !== "object") throw new TypeError(`${path}: ${typeof value} has no form in JSON`);
  if (parents.includes(value)) throw new TypeError(`${path}: a cycle has no form in JSON`);
  const inner = [...parents, value];
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item: unknown, i) => write(item, `${path}[${i}]`, inner)).join(",")}]`;
  }
  const prototype = Object.getPrototypeOf(value) as unknown;
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`${path}: ${value.constructor?.name ?? "an object"} has no form in JSON`);
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${write(member, `${path}.${key}`, inner)}`);
  return `{${members.join(",")}}`;
}
