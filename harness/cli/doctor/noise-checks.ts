import type { MachineView } from "../../../suites/suite.js";
import { smallestDetectableChange } from "../../compare/evidence.js";
import { DEFAULTS } from "../../compare/options.js";
import { mannWhitney } from "../../stats/mann-whitney.js";
import { mean, standardDeviation } from "../../stats/quantile.js";
import { type Check, note, ok, warn } from "./check.js";
import { askEngine, type PlacedEngine } from "./engine-process.js";
import { engineId, enginesHere } from "./engines-here.js";

/** Fresh processes that are timed; also the launches a side for which the smallest change is told. */
const LAUNCHES = 10;
/** Beyond this, a comparison of ten launches a side does not find the changes that people look for. */
const CHANGE_WANTED = 0.1;
/** A drift between the halves of ten identical launches is believed below this p. */
const DRIFT_P = 0.01;

/**
 * Level 3: the same training in ten fresh processes on the engine that `run` would choose. Their spread is the noise floor;
 * what a comparison could find with it, and whether the machine drifted meanwhile, follow.
 */
export async function noiseChecks(
  machine: MachineView,
  env: NodeJS.ProcessEnv,
  onLaunch: (at: number, of: number) => void,
): Promise<Check[]> {
  const cell = preferred(enginesHere(machine, env));
  if (cell === undefined) return [note("noise", "no engine runs here")];
  const seconds: number[] = [];
  for (let launch = 0; launch < LAUNCHES; launch++) {
    onLaunch(launch + 1, LAUNCHES);
    const answer = await askEngine({ task: "time", cell, machine }, env);
    if (answer.kind !== "time") {
      const reason = answer.kind === "check" ? "it answered another question" : answer.reason;
      return [warn("noise", `${engineId(cell)}: ${reason}`, "ncf-bench doctor --level 2")];
    }
    seconds.push(answer.seconds);
  }
  return noiseFindings(engineId(cell), seconds);
}

/** The first engine on a GPU, else the first: they are listed in the order in which `run` prefers them. */
function preferred(cells: readonly PlacedEngine[]): PlacedEngine | undefined {
  return cells.find(({ gpus }) => gpus > 0) ?? cells[0];
}

/** What the times, in seconds and in the order of the launches, say of the machine. */
export function noiseFindings(engine: string, seconds: readonly number[]): Check[] {
  const logs = seconds.map(Math.log);
  const sd = standardDeviation(logs);
  const change = smallestDetectableChange(seconds.length, seconds.length, sd, 1, DEFAULTS) ?? Number.POSITIVE_INFINITY;
  const spread = `${seconds.length} identical launches of ${engine} vary by ${percent(sd)} (one standard deviation)`;
  const found = `with ${seconds.length} + ${seconds.length} launches one cell shows a slowdown of ${percent(change)} four times in five`;
  const half = Math.floor(seconds.length / 2);
  const [early, late] = [logs.slice(0, half), logs.slice(-half)];
  const drift = Math.expm1(mean(late) - mean(early));
  const { p } = mannWhitney(early, late);
  const drifts = p < DRIFT_P && Math.abs(drift) > DEFAULTS.margin;
  return [
    change > CHANGE_WANTED
      ? warn("noise", spread, "ncf-bench doctor --level 1; end other work, fix the clocks, and try again")
      : ok("noise", spread),
    ok("noise.change", found),
    drifts
      ? warn(
          "noise.drift",
          `the last ${half} launches took ${percent(Math.abs(drift))} ${drift > 0 ? "more" : "less"} than the first ${half} (p = ${p.toPrecision(2)})`,
          "let the machine reach its steady temperature, then measure",
        )
      : ok("noise.drift", `no drift between the first ${half} launches and the last ${half} (p = ${p.toPrecision(2)})`),
  ];
}

const percent = (share: number): string => `${(100 * share).toPrecision(2)} %`;
