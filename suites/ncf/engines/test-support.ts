import { expect } from "vitest";
import type { ModelState, NcfSession, Tensor } from "../engine.js";

/** Absolute and relative tolerance of one kind of tensor. */
export type Tolerance = readonly [atol: number, rtol: number];

/** What float32 engines are held to after ten steps: weights, first and second moments. */
export const float32Tolerances = { weights: [2e-5, 1e-3], m: [1e-7, 2e-3], v: [1e-10, 4e-3] } as const;

/** Largest difference of two tensors as a share of what is tolerated: `atol + rtol * |truth|`. */
export function shareOfTolerance(actual: Tensor, truth: Tensor, [atol, rtol]: Tolerance): number {
  expect(actual.shape).toEqual(truth.shape);
  let worst = 0;
  for (let i = 0; i < truth.data.length; i++) {
    const allowed = atol + rtol * Math.abs(truth.data[i]!);
    const share = Math.abs(actual.data[i]! - truth.data[i]!) / allowed;
    worst = Number.isNaN(share) ? Infinity : Math.max(worst, share);
  }
  return worst;
}

/** By tensor, the share of its tolerance that an engine's state uses; over 1 it disagrees with the truth. */
export function worstShares(
  actual: ModelState,
  truth: ModelState,
  tolerances: { weights: Tolerance; m: Tolerance; v: Tolerance } = float32Tolerances,
): Record<string, number> {
  const shares: Record<string, number> = {};
  for (const [name, tensor] of truth.parameters) {
    shares[name] = shareOfTolerance(actual.parameters.get(name)!, tensor, tolerances.weights);
    shares[`m/${name}`] = shareOfTolerance(actual.adam!.m.get(name)!, truth.adam!.m.get(name)!, tolerances.m);
    shares[`v/${name}`] = shareOfTolerance(actual.adam!.v.get(name)!, truth.adam!.v.get(name)!, tolerances.v);
  }
  return shares;
}

/** Fails with all shares when a tensor is outside its tolerance. */
export function expectWithin(shares: Record<string, number>): void {
  const beyond = Object.entries(shares).filter(([, share]) => !(share <= 1));
  expect(beyond, `share of the tolerance used: ${JSON.stringify(shares)}`).toEqual([]);
}

/** L2 distance of a tensor from the truth, as a share of the truth's own from `origin` (from 0 where none is given). */
export function relativeDistance(actual: Tensor, truth: Tensor, origin?: Tensor): number {
  let [apart, whole] = [0, 0];
  for (let i = 0; i < truth.data.length; i++) {
    apart += (actual.data[i]! - truth.data[i]!) ** 2;
    whole += (truth.data[i]! - (origin?.data[i] ?? 0)) ** 2;
  }
  return Math.sqrt(apart / whole);
}

/** Fails when an engine scores 300 pairs outside of what float32 is allowed from the oracle's logits. */
export async function expectLogits(
  session: Pick<NcfSession, "score">,
  oracle: Pick<NcfSession, "score">,
  counts: { users: number; items: number },
): Promise<void> {
  const users = Int32Array.from({ length: 300 }, (_, i) => i % counts.users);
  const items = Int32Array.from({ length: 300 }, (_, i) => (i * 7) % counts.items);
  const [logits, trueLogits] = [new Float32Array(300), new Float64Array(300)];
  await session.score(users, items, logits);
  await oracle.score(users, items, trueLogits);
  const share = shareOfTolerance({ shape: [300], data: logits }, { shape: [300], data: trueLogits }, [1e-4, 1e-3]);
  expect(share).toBeLessThan(1);
}
