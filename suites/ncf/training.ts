import { join } from "node:path";
import { UserError } from "../../errors/user-error.js";
import type { EpochSample, EvaluationSample, LaunchEvent, Quality, Warning } from "../suite.js";
import { type CheckpointInfo, loadCheckpoint, saveCheckpoint } from "./checkpoint.js";
import { clockOf } from "./clock.js";
import type { NcfSession, OpenRequest } from "./engine.js";
import type { EvaluationSet } from "./evalset.js";
import { evaluate } from "./evaluation.js";
import { type Fault, prolong, strikeBeforeEpoch } from "./fault.js";

export interface TrainingResult {
  epochs: EpochSample[];
  evaluations: EvaluationSample[];
  quality: Quality | null;
  warnings: Warning[];
}

export interface TrainingContext {
  request: OpenRequest;
  evaluationSet: EvaluationSet;
  fault: Fault | null;
  emit(event: LaunchEvent): void;
  signal: AbortSignal;
}

/** Where training keeps the weights of its best epoch, and of its last one with `checkpointEvery`. */
export const checkpointNames = { best: "best.safetensors", last: "last.safetensors" } as const;

/**
 * The epoch loop that every engine is driven by (specification, sections 9 and 10). An epoch's time runs from before its
 * negatives are drawn to the end of its last step; evaluation follows when epoch > evalAfter, under a clock of its own.
 */
export async function train(session: NcfSession, context: TrainingContext): Promise<TrainingResult> {
  const { request, evaluationSet, fault, emit, signal } = context;
  const { options } = request;
  const clock = clockOf(session);
  const epochs: EpochSample[] = [];
  const evaluations: EvaluationSample[] = [];
  const quality = new QualityTracker(options.topk, options.target);
  const first = await startEpoch(session, request);
  const start = clock();
  for (let epoch = first; epoch < options.epochs; epoch++) {
    signal.throwIfAborted();
    strikeBeforeEpoch(fault, epoch);
    const begin = clock();
    const trained = await session.trainEpoch(epoch);
    prolong(fault, begin, clock);
    const sample: EpochSample = { epoch, seconds: clock() - begin, ...trained };
    if (!Number.isFinite(sample.loss)) throw new Error(`the loss became ${sample.loss} in epoch ${epoch}`);
    epochs.push(sample);
    emit({ type: "epoch", sample });

    if (epoch > options.evalAfter) {
      signal.throwIfAborted();
      const { topk, validUsersPerBatch } = options;
      const evaluation = await evaluate(session, evaluationSet, epoch, { topk, validUsersPerBatch, clock });
      evaluations.push(evaluation);
      const best = quality.add(evaluation, clock() - start);
      emit({ type: "evaluation", sample: evaluation, best, trainSeconds: sample.seconds });
      if (best && evaluation.hr > options.target) await checkpoint(session, request, epoch, checkpointNames.best);
    }
    if (options.checkpointEvery) await checkpoint(session, request, epoch, checkpointNames.last);
    if (options.stopAtTarget && quality.reached) break;
  }
  return { epochs, evaluations, quality: quality.result, warnings: warningsOf(epochs, evaluations, options.evalAfter) };
}

/** Loads the checkpoint that the options name, if any; returns the first epoch to train. */
export async function startEpoch(session: NcfSession, { options, shape, dataset }: OpenRequest): Promise<number> {
  if (options.loadCheckpointPath === null) return 0;
  const { users, items } = dataset;
  const { state, info } = await loadCheckpoint(options.loadCheckpointPath, { shape, users, items });
  await session.importState(state);
  if (!options.resume) return 0;
  if (info.epoch + 1 >= options.epochs) {
    throw new UserError({
      code: "checkpoint.finished",
      what: `the checkpoint has ${info.epoch + 1} epochs, so nothing is left of ${options.epochs}`,
      where: options.loadCheckpointPath,
      hint: "ask for more --epochs",
    });
  }
  return info.epoch + 1;
}

async function checkpoint(session: NcfSession, request: OpenRequest, epoch: number, name: string): Promise<void> {
  const { options, shape, dataset, seed } = request;
  if (options.checkpointDir === null) return;
  const { users, items } = dataset;
  const info: CheckpointInfo = { epoch, seed, shape, users, items, hyperparameters: { ...options } };
  await saveCheckpoint(join(options.checkpointDir, name), await session.exportState(), info);
}

/** Best epoch, first epoch above the target, and their times since the loop's start. */
export class QualityTracker {
  result: Quality | null = null;
  private readonly topk: number;
  private readonly target: number;

  constructor(topk: number, target: number) {
    this.topk = topk;
    this.target = target;
  }

  get reached(): boolean {
    return this.result !== null && this.result.firstEpochToTarget !== null;
  }

  /** Returns whether this is the best evaluation so far; of equal ones the first. */
  add({ epoch, hr, ndcg }: EvaluationSample, seconds: number): boolean {
    const before = this.result;
    const best = before === null || hr > before.hr;
    const hit = hr > this.target && (before === null || before.firstEpochToTarget === null);
    this.result = {
      topk: this.topk,
      target: this.target,
      hr: best ? hr : before.hr,
      ndcg: best ? ndcg : before.ndcg,
      bestEpoch: best ? epoch : before.bestEpoch,
      timeToBestSeconds: best ? seconds : before.timeToBestSeconds,
      firstEpochToTarget: hit ? epoch : (before?.firstEpochToTarget ?? null),
      timeToTargetSeconds: hit ? seconds : (before?.timeToTargetSeconds ?? null),
    };
    return best;
  }
}

function warningsOf(epochs: EpochSample[], evaluations: EvaluationSample[], evalAfter: number): Warning[] {
  const warnings: Warning[] = [];
  if (epochs.length === 1) {
    warnings.push({
      code: "train.no-warm-epoch",
      message: "only one epoch ran; the first one never counts, so there is no training throughput",
    });
  }
  if (evaluations.length === 0) {
    warnings.push({
      code: "train.never-evaluated",
      message: `no epoch was evaluated: evaluation begins after epoch ${evalAfter} (0-based), --eval-after sets it`,
    });
  }
  return warnings;
}
