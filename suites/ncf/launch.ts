import type { LaunchEvent, LaunchJob, LaunchOutcome, LaunchResult, Warning } from "../suite.js";
import { clockOf } from "./clock.js";
import { openDataset } from "./data/open.js";
import { type NcfSession, type OpenRequest, UnsupportedError } from "./engine.js";
import { findEngine } from "./engines/registry.js";
import { buildEvaluationSet, type EvaluationSet } from "./evalset.js";
import { evaluate } from "./evaluation.js";
import { faultWarning, parseFault } from "./fault.js";
import { measureInference } from "./inference.js";
import { checkTopk } from "./metrics.js";
import { evaluationMetrics, inferenceMetrics, trainingMetrics } from "./metrics-info.js";
import { parseWorkloadOptions, shapeOf } from "./options.js";
import { protocolOf } from "./protocol.js";
import { QualityTracker, startEpoch, train } from "./training.js";

type Measured = Pick<LaunchResult, "epochs" | "evaluations" | "inference" | "metrics" | "quality" | "warnings">;

/**
 * One launch in this process: opens the data set and the engine, measures, says what came out.
 *
 * @throws LaunchFailure where the engine knows what its error means.
 */
export async function runLaunch(
  job: LaunchJob,
  emit: (event: LaunchEvent) => void,
  signal: AbortSignal,
): Promise<LaunchOutcome> {
  try {
    return await measureLaunch(job, emit, signal);
  } catch (error) {
    throw findEngine(job.cell.engine)?.explain?.(error, job.cell) ?? error;
  }
}

async function measureLaunch(
  job: LaunchJob,
  emit: (event: LaunchEvent) => void,
  signal: AbortSignal,
): Promise<LaunchOutcome> {
  const engine = findEngine(job.cell.engine)!;
  const known = engine.unsupported(job.cell, job.machine);
  if (known) return { kind: "unsupported", unsupported: known };
  const fault = parseFault(process.env.NCF_BENCH_FAULT);

  emit({ type: "phase", name: "data" });
  const dataset = await openDataset(job.datasetDir);
  const options = parseWorkloadOptions(job.options);
  const request: OpenRequest = {
    cell: job.cell,
    shape: shapeOf(job.cell),
    options,
    dataset,
    seed: job.seed,
    machine: job.machine,
  };
  const evaluationSet =
    job.task === "infer" ? null : buildEvaluationSet(dataset, options.validNegative, options.evalSeed ?? job.seed);
  if (evaluationSet) checkTopk(options.topk, evaluationSet.perUser);

  emit({ type: "phase", name: "open" });
  let session: NcfSession;
  try {
    session = await engine.open(request);
  } catch (error) {
    if (error instanceof UnsupportedError) return { kind: "unsupported", unsupported: error.unsupported };
    throw error;
  }
  try {
    emit({ type: "phase", name: job.task });
    const measured: Measured =
      job.task === "infer"
        ? await infer(session, request, emit, fault, signal)
        : job.task === "test"
          ? await test(session, request, evaluationSet!, emit)
          : await trainLaunch(session, request, evaluationSet!, emit, fault, signal);
    const warnings: Warning[] = [
      ...(fault ? [faultWarning(fault)] : []),
      ...dataset.manifest.warnings,
      ...(session.warnings?.() ?? []),
      ...measured.warnings,
    ];
    for (const warning of warnings) emit({ type: "warning", warning });
    return {
      kind: "ok",
      result: {
        ...measured,
        // Before the engine is asked what it is, which may take memory of its own.
        memory: { peakRssBytes: process.resourceUsage().maxRSS * 1024, engineBytes: session.memoryBytes() },
        engine: session.info(),
        protocol: protocolOf(request, job.task, evaluationSet),
        warnings,
      },
    };
  } finally {
    await session.close();
  }
}

async function trainLaunch(
  session: NcfSession,
  request: OpenRequest,
  evaluationSet: EvaluationSet,
  emit: (event: LaunchEvent) => void,
  fault: ReturnType<typeof parseFault>,
  signal: AbortSignal,
): Promise<Measured> {
  const trained = await train(session, { request, evaluationSet, fault, emit, signal });
  await session.verifyTraining?.();
  const metrics = trainingMetrics(trained.epochs, trained.evaluations, trained.quality);
  return { ...trained, inference: [], metrics };
}

/** A single evaluation of the loaded checkpoint; of random weights where none is named, and then it says so. */
async function test(
  session: NcfSession,
  request: OpenRequest,
  evaluationSet: EvaluationSet,
  emit: (event: LaunchEvent) => void,
): Promise<Measured> {
  const { options } = request;
  await startEpoch(session, { ...request, options: { ...options, resume: false } });
  const { topk, validUsersPerBatch, target } = options;
  const evaluation = await evaluate(session, evaluationSet, 0, { topk, validUsersPerBatch, clock: clockOf(session) });
  const quality = new QualityTracker(topk, target);
  quality.add(evaluation, evaluation.seconds);
  emit({ type: "evaluation", sample: evaluation, best: true, trainSeconds: null });
  const warnings: Warning[] =
    options.loadCheckpointPath === null
      ? [{ code: "test.random-weights", message: "no checkpoint was loaded: these are random weights" }]
      : [];
  return {
    epochs: [],
    evaluations: [evaluation],
    inference: [],
    metrics: { ...evaluationMetrics([evaluation]), "quality.hr": evaluation.hr, "quality.ndcg": evaluation.ndcg },
    quality: quality.result,
    warnings,
  };
}

async function infer(
  session: NcfSession,
  request: OpenRequest,
  emit: (event: LaunchEvent) => void,
  fault: ReturnType<typeof parseFault>,
  signal: AbortSignal,
): Promise<Measured> {
  await startEpoch(session, { ...request, options: { ...request.options, resume: false } });
  const inference = [];
  for (const variant of ["resident", "fed"] as const) {
    const sample = await measureInference(session, request, variant, { clock: clockOf(session), fault, signal });
    inference.push(sample);
    emit({ type: "inference", sample });
  }
  const metrics = Object.assign({}, ...inference.map(inferenceMetrics));
  return { epochs: [], evaluations: [], inference, metrics, quality: null, warnings: [] };
}
