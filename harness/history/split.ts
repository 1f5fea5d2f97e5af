import { sha256Hex } from "../../storage/canonical-json.js";
import type { Gap, HistoryData, StoredCell, Unmeasured } from "./types.js";

/** Stored cells that may be held against each other, by their begin. */
export interface Strand {
  id: string;
  machine: string;
  backend: string;
  protocol: string;
  cells: StoredCell[];
  gaps: Gap[];
  brokenFrom: { run: string; reason: string } | null;
}

/**
 * The series of one cell: a strand for each machine, backend and protocol that its runs had, since figures of different ones
 * are of different things. A run without a figure that can be placed is a gap of the strand that was measured last before it
 * on its machine.
 *
 * @param cells of one key, by their begin.
 */
export function splitStrands(cells: readonly StoredCell[]): { strands: Strand[]; unmeasured: Unmeasured[] } {
  const strands: Strand[] = [];
  const unmeasured: Unmeasured[] = [];
  for (const [machine, own] of groupBy(cells, ({ run }) => run.machine)) {
    const found = new Map<string, Strand>();
    let current: Strand | null = null;
    let early: Gap[] = [];
    for (const cell of own) {
      const reason = whyNot(cell);
      if (reason !== null) {
        const gap = { run: cell.run.run, createdAt: cell.run.createdAt, reason };
        if (current === null) early.push(gap);
        else current.gaps.push(gap);
        continue;
      }
      const identity = { machine, backend: cell.backend!, protocol: cell.protocol! };
      const id = sha256Hex([cell.key, ...Object.values(identity)].join("\0")).slice(0, 12);
      let strand = found.get(id);
      if (strand === undefined) {
        strand = { id, ...identity, cells: [], gaps: [...early], brokenFrom: breakOf(current, identity) };
        early = [];
        found.set(id, strand);
      }
      strand.cells.push(cell);
      current = strand;
    }
    if (found.size > 0) strands.push(...found.values());
    else unmeasured.push({ key: own[0]!.key, machine, runs: own.length, reason: early.at(-1)!.reason });
  }
  return { strands, unmeasured };
}

/** By cell, sorted by key with numbers as numbers; each cell's by their begin. */
export function cellsByKey({ runs, cells }: HistoryData): StoredCell[][] {
  const order = new Map(runs.map((run, i) => [run, i]));
  const sorted = [...cells].sort((a, b) => order.get(a.run)! - order.get(b.run)!);
  return [...groupBy(sorted, ({ key }) => key).values()].sort((a, b) =>
    a[0]!.key.localeCompare(b[0]!.key, "en", { numeric: true }),
  );
}

function whyNot({ median, run, planned, excluded, protocol, backend }: StoredCell): string | null {
  if (median === null) return excluded ?? `${planned} planned, none recorded`;
  // Such a machine is like no other, not even itself.
  if ((run.environment.machine.identity as { gpus?: unknown } | undefined)?.gpus === null) {
    return "the machine's GPUs could not be told";
  }
  if (protocol === null) return "a launch does not say its protocol";
  if (backend === null) return "a launch does not say its backend";
  if (protocol.includes(",")) return "its launches differ in their protocol";
  if (backend.includes(",")) return `different backends executed it: ${backend}`;
  return null;
}

function breakOf(last: Strand | null, next: { backend: string; protocol: string }): Strand["brokenFrom"] {
  if (last === null) return null;
  const changed = [
    ...(last.backend === next.backend ? [] : [`backend ${last.backend} → ${next.backend}`]),
    ...(last.protocol === next.protocol
      ? []
      : [`protocol ${last.protocol.slice(0, 12)} → ${next.protocol.slice(0, 12)}`]),
  ];
  return { run: last.cells.at(-1)!.run.run, reason: changed.join(", ") };
}

function groupBy<T>(values: Iterable<T>, keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
