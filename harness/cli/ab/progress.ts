import type { Suite } from "../../../suites/suite.js";
import type { ExperimentProgress } from "../../ab/execute.js";
import type { SavedExperiment } from "../../ab/experiment.js";
import { type Side, sides } from "../../ab/order.js";
import type { PlannedCell } from "../../run/manifest.js";
import type { Io } from "../io.js";
import { progressView } from "../run-progress.js";

/** The progress of a run, over the cells of both variants; each is called by its variant. */
export function experimentView(
  io: Io,
  suite: Suite,
  saved: SavedExperiment,
): { update(progress: ExperimentProgress): void; close(): Promise<void> } {
  const cells = sides.flatMap((side) => saved[side].manifest.cells.map((cell) => named(side, cell)));
  const done = sides.flatMap((side) => saved[side].records.map((record) => named(side, record)));
  const view = progressView(io, suite, { ...saved.a.manifest, cells }, done);
  return {
    update: ({ at, of, side, progress }) => {
      if (progress.type === "torn" || progress.type === "sentinel") view.update(progress);
      else if (progress.type === "unsupported") view.update({ ...progress, record: named(side, progress.record) });
      else {
        const place = { ...progress.place, at, of, cell: named(side, progress.place.cell) };
        if (progress.type === "end") view.update({ ...progress, place, record: named(side, progress.record) });
        else view.update({ ...progress, place });
      }
    },
    close: () => view.close(),
  };
}

function named<T extends Pick<PlannedCell, "key">>(side: Side, cell: T): T {
  return { ...cell, key: `${side.toUpperCase()} ${cell.key}` };
}
