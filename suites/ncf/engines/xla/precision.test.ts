import { afterEach, describe, expect, it } from "vitest";
import { noPlugin, testPlugins } from "../../../../xla/test-support.js";
import type { Cell } from "../../../cell.js";
import { synthesize } from "../../data/build.js";
import type { ModelState } from "../../engine.js";
import { initialParameters } from "../../initial-weights.js";
import { openRequest } from "../../test-support.js";
import type { ModelShape } from "../../workload.js";
import { OracleSession } from "../oracle/session.js";
import { relativeDistance } from "../test-support.js";
import type { XlaSession } from "./session.js";
import { pluginSession } from "./test-support.js";

const dataset = synthesize("users=40,items=50,ratings=1000,seed=3");
const shape: ModelShape = { factors: 8, layers: [32, 64, 32] };

/** Largest relative error of rounding once: half a unit in the last of 11 and 8 bits of significand. */
const ROUNDING = { tf32: 2 ** -11, fp16: 2 ** -11, bf16: 2 ** -8 } as const;

/**
 * Tolerances by what rounding by u does here, as relative L2 distances. Gradients of the output layer meet only a few
 * roundings: 4 u. Below a ReLU, a share of about u of the units is on the other side of its threshold, and each of these
 * is wrong by all of itself: sqrt(u). Adam's update is nearly the gradient's sign, so a share of about sqrt(u) of the
 * weights steps the other way: 2 u^(1/4) of the way gone. Losses average over all of it: u.
 */
const gradientTolerance = (name: string, u: number) => (name.startsWith("output/") ? 4 * u : Math.sqrt(u));
const weightTolerance = (u: number) => 2 * u ** 0.25;

const reduced = ["tf32", "fp16", "bf16"] as const;
const formulations = ["layerwise", "factored"] as const;
const cases = reduced.flatMap((precision) => formulations.map((formulation) => ({ precision, formulation })));

describe.skipIf(noPlugin).each(testPlugins)("precisions on plugin %s", (plugin) => {
  let session: XlaSession | undefined;
  afterEach(async () => {
    await session?.close();
    session = undefined;
  });

  const trained = async (precision: Cell["precision"], formulation: Cell["formulation"], batch: number) => {
    const asked = openRequest(dataset, { engine: "xla", shape, batch, formulation, lossScale: 32768 });
    const oracle = new OracleSession(asked);
    session = await pluginSession(plugin, { ...asked, cell: { ...asked.cell, precision } });
    const losses = { truth: (await oracle.trainEpoch(0)).loss, own: (await session.trainEpoch(0)).loss };
    return { losses, truth: await oracle.exportState(), own: await session.exportState() };
  };

  // After one step the first moment is the gradient but for a factor.
  it.each(cases)("gives the oracle's gradients up to its rounding: $precision, $formulation", async (asked) => {
    const u = ROUNDING[asked.precision];
    const { own, truth, losses } = await trained(asked.precision, asked.formulation, 4800);
    const distances = gradientDistances(own, truth);
    for (const [name, distance] of distances) {
      expect(distance, name).toBeLessThan(gradientTolerance(name, u));
    }
    // It does round: float32 would be thousands of times closer.
    expect(distances.get("user_table")).toBeGreaterThan(2 * u);
    expect(Math.abs(losses.own - losses.truth)).toBeLessThan(u);
  });

  it.each(cases)("trains ten steps as the oracle up to its rounding: $precision, $formulation", async (asked) => {
    const u = ROUNDING[asked.precision];
    const { own, truth, losses } = await trained(asked.precision, asked.formulation, 500);
    const start = initialParameters(shape, dataset.users, dataset.items, 7);
    for (const [name, tensor] of truth.parameters) {
      const distance = relativeDistance(own.parameters.get(name)!, tensor, start.get(name));
      expect(distance, name).toBeLessThan(weightTolerance(u));
    }
    expect(Math.abs(losses.own - losses.truth)).toBeLessThan(u);
  });
});

function gradientDistances(own: ModelState, truth: ModelState): Map<string, number> {
  return new Map([...truth.adam!.m].map(([name, m]) => [name, relativeDistance(own.adam!.m.get(name)!, m)]));
}
