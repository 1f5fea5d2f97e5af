import type { RunData } from "./run-data.js";

/** The run as if only these cells had been planned: of the records, those of its other cells are left out. */
export function restrictRun(run: RunData, keys: ReadonlySet<string>): RunData {
  const { cells, order } = run.manifest;
  const left = new Set(cells.map(({ key }) => key).filter((key) => !keys.has(key)));
  if (left.size === 0) return run;
  const index = new Map(cells.filter(({ key }) => keys.has(key)).map(({ key }, i) => [key, i]));
  return {
    ...run,
    manifest: {
      ...run.manifest,
      cells: cells.filter(({ key }) => keys.has(key)),
      order: order.flatMap(([cell, launch]): [number, number][] => {
        const now = index.get(cells[cell]?.key ?? "");
        return now === undefined ? [] : [[now, launch]];
      }),
    },
    records: run.records.filter(({ key }) => !left.has(key)),
  };
}
