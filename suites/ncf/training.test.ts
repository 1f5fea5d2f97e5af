import { mkdtempSync, rmSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LaunchEvent } from "../suite.js";
import { loadCheckpoint, saveCheckpoint } from "./checkpoint.js";
import { synthesize } from "./data/build.js";
import type { NcfSession } from "./engine.js";
import { OracleSession } from "./engines/oracle/session.js";
import { buildEvaluationSet } from "./evalset.js";
import { trainingMetrics } from "./metrics-info.js";
import { openRequest } from "./test-support.js";
import { train } from "./training.js";

const dataset = synthesize("users=30,items=40,ratings=700,seed=5");
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "training-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** A session whose epochs and evaluations take scripted seconds and whose hit rate is scripted by epoch. */
function scripted(hitRates: readonly number[], epochSeconds: readonly number[]): NcfSession {
  let now = 100;
  let epoch = -1;
  return {
    info: () => ({ name: "scripted", backend: "scripted", version: "1", device: "none", details: {} }),
    trainEpoch: async (next) => {
      epoch = next;
      now += epochSeconds[next]!;
      return { loss: 1 / (next + 1), items: 1000, steps: 10 };
    },
    score: async (users, items, out) => {
      now += 0.25;
      const hits = Math.round(hitRates[epoch]! * dataset.users);
      for (let i = 0; i < users.length; i++) {
        out[i] = items[i] === dataset.testItems[users[i]!] ? (users[i]! < hits ? 1 : -1) : 0;
      }
    },
    inference: async () => ({ run: async () => undefined, dispose: () => undefined }),
    exportState: async () => ({ parameters: new Map(), adam: null }),
    importState: async () => undefined,
    memoryBytes: () => null,
    close: async () => undefined,
    clock: () => now,
  };
}

async function run(session: NcfSession, raw: Record<string, unknown>, abortAfter = Number.POSITIVE_INFINITY) {
  const request = openRequest(dataset, { validUsersPerBatch: 1000, ...raw });
  const events: LaunchEvent[] = [];
  const abort = new AbortController();
  const result = train(session, {
    request,
    evaluationSet: buildEvaluationSet(dataset, request.options.validNegative, 1),
    fault: null,
    emit: (event) => {
      events.push(event);
      if (events.length >= abortAfter) abort.abort(new Error("stopped"));
    },
    signal: abort.signal,
  });
  return { ...(await result), events };
}

describe("the epoch loop", () => {
  it("times epochs and evaluations apart, and evaluates when epoch > evalAfter", async () => {
    const { epochs, evaluations } = await run(scripted([0, 0, 0.5, 0.6], [9, 2, 4, 5]), { epochs: 4, evalAfter: 1 });
    expect(epochs.map((epoch) => epoch.seconds)).toEqual([9, 2, 4, 5]);
    expect(evaluations).toMatchObject([
      { epoch: 2, seconds: 0.25, hr: 0.5, users: 30, pairs: 3030 },
      { epoch: 3, seconds: 0.25, hr: 0.6 },
    ]);
  });

  it("leaves epoch 0 out of means, and averages throughput over epochs", async () => {
    const { epochs, evaluations, quality } = await run(scripted([0, 0.5, 0.5], [100, 2, 4]), {
      epochs: 3,
      evalAfter: 0,
    });
    const metrics = trainingMetrics(epochs, evaluations, quality);
    expect(metrics["train.throughput"]).toBe((1000 / 2 + 1000 / 4) / 2);
    expect(metrics["train.epoch_seconds.mean"]).toBe(3);
    expect(metrics["train.epoch_seconds.min"]).toBe(2);
    expect(metrics["eval.throughput"]).toBe(3030 / 0.25);
  });

  it("tells best and target by strict comparison, with times since the loop's start", async () => {
    const { quality, events } = await run(scripted([0.5, 0.7, 0.7, 0.9], [1, 1, 1, 1]), {
      epochs: 4,
      evalAfter: -1,
      target: 0.7,
    });
    expect(quality).toMatchObject({
      hr: 0.9,
      bestEpoch: 3,
      firstEpochToTarget: 3,
      timeToTargetSeconds: 5,
      timeToBestSeconds: 5,
    });
    const best = events.flatMap((event) => (event.type === "evaluation" ? [event.best] : []));
    expect(best).toEqual([true, true, false, true]);
  });

  it.each([
    { stopAtTarget: true, epochs: 2 },
    { stopAtTarget: false, epochs: 5 },
  ])("stops at the target only when asked: %j", async ({ stopAtTarget, epochs }) => {
    const rates = [0.2, 0.8, 0.9, 0.9, 0.9];
    const result = await run(scripted(rates, [1, 1, 1, 1, 1]), { epochs: 5, evalAfter: -1, target: 0.7, stopAtTarget });
    expect(result.epochs).toHaveLength(epochs);
  });

  it("warns instead of making figures up: one epoch has no throughput, no evaluation no quality", async () => {
    const { epochs, evaluations, quality, warnings } = await run(scripted([0], [1]), { epochs: 1 });
    expect(quality).toBeNull();
    expect(trainingMetrics(epochs, evaluations, quality)).toEqual({ "train.loss": 1 });
    expect(warnings.map((warning) => warning.code)).toEqual(["train.no-warm-epoch", "train.never-evaluated"]);
  });

  it("stops between epochs when it is asked to", async () => {
    await expect(run(scripted([0, 0, 0], [1, 1, 1]), { epochs: 3 }, 2)).rejects.toThrow("stopped");
  });

  it("saves only a new best that exceeds the target, and each epoch when asked", async () => {
    const saves = async (raw: Record<string, unknown>): Promise<string[]> => {
      const session = new OracleSession(openRequest(dataset));
      await run(session, { epochs: 2, evalAfter: -1, checkpointDir: join(dir, "c"), ...raw });
      return (await readdir(join(dir, "c")).catch(() => [])).sort();
    };
    expect(await saves({ target: 0.99 })).toEqual([]);
    expect(await saves({ target: 0 })).toEqual(["best.safetensors"]);
    expect(await saves({ target: 0.99, checkpointEvery: true })).toEqual(["best.safetensors", "last.safetensors"]);
  });
});

