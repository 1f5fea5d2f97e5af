import { readFileSync } from "node:fs";

/** What scipy_values.py printed. */
export interface ScipyValues {
  scipy: string;
  upperTail: [number, number][];
  quantile: [number, number][];
  student: [number, number, number][];
  studentTail: [number, number, number][];
  mannWhitney: { how: "exact" | "normal" | "tied"; x: number[]; y: number[]; u: number; p: number }[];
  signedRank: { how: "exact" | "normal" | "tied"; d: number[]; w: number; p: number }[];
  welch: { x: number[]; y: number[]; t: number; degrees: number; p: number; low: number; high: number }[];
  bootstrap: { statistic: string; method: "percentile" | "bca"; groups: number[][]; low: number; high: number }[];
  quantiles: { values: number[]; at: [number, number][]; mad: number; sd: number };
  bh: { p: number[]; adjusted: number[] };
  wilson: [number, number, number, number, number][];
}

/** What peers_values.py printed. */
export interface PeerValues {
  qn: { values: number[]; qn: number }[];
}

/** What otava_values.py printed: first values of the new levels, by Otava's three ways to find them. */
export interface OtavaValues {
  kind: string;
  values: number[];
  /** The most marked split of the whole series, parts of one value allowed. */
  split: { index: number; statistic: number };
  /** E-divisive, each split tested by 100 permutations at 5 %. */
  permuted: number[];
  /** Hunter: splits tested by Student's t over windows of 50, kept at p < 0.001 and a change of more than 2 %. */
  hunter: number[];
}

export const scipy = read("scipy.json") as ScipyValues;
export const peers = read("peers.json") as PeerValues;
export const otava = read("otava.json") as OtavaValues[];

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
}
