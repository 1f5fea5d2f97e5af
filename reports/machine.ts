import { formatBytes } from "../harness/console/format.js";
import type { RunManifest } from "../harness/run/manifest.js";
import { type Fact, flattenFacts, isObject } from "./facts.js";
import { cleanLine } from "./text.js";

export interface MachineReport {
  fingerprint: string;
  /** One line: processor, memory, GPUs. */
  line: string;
  /** Hardware: what a comparison insists on. */
  identity: Fact[];
  /** Software and settings: what a comparison states. */
  soft: Fact[];
}

/** The machine as run.json describes it. Reads loosely: an older or newer description still gives a page. */
export function machineReport(machine: RunManifest["machine"]): MachineReport {
  const identity = isObject(machine.identity) ? machine.identity : {};
  return {
    fingerprint: cleanLine(machine.fingerprint),
    line: machineLine(identity, isObject(machine.view) ? machine.view : {}),
    identity: facts(identity),
    soft: facts(machine.soft),
  };
}

function facts(value: unknown): Fact[] {
  return isObject(value) ? flattenFacts(value).filter((fact) => fact.text !== "none" && fact.text !== "") : [];
}

function machineLine(identity: Record<string, unknown>, view: Record<string, unknown>): string {
  const cpu = isObject(identity.cpu) ? identity.cpu : {};
  const parts: string[] = [];
  if (typeof cpu.model === "string") parts.push(cleanLine(cpu.model));
  const cpus = view.logicalCpus ?? cpu.usableCpus;
  if (typeof cpus === "number") parts.push(`${cpus} CPU${cpus === 1 ? "" : "s"}`);
  if (typeof identity.memoryGiB === "number") parts.push(`${identity.memoryGiB} GiB`);
  else if (typeof view.memoryBytes === "number") parts.push(formatBytes(view.memoryBytes));
  // An index of runs holds the identity alone.
  parts.push(gpuText(view.gpus ?? identity.gpus));
  return parts.join(", ");
}

function gpuText(gpus: unknown): string {
  if (!Array.isArray(gpus)) return "GPUs not told";
  if (gpus.length === 0) return "no GPU";
  const counts = new Map<string, number>();
  for (const gpu of gpus) {
    const { model: named, count } = isObject(gpu) ? gpu : {};
    const model = typeof named === "string" ? cleanLine(named) : "unknown GPU";
    counts.set(model, (counts.get(model) ?? 0) + (typeof count === "number" ? count : 1));
  }
  return [...counts].map(([model, count]) => `${count} × ${model}`).join(", ");
}
