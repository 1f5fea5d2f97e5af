import type { EngineInfo } from "../../suites/suite.js";
import type { LaunchRecord } from "../record/schema.js";
import type { RunManifest } from "../run/manifest.js";
import type { EnvironmentClass, EnvironmentDifference } from "./types.js";

const MISSING = "(missing)";

/** What of a run says where and by what it was measured. */
export interface EnvironmentOf {
  manifest: Pick<RunManifest, "machine" | "software">;
  records: readonly Pick<LaunchRecord, "engine" | "machine">[];
}

/**
 * What differs around the program between two runs: the machine by its classes, our own software, and the engines' versions
 * and devices. A field that one side lacks is a difference of its class, and a machine description without identity is
 * one too: what cannot be shown to be equal is not taken as equal. Sorted by weight, then by field.
 */
export function environmentDifferences(base: EnvironmentOf, next: EnvironmentOf): EnvironmentDifference[] {
  const machines = [base.manifest.machine, next.manifest.machine] as const;
  const software = [base.manifest.software, next.manifest.software] as const;
  return [
    ...identityDifferences(base, next),
    ...differences("soft", "", machines[0].soft ?? {}, machines[1].soft ?? {}),
    ...differences("software", "ncf-bench", software[0], software[1]),
    ...differences("engine", "", engineFacts(base.records), engineFacts(next.records)),
  ];
}

function identityDifferences(base: EnvironmentOf, next: EnvironmentOf): EnvironmentDifference[] {
  const [a, b] = [base.manifest.machine, next.manifest.machine];
  const found =
    isObject(a.identity) && isObject(b.identity)
      ? differences("identity", "", a.identity, b.identity)
      : [{ class: "identity" as const, field: "identity", base: presence(a.identity), next: presence(b.identity) }];
  // GPUs that could not be told may be any: such a machine is like no other, not even itself.
  if (isObject(a.identity) && isObject(b.identity) && a.identity.gpus === null && b.identity.gpus === null) {
    found.push({ class: "identity", field: "gpus", base: "could not be told", next: "could not be told" });
  }
  // Resumed elsewhere: the launches must all come from the machine that the run describes.
  const fingerprints = [machinesOf(base), machinesOf(next)] as const;
  if (fingerprints[0] !== a.fingerprint || fingerprints[1] !== b.fingerprint) {
    found.push({ class: "identity", field: "machine of the launches", base: fingerprints[0], next: fingerprints[1] });
  } else if (found.length === 0 && a.fingerprint !== b.fingerprint) {
    found.push({ class: "identity", field: "fingerprint", base: a.fingerprint, next: b.fingerprint });
  }
  return found;
}

/** Fingerprints of the machines that the launches came from, sorted and joined by commas: one, unless it was resumed elsewhere. */
export function machinesOf(run: EnvironmentOf): string {
  const seen = new Set(run.records.map((record) => record.machine));
  return seen.size === 0 ? run.manifest.machine.fingerprint : [...seen].sort().join(", ");
}

/** `engine.backend` to its version, device and details, as every launch that ran said; several values are joined. */
export function engineFacts(records: EnvironmentOf["records"]): Record<string, string> {
  const facts = new Map<string, Set<string>>();
  const add = (field: string, value: unknown) => {
    facts.set(field, (facts.get(field) ?? new Set()).add(text(value)));
  };
  for (const engine of new Set(records.map((record) => record.engine))) if (engine !== null) describe(engine, add);
  return Object.fromEntries([...facts].map(([field, values]) => [field, [...values].sort().join(", ")]));
}

function describe(engine: EngineInfo, add: (field: string, value: unknown) => void): void {
  const name = `${engine.name}.${engine.backend}`;
  add(`${name} version`, engine.version);
  add(`${name} device`, engine.device);
  for (const [key, value] of Object.entries(engine.details)) add(`${name} ${key}`, value);
}

/** Leaves of two values that differ or that one lacks, by dotted path under `prefix`. */
export function differences(
  type: EnvironmentClass,
  prefix: string,
  base: unknown,
  next: unknown,
): EnvironmentDifference[] {
  const [a, b] = [flatten(prefix, base), flatten(prefix, next)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .sort()
    .filter((field) => a.get(field) !== b.get(field))
    .map((field) => ({ class: type, field, base: a.get(field) ?? MISSING, next: b.get(field) ?? MISSING }));
}

/** Leaves by dotted path. Null is a value (`unknown`, equal to itself); an absent member is none. */
function flatten(path: string, value: unknown, into = new Map<string, string>()): Map<string, string> {
  if (isObject(value) || (Array.isArray(value) && value.some((item) => typeof item === "object" && item !== null))) {
    for (const [key, member] of Object.entries(value)) {
      if (member !== undefined) flatten(path === "" ? key : `${path}.${key}`, member, into);
    }
  } else {
    into.set(path, Array.isArray(value) ? `[${value.map(text).join(", ")}]` : text(value));
  }
  return into;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function presence(value: unknown): string {
  return isObject(value) ? "described" : MISSING;
}

function text(value: unknown): string {
  return value === null ? "unknown" : String(value);
}
