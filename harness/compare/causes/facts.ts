import type { LaunchRecord } from "../../record/schema.js";
import { differences, engineFacts } from "../environment.js";
import type { EnvironmentDifference } from "../types.js";
import type { CauseLabel, Difference } from "./types.js";

/** Details by which engines say what compiled the cell; the others name libraries and devices, or the method. */
const COMPILER = new Set([
  "plugin",
  "pluginOrigin",
  "pluginVersion",
  "pluginSha256",
  "platform",
  "xlaFlags",
  "environmentFlags",
  "programs",
  "optimizedPrograms",
  "programSettings",
]);
const METHOD = new Set(["precision", "formulation", "dtype", "dropoutMode", "lossReadBack", "lossScale", "lazyAdam"]);

/** Details that list `name:hash` for every program. */
const LISTS: Record<string, string> = {
  programs: "program",
  optimizedPrograms: "optimized program",
  programSettings: "kernel settings",
};

export type LabelledDifference = Difference & { label: CauseLabel };

/** Commit, uncommitted changes and version of what ran. */
export function codeDifferences(base: readonly LaunchRecord[], next: readonly LaunchRecord[]): LabelledDifference[] {
  const sides = [base, next].map((records) => ({
    version: joined(records.map(({ software }) => software.version)),
    commit: joined(records.map(({ software }) => (software.commit ?? "unknown").replace(/-dirty$/, "").slice(0, 12))),
    "uncommitted changes": joined(records.map(({ software }) => (isDirty(software.commit) ? "yes" : "no"))),
  }));
  return differences("software", "", sides[0], sides[1]).map((found) => labelled("code", found));
}

/** Whether both sides ran changes that no commit holds: the same commit is then not the same code. */
export function dirtyOnBothSides(base: readonly LaunchRecord[], next: readonly LaunchRecord[]): boolean {
  return [base, next].every((records) => records.some(({ software }) => isDirty(software.commit)));
}

function isDirty(commit: string | null): boolean {
  return commit?.endsWith("-dirty") === true;
}

/** What the engine says of itself: compiler and flags, libraries and devices, and how it does the work. */
export function engineDifferences(base: readonly LaunchRecord[], next: readonly LaunchRecord[]): LabelledDifference[] {
  const names = [base, next].map((records) => joined(records.map(({ engine }) => backendName(engine))));
  if (names[0] !== names[1]) return [{ label: "method", what: "engine", base: names[0]!, next: names[1]! }];
  const found = differences("engine", "", engineFacts(base), engineFacts(next));
  const compiles = [...base, ...next].some(({ engine }) => engine?.details.pluginVersion !== undefined);
  return found.flatMap((difference) => {
    const field = difference.field.slice(difference.field.indexOf(" ") + 1);
    const label = COMPILER.has(field) || (field === "version" && compiles) ? "compiler" : null;
    if (LISTS[field] !== undefined) return programDifferences(LISTS[field], difference);
    return [{ ...labelled(label ?? (METHOD.has(field) ? "method" : "environment"), difference), what: field }];
  });
}

/** Why it is not known what a compiler made of the programs of a side, or null. */
export function compilerUntold(base: readonly LaunchRecord[], next: readonly LaunchRecord[]): string | null {
  for (const [side, records] of [
    ["baseline", base],
    ["newer run", next],
  ] as const) {
    const details = records.map(({ engine }) => engine?.details ?? {});
    if (details.some((said) => said.programs !== undefined && said.optimizedPrograms === undefined)) {
      return `the launches of the ${side} do not say what it made of the programs`;
    }
  }
  return null;
}

function backendName(engine: LaunchRecord["engine"]): string {
  return engine === null ? "unknown" : `${engine.name}.${engine.backend}`;
}

function programDifferences(what: string, { base, next }: EnvironmentDifference): LabelledDifference[] {
  const [a, b] = [programs(base), programs(next)];
  return differences("engine", what, a, b).map((one) => ({
    ...labelled("compiler", one),
    what: one.field.replace(".", " "),
  }));
}

/** Hashes by program; several where launches of one side differ. */
function programs(list: string): Record<string, string> {
  const hashes = new Map<string, Set<string>>();
  for (const entry of list.split(/,? /)) {
    const at = entry.lastIndexOf(":");
    if (at <= 0) continue;
    const name = entry.slice(0, at);
    hashes.set(name, (hashes.get(name) ?? new Set()).add(entry.slice(at + 1)));
  }
  return Object.fromEntries([...hashes].map(([name, found]) => [name, [...found].sort().join(", ")]));
}

/** The protocol's fields, the records' schema and a planted fault. */
export function methodDifferences(base: readonly LaunchRecord[], next: readonly LaunchRecord[]): LabelledDifference[] {
  const sides = [base, next].map((records) => ({
    ...records[0]!.protocol,
    "record schema": joined(records.map(({ schema }) => schema)),
    "planted fault": joined(records.flatMap(plantedFaults)) || "none",
  }));
  return differences("software", "", sides[0], sides[1]).map((found) => labelled("method", found));
}

function plantedFaults({ warnings }: LaunchRecord): string[] {
  return warnings.filter(({ code }) => code === "fault.injected").map(({ message }) => message);
}

/** What the runs say of the machine: hardware, driver, kernel, settings. */
export function machineDifferences(environment: readonly EnvironmentDifference[]): LabelledDifference[] {
  return environment
    .filter(({ class: kind }) => kind === "identity" || kind === "soft")
    .map((found) => labelled("environment", found));
}

function labelled(label: CauseLabel, { field, base, next }: EnvironmentDifference): LabelledDifference {
  return { label, what: field, base, next };
}

function joined(values: readonly string[]): string {
  return [...new Set(values)].sort().join(", ");
}
