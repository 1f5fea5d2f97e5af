import { readFileSync } from "node:fs";

/** What scipy_values.py printed. */
export interface ScipyValues {
  scipy: string;
  upperTail: [number, number][];
  quantile: [number, number][];
  student: [number, number, number][];
  mannWhitney: { how: "exact" | "normal" | "tied"; x: number[]; y: number[]; u: number; p: number }[];
  quantiles: { values: number[]; at: [number, number][]; mad: number; sd: number };
  bh: { p: number[]; adjusted: number[] };
  wilson: [number, number, number, number, number][];
}

export const scipy = JSON.parse(readFileSync(new URL("scipy.json", import.meta.url), "utf8")) as ScipyValues;
