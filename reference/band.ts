import type { Figure, Quantity } from "./schema.js";

/** Below `low` a reference is missed; above `high` the measurement is suspicious. In the figure's unit. */
export interface Band {
  low: number;
  high: number;
}

/** A tenth below what was published still passes: one figure without a spread says no more. */
const SLACK = 0.1;

/**
 * Beyond twice a published speed something is wrong or worth knowing: software generations on one GPU differ by up to 1.5
 * in the tables (14.9 M to 21.8 M items/s, V100, mixed precision).
 */
const SUSPICIOUS = 2;

/** HR@10 over seeds and GPU counts spreads over 0.9583 to 0.9598 in the tables; twice that either way is another model. */
const QUALITY_SLACK = 0.003;

/** The figure's own band where its table states one; else the one around a published value. */
export function bandOfFigure({ band, value, measures }: Figure): Band {
  return band ?? bandOf(measures!.quantity, value);
}

/** The band around a published value. A band, never a test: a single number has no p-value. */
export function bandOf(quantity: Quantity, value: number): Band {
  if (quantity === "hr" || quantity === "ndcg") return { low: value - QUALITY_SLACK, high: value + QUALITY_SLACK };
  if (quantity.includes("throughput")) return { low: (1 - SLACK) * value, high: SUSPICIOUS * value };
  // A time: the good side is below.
  return { low: value / SUSPICIOUS, high: value / (1 - SLACK) };
}

export type BandVerdict = "passed" | "missed" | "suspicious";

export function judgeBand(measured: number, band: Band, better: "higher" | "lower"): BandVerdict {
  if (measured >= band.low && measured <= band.high) return "passed";
  return measured < band.low === (better === "higher") ? "missed" : "suspicious";
}
