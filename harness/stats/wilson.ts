import { normalQuantile } from "./normal.js";

/**
 * Interval of a proportion. Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference",
 * JASA 22, 1927 (no continuity correction). No trials: [0, 1].
 */
export function wilsonInterval(successes: number, trials: number, level: number): { low: number; high: number } {
  if (trials === 0) return { low: 0, high: 1 };
  const z = normalQuantile(0.5 + level / 2);
  const share = successes / trials;
  const center = share + (z * z) / (2 * trials);
  const spread = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const scale = 1 + (z * z) / trials;
  return {
    low: successes === 0 ? 0 : (center - spread) / scale,
    high: successes === trials ? 1 : (center + spread) / scale,
  };
}
