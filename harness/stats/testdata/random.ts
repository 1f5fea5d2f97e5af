import { gaussian, uniform } from "../random.js";

/** Standard normal draws. */
export function normal(seed: number): () => number {
  return gaussian(uniform(seed));
}
