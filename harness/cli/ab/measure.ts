import { ExitCode } from "../../../errors/exit-code.js";
import { UserError } from "../../../errors/user-error.js";
import type { Suite, Warning } from "../../../suites/suite.js";
import { getSuite } from "../../../suites/suites.js";
import { saveExperiment } from "../../ab/create.js";
import { executeExperiment } from "../../ab/execute.js";
import type { Experiment, SavedExperiment } from "../../ab/experiment.js";
import { type Side, sides } from "../../ab/order.js";
import { visible } from "../../console/visible.js";
import { prepareDatasets, prepareSameDatasets } from "../../run/datasets.js";
import { type Io, paint } from "../io.js";
import type { PlannedMatrix } from "../matrix-options.js";
import { type Surveyed, survey } from "./plan.js";
import { experimentView } from "./progress.js";

/** Makes the data sets ready, writes the experiment and measures it. Throws `UserError` for a folder that is taken. */
export async function beginExperiment(
  dir: string,
  experiment: Experiment,
  planned: Record<Side, PlannedMatrix>,
  surveyed: Record<Side, Surveyed>,
  io: Io,
): Promise<{ interrupted: boolean }> {
  const plans = { a: planned.a.plan, b: planned.b.plan };
  const launched = new Set(experiment.order.map(([, cell]) => cell));
  const cells = sides.flatMap((side) => plans[side].cells.filter((_, index) => launched.has(index)));
  const { suite, sources } = planned.a;
  const datasets = await prepareDatasets({ suite, cells, sources, onProgress: tell(io), signal: io.signal });
  const saved = await saveExperiment(dir, experiment, plans, {
    datasets,
    machine: { a: { ...surveyed.a.machine }, b: { ...surveyed.b.machine } },
    software: { a: surveyed.a.software, b: surveyed.b.software },
  });
  return measureExperiment(saved, surveyed, [], io);
}

/** Makes the launches that are left of an experiment, showing how it goes. Says whether the signal stopped it. */
async function measureExperiment(
  saved: SavedExperiment,
  surveyed: Record<Side, Surveyed>,
  warnings: readonly Warning[],
  io: Io,
): Promise<{ interrupted: boolean }> {
  const suite = suiteOf(saved);
  const view = experimentView(io, suite, saved);
  try {
    return await executeExperiment({
      saved,
      suite,
      machine: { a: surveyed.a.machine, b: surveyed.b.machine },
      software: { a: surveyed.a.software, b: surveyed.b.software },
      roots: { a: surveyed.a.root, b: surveyed.b.root },
      warnings,
      env: io.env,
      signal: io.signal,
      onProgress: (progress) => view.update(progress),
    });
  } finally {
    await view.close();
  }
}

/**
 * Goes on with an experiment that was stopped. Throws `UserError`, exit code 4, where the machine or the ratings are not those
 * that it began with: its pairs would then mean nothing.
 */
export async function resumeExperiment(saved: SavedExperiment, io: Io): Promise<{ interrupted: boolean }> {
  const surveyed = { a: await survey(saved.experiment.a, io), b: await survey(saved.experiment.b, io) };
  const warnings: Warning[] = [];
  const cells = [...new Set(saved.experiment.order.map(([, cell]) => cell))].map((at) => saved.a.manifest.cells[at]!);
  const request = { suite: suiteOf(saved), cells, onProgress: tell(io), signal: io.signal };
  const datasets = await prepareSameDatasets(request, saved.a.manifest.datasets);
  const again = { ...saved };
  for (const side of sides) {
    const { manifest } = saved[side];
    const { machine, software } = surveyed[side];
    if (machine.fingerprint !== manifest.machine.fingerprint) {
      throw new UserError({
        code: "ab.machine-changed",
        what: `this machine (${machine.fingerprint}) is not the one it began on (${manifest.machine.fingerprint})`,
        where: saved.dir,
        hint: "go on there, or begin a new experiment here",
        exitCode: ExitCode.Refused,
      });
    }
    if (JSON.stringify(software) !== JSON.stringify(manifest.software)) {
      const message = `${side.toUpperCase()} goes on with another build of ncf-bench than it began with`;
      warnings.push({ code: "resume.software-changed", message });
      io.err(`${paint(io.color.err, "yellow", "warning:")} ${visible(message)}\n`);
    }
    again[side] = { ...saved[side], manifest: { ...manifest, datasets } };
  }
  return measureExperiment(again, surveyed, warnings, io);
}

/** A listener that writes what it hears to stderr. */
function tell(io: Io): (message: string) => void {
  return (message) => io.err(`${visible(message)}\n`);
}

function suiteOf(saved: SavedExperiment): Suite {
  return getSuite(saved.a.manifest.cells[0]?.cell.suite ?? "ncf");
}
