import type { CellReport } from "./cells.js";
import type { Fact } from "./facts.js";

/** Cells that did their work under one protocol, and in what it differs from the others'. */
export interface ProtocolGroup {
  cells: { slug: string; label: string }[];
  differing: Fact[];
}

export interface ProtocolReport {
  /** Equal for all measured cells. */
  common: Fact[];
  groups: ProtocolGroup[];
  /** Cells of which no launch said its protocol. */
  unknown: number;
}

/** What was done, said once where all cells agree, and per group of cells where they do not. */
export function protocolReport(cells: readonly CellReport[]): ProtocolReport {
  const known = cells.filter(({ protocol }) => protocol.length > 0);
  const key = (fact: Fact) => JSON.stringify([fact.name, fact.text]);
  const counts = new Map<string, number>();
  for (const { protocol } of known)
    for (const fact of protocol) counts.set(key(fact), (counts.get(key(fact)) ?? 0) + 1);
  const isCommon = (fact: Fact) => counts.get(key(fact)) === known.length;
  const groups = new Map<string, ProtocolGroup>();
  for (const { slug, label, protocol } of known) {
    const differing = protocol.filter((fact) => !isCommon(fact));
    const id = JSON.stringify(differing);
    const group = groups.get(id) ?? { cells: [], differing };
    group.cells.push({ slug, label });
    groups.set(id, group);
  }
  return {
    common: known[0]?.protocol.filter(isCommon) ?? [],
    groups: [...groups.values()].filter(({ differing }) => differing.length > 0),
    unknown: cells.length - known.length,
  };
}
