import type { Cell } from "../cell.js";
import type { EngineInfo, MachineView } from "../suite.js";
import { clockOf } from "./clock.js";
import { synthesize } from "./data/build.js";
import type { NcfSession, OpenRequest } from "./engine.js";
import { findEngine } from "./engines/registry.js";
import { buildEvaluationSet } from "./evalset.js";
import { evaluate } from "./evaluation.js";
import { modelName, WorkloadOptions } from "./workload.js";

/** What an engine answered to a tiny training, beside the float64 oracle's answer. */
export interface SelfCheck {
  engine: EngineInfo;
  loss: number;
  expectedLoss: number;
  /** Users whose test item came into the first ten; scores that are nearly equal may change places. */
  hits: number;
  expectedHits: number;
  users: number;
  agrees: boolean;
}

type Placed = Pick<Cell, "engine" | "backend" | "gpus">;

const RATINGS = "users=120,items=90,ratings=4000,seed=3";
const SHAPE = { factors: 4, layers: [16, 8, 4] };
/** TF32 keeps ten bits of each factor; a wrong program is off by far more than either. */
const LOSS_TOLERANCE = 2e-3;
const HITS_TOLERANCE = 3;

/**
 * Trains one epoch on 120 users in memory, evaluates, and holds both to the oracle's. Nothing is read or written.
 *
 * @throws UnsupportedError when the engine refuses to run where the cell asks it to.
 */
export async function selfCheck(cell: Placed, machine: MachineView): Promise<SelfCheck> {
  const truth = await answer({ engine: "oracle", backend: "auto", gpus: 0 }, machine);
  const seen = await answer(cell, machine);
  const agrees =
    Math.abs(seen.loss - truth.loss) <= LOSS_TOLERANCE && Math.abs(seen.hits - truth.hits) <= HITS_TOLERANCE;
  return {
    engine: seen.engine,
    loss: seen.loss,
    expectedLoss: truth.loss,
    hits: seen.hits,
    expectedHits: truth.hits,
    users: seen.users,
    agrees,
  };
}

async function answer(placed: Placed, machine: MachineView) {
  const request = requestOf(placed, machine, { ratings: RATINGS, shape: SHAPE, batch: 500 });
  const session = await open(request);
  try {
    const { loss } = await session.trainEpoch(0);
    const { dataset } = request;
    const set = buildEvaluationSet(dataset, 50, 5);
    const { hr } = await evaluate(session, set, 0, { topk: 10, validUsersPerBatch: 50, clock: clockOf(session) });
    return { engine: session.info(), loss, hits: Math.round(hr * dataset.users), users: dataset.users };
  } finally {
    await session.close();
  }
}

/**
 * Seconds of one epoch over synthetic ratings of MovieLens 100K's size, after one epoch that is not counted: what a launch
 * of a small cell takes, without its data set's files.
 */
export async function timeEpoch(placed: Placed, machine: MachineView): Promise<{ seconds: number; items: number }> {
  const request = requestOf(placed, machine, {
    ratings: "ml-100k",
    shape: { factors: 8, layers: [32, 16, 8] },
    batch: 4096,
  });
  const session = await open(request);
  try {
    await session.trainEpoch(0);
    const clock = clockOf(session);
    const begin = clock();
    const { items } = await session.trainEpoch(1);
    return { seconds: clock() - begin, items };
  } finally {
    await session.close();
  }
}

function open(request: OpenRequest): Promise<NcfSession> {
  return findEngine(request.cell.engine)!.open(request);
}

function requestOf(
  { engine, backend, gpus }: Placed,
  machine: MachineView,
  size: { ratings: string; shape: OpenRequest["shape"]; batch: number },
): OpenRequest {
  const cell: Cell = {
    suite: "ncf",
    mode: "train",
    engine,
    backend,
    gpus,
    precision: "fp32",
    xla: engine === "xla" ? "on" : "off",
    batch: size.batch,
    model: modelName(size.shape),
    formulation: "layerwise",
    scaling: "strong",
    dataset: "self-check",
  };
  return {
    cell,
    shape: size.shape,
    options: WorkloadOptions.parse({}),
    dataset: synthesize(size.ratings),
    seed: 7,
    machine,
  };
}
