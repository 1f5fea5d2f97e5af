import { type Cell, cellKey } from "../../cell.js";
import type { SentinelCell } from "../../suite.js";
import { findEngine } from "../engines/registry.js";
import { EMULATED } from "../engines/xla/plugin-for.js";

/**
 * The cells to time a sentinel on for a run of these: one for each engine, backend and kind of device among them. Engines
 * that have none of their own, and virtual GPUs, are stood for by what runs on the host's CPU. Of several GPUs the first.
 */
export function sentinelCells(cells: readonly Cell[]): SentinelCell[] {
  const found = new Map<string, SentinelCell>();
  for (const cell of cells) {
    const own = sentinelCell(cell);
    const name = `${own.engine}/${own.backend}/${own.gpus}`;
    const known = found.get(name);
    if (known === undefined) found.set(name, { cell: own, standsFor: [cellKey(cell)] });
    else known.standsFor.push(cellKey(cell));
  }
  return [...found.values()];
}

function sentinelCell(cell: Cell): Cell {
  const onHost = { ...cell, backend: "auto", gpus: 0, precision: "fp32" as const };
  if (findEngine(cell.engine)?.sentinel === undefined) return { ...onHost, engine: "tfjs", xla: "off" };
  if (cell.backend === EMULATED) return onHost;
  return { ...cell, gpus: Math.min(1, cell.gpus), precision: "fp32" };
}
