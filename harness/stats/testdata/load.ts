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
  splits: { series: number[]; index: number; statistic: number }[];
  qn: { values: number[]; qn: number }[];
}

export const scipy = read("scipy.json") as ScipyValues;
export const peers = read("peers.json") as PeerValues;

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
}
