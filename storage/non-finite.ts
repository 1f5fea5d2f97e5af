const NON_FINITE = new Map<string, number>([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);

/** Replaces every NaN and infinity by `{"nonfinite": name}`, at any depth. What holds none is returned as it is, not copied. */
export function encodeNonFinite(value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? value : { nonfinite: String(value) };
  if (Array.isArray(value)) {
    const encoded = encodeAll(value);
    return encoded ?? value;
  }
  if (!isPlainObject(value)) return value;
  const keys = Object.keys(value);
  const encoded = encodeAll(keys.map((key) => value[key]));
  return encoded === null ? value : Object.fromEntries(keys.map((key, i) => [key, encoded[i]]));
}

/** Null where none is another than it was. */
function encodeAll(values: readonly unknown[]): unknown[] | null {
  let encoded: unknown[] | null = null;
  for (let i = 0; i < values.length; i++) {
    const value = encodeNonFinite(values[i]);
    if (encoded === null && value !== values[i]) encoded = values.slice();
    if (encoded !== null) encoded[i] = value;
  }
  return encoded;
}

/** The inverse of `encodeNonFinite`. */
export function decodeNonFinite(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decodeNonFinite);
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value);
  const [key, name] = entries[0] ?? [];
  if (entries.length === 1 && key === "nonfinite" && typeof name === "string") {
    return NON_FINITE.get(name) ?? value;
  }
  return Object.fromEntries(entries.map(([member, inner]) => [member, decodeNonFinite(inner)]));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value) as unknown;
  return prototype === Object.prototype || prototype === null;
}