describe("checkpoints", () => {
  const open = (raw: Record<string, unknown> = {}) => new OracleSession(openRequest(dataset, raw));

  it("resume continues bit-identically on the oracle: 4 epochs are 2 and 2", async () => {
    const straight = open();
    await run(straight, { epochs: 4 });
    const half = open();
    await run(half, { epochs: 2, checkpointDir: dir, checkpointEvery: true });
    const rest = open();
    const resumed = await run(rest, { epochs: 4, loadCheckpointPath: join(dir, "last.safetensors"), resume: true });
    expect(resumed.epochs.map(({ epoch }) => epoch)).toEqual([2, 3]);
    expect(await rest.exportState()).toEqual(await straight.exportState());
  });

  it("without resume warm-starts at epoch 0", async () => {
    await run(open(), { epochs: 1, checkpointDir: dir, checkpointEvery: true });
    const { epochs } = await run(open(), { epochs: 1, loadCheckpointPath: join(dir, "last.safetensors") });
    expect(epochs.map(({ epoch }) => epoch)).toEqual([0]);
  });

  it("refuses to resume what is finished", async () => {
    await run(open(), { epochs: 2, checkpointDir: dir, checkpointEvery: true });
    const again = run(open(), { epochs: 2, loadCheckpointPath: join(dir, "last.safetensors"), resume: true });
    await expect(again).rejects.toMatchObject({ code: "checkpoint.finished" });
  });

  it("carries step, epoch, seed and hyperparameters", async () => {
    const session = open();
    await run(session, { epochs: 2, checkpointDir: dir, checkpointEvery: true, learningRate: 0.002 });
    const { users, items } = dataset;
    const expected = { shape: { factors: 4, layers: [16, 8, 4] }, users, items };
    const { state, info } = await loadCheckpoint(join(dir, "last.safetensors"), expected);
    expect(info).toMatchObject({ epoch: 1, seed: 7, hyperparameters: { learningRate: 0.002 } });
    expect(state.adam!.step).toBe(2 * Math.ceil((670 * 5) / 256));
    expect(state.parameters).toEqual((await session.exportState()).parameters);
  });

  it.each([
    {
      what: "another model",
      shape: { factors: 8, layers: [16, 8, 4] },
      users: 30,
      items: 40,
      code: "checkpoint.shape",
    },
    {
      what: "another data set",
      shape: { factors: 4, layers: [16, 8, 4] },
      users: 31,
      items: 40,
      code: "checkpoint.shape",
    },
  ])("refuses a checkpoint of $what", async ({ code, ...expected }) => {
    const path = join(dir, "x.safetensors");
    const info = {
      epoch: 0,
      seed: 0,
      shape: { factors: 4, layers: [16, 8, 4] },
      users: 30,
      items: 40,
      hyperparameters: {},
    };
    await saveCheckpoint(path, await open().exportState(), info);
    await expect(loadCheckpoint(path, expected)).rejects.toMatchObject({ code });
  });
});
