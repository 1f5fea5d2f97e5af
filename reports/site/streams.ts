import type { StoredRun } from "../../harness/history/types.js";
import { sha256Hex } from "../../storage/canonical-json.js";
import { machineReport } from "../machine.js";
import { cleanLine } from "../text.js";

/** A run's place on the site. */
export interface SiteRun {
  /** Folder of its pages: only [a-z0-9._-]. */
  slug: string;
  run: StoredRun;
  /** The run that it is held against; null for the first of its stream. */
  base: StoredRun | null;
}

/** The runs of one matrix on one machine, by their begin. */
export interface Stream {
  slug: string;
  matrix: string;
  /** Fingerprint. */
  machine: string;
  /** Processor, memory, GPUs. */
  machineLine: string;
  runs: SiteRun[];
}

const SAFE = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/**
 * Runs by matrix and machine, each held against the baseline where it is one of that matrix and machine, else against the
 * run before. Streams by matrix and machine's description; pure.
 */
export function streamsOf(runs: readonly StoredRun[], baseline: StoredRun | null): Stream[] {
  const byName = new Map<string, StoredRun[]>();
  for (const run of [...runs].sort(byBegin)) {
    const name = JSON.stringify([run.matrix, run.machine]);
    byName.set(name, [...(byName.get(name) ?? []), run]);
  }
  const taken = new Set<string>();
  const streams = [...byName.values()].map((own): Stream => {
    const { matrix, machine, environment } = own[0]!;
    const base = baseline?.matrix === matrix && baseline.machine === machine ? baseline : null;
    return {
      slug: unique(`${safe(matrix)}-${sha256Hex(machine).slice(0, 8)}`, taken),
      matrix: cleanLine(matrix),
      machine: cleanLine(machine),
      machineLine: machineReport(environment.machine).line,
      runs: own.map((run, i) => ({
        slug: unique(safe(run.run), taken),
        run,
        base: base?.run === run.run ? null : (base ?? own[i - 1] ?? null),
      })),
    };
  });
  return streams.sort((a, b) => compareText(a.matrix, b.matrix) || compareText(a.machineLine, b.machineLine));
}

function byBegin(a: StoredRun, b: StoredRun): number {
  return compareText(a.createdAt, b.createdAt) || compareText(a.run, b.run);
}

/** By code units: the same order wherever the site is built. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What may stand in a path and a link; a name that may not becomes a hash of itself. */
function safe(name: string): string {
  const lower = name.toLowerCase();
  return SAFE.test(lower) ? lower : `x-${sha256Hex(name).slice(0, 16)}`;
}

function unique(stem: string, taken: Set<string>): string {
  let slug = stem;
  for (let n = 2; taken.has(slug); n++) slug = `${stem}-${n}`;
  taken.add(slug);
  return slug;
}
