const NON_FINITE = new Map<string, number>([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);

/** Replaces every NaN and infinity by `{"nonfinite": name}`, at any depth. What holds none is returned as it is, not copied. */
export function encodeNonFinite(value: unknown): unknown {
  return holdsNonFinite(value) ? encoded(value) : value;
}

function holdsNonFinite(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (holdsNonFinite(value[i])) return true;
    return false;
  }
  if (!isPlainObject(value)) return false;
  for (const key in value) if (holdsNonFinite(value[key])) return true;
  return false;
}

function encoded(value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) return { nonfinite: String(value) };
  if (Array.isArray(value)) return value.map(encoded);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, encoded(member)]));
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
