import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import type { Suite } from "../../suites/suite.js";
import type { PlannedCell, RunManifest } from "./manifest.js";

export interface PrepareRequest {
  suite: Suite;
  cells: readonly PlannedCell[];
  /** Real paths of the data sets that were named by a path, by their names in the cells. */
  sources: ReadonlyMap<string, string>;
  onProgress: (message: string) => void;
  signal: AbortSignal;
}

/**
 * Makes every data set of the cells ready in the cache, by its name in the cells. Never downloads: throws the
 * suite's `UserError` for one that is not there.
 */
export async function prepareDatasets({
  suite,
  cells,
  sources,
  onProgress,
  signal,
}: PrepareRequest): Promise<RunManifest["datasets"]> {
  const minRatings = new Map<string, number | undefined>();
  for (const { cell, options } of cells) {
    const asked = typeof options.minRatings === "number" ? options.minRatings : undefined;
    if (minRatings.has(cell.dataset) && minRatings.get(cell.dataset) !== asked) {
      throw new UserError({
        code: "matrix.min-ratings",
        what: `cells ask for ${cell.dataset} with different minRatings: ${minRatings.get(cell.dataset)} and ${asked}`,
        hint: "give them the same, or split the matrix in two",
      });
    }
    minRatings.set(cell.dataset, asked);
  }
  const datasets: RunManifest["datasets"] = {};
  for (const [dataset, asked] of minRatings) {
    const source = sources.get(dataset);
    const prepared = await suite.prepareDataset(source ?? dataset, {
      ...(asked === undefined ? {} : { minRatings: asked }),
      onProgress,
      signal,
    });
    const { dir, name, synthetic, hash } = prepared;
    datasets[dataset] = { dir, name, synthetic, hash, ...(source === undefined ? {} : { source }) };
  }
  return datasets;
}

/**
 * Finds them again for a resumed run, whose data must be the same: first where the run left them, then by their sources and names.
 * Throws `UserError`, exit code 4, where they are not the same.
 */
export async function prepareSameDatasets(
  request: Omit<PrepareRequest, "sources">,
  before: RunManifest["datasets"],
): Promise<RunManifest["datasets"]> {
  const { suite, cells, onProgress, signal } = request;
  const kept: RunManifest["datasets"] = {};
  for (const [spec, dataset] of Object.entries(before)) {
    const there = await suite.prepareDataset(dataset.dir, { onProgress, signal }).catch(() => null);
    if (there !== null && there.hash === dataset.hash) kept[spec] = dataset;
  }
  const missing = cells.filter(({ cell }) => kept[cell.dataset] === undefined);
  const sources = new Map(
    Object.entries(before).flatMap(([name, { source }]) => (source === undefined ? [] : [[name, source] as const])),
  );
  const now = { ...kept, ...(await prepareDatasets({ ...request, cells: missing, sources })) };
  for (const [spec, { hash }] of Object.entries(now)) {
    if (before[spec] === undefined || before[spec].hash === hash) continue;
    throw new UserError({
      code: "run.dataset-changed",
      what: `the ratings of ${spec} are not those that the run began with`,
      hint: "restore them, or begin a new run",
      exitCode: ExitCode.Refused,
    });
  }
  return now;
}
