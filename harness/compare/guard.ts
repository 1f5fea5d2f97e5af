import { canonicalJson } from "../../storage/canonical-json.js";
import type { LaunchRecord } from "../record/schema.js";
import type { EnvironmentDifference, Reason } from "./types.js";

/** Why two runs cannot be compared at all, or null. */
export function machineMismatch(environment: readonly EnvironmentDifference[]): Reason | null {
  const identity = environment.filter((difference) => difference.class === "identity");
  if (identity.length === 0) return null;
  const shown = identity.slice(0, 3).map(({ field, base, next }) => `${field} ${base} → ${next}`);
  const rest = identity.length > shown.length ? `, and ${identity.length - shown.length} more` : "";
  return { code: "machine-mismatch", message: `not the same machine: ${shown.join("; ")}${rest}` };
}

/**
 * Why the launches of one cell did not do the same work, or null: their protocols (data, model, options) and the backend
 * that executed them must be equal within and across the sides. A version of that backend may differ; it is shown as a
 * difference of the environment, being what most comparisons are about.
 */
export function workMismatch(base: readonly LaunchRecord[], next: readonly LaunchRecord[]): Reason | null {
  const protocol = protocolMismatch(base, next);
  if (protocol !== null) return protocol;
  const backends = [
    ...new Set(
      [...base, ...next].map(({ engine }) => (engine === null ? "unknown" : `${engine.name}.${engine.backend}`)),
    ),
  ];
  if (backends.length > 1 || backends[0] === "unknown") {
    return { code: "backend-mismatch", message: `different backends executed it: ${backends.join(", ")}` };
  }
  return null;
}

/**
 * The same without regard to the backend, which may be the very thing compared.
 *
 * @param asked fields of the protocol that were to differ between the sides.
 */
export function protocolMismatch(
  base: readonly LaunchRecord[],
  next: readonly LaunchRecord[],
  asked: readonly string[] = [],
): Reason | null {
  const all = [...base, ...next];
  if (all.some((record) => record.protocolHash === null || record.protocol === null)) {
    return {
      code: "protocol-missing",
      message: "a launch does not say its protocol, so it cannot be shown to be equal",
    };
  }
  for (const [side, records] of [
    ["baseline", base],
    ["newer run", next],
  ] as const) {
    const first = records[0];
    const other = records.find((record) => record.protocolHash !== first?.protocolHash);
    if (first !== undefined && other !== undefined) {
      const fields = fieldsText(first, other, protocolFields(first, other));
      return { code: "protocol-mixed", message: `launches of the ${side} differ in their protocol: ${fields}` };
    }
  }
  const [a, b] = [base[0], next[0]];
  if (a !== undefined && b !== undefined && a.protocolHash !== b.protocolHash) {
    const fields = protocolFields(a, b);
    const unasked = fields.filter((field) => !asked.includes(field));
    if (unasked.length > 0 || fields.length === 0) {
      return { code: "protocol-mismatch", message: `the protocol differs: ${fieldsText(a, b, unasked)}` };
    }
  }
  return null;
}

/** Names of the protocol's fields in which two launches differ. */
export function protocolFields(a: LaunchRecord, b: LaunchRecord): string[] {
  const [left, right] = [a.protocol ?? {}, b.protocol ?? {}];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .sort()
    .filter((field) => write(left[field]) !== write(right[field]));
}

/** `negatives 100 → 99; …`. */
export function fieldsText(a: LaunchRecord, b: LaunchRecord, fields: readonly string[]): string {
  if (fields.length === 0) return "its hash";
  return fields.map((field) => `${field} ${write(a.protocol?.[field])} → ${write(b.protocol?.[field])}`).join("; ");
}

function write(value: unknown): string {
  return value === undefined ? "(missing)" : typeof value === "string" ? value : canonicalJson(value);
}
