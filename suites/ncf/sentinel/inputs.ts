import type { inputNames, SentinelProgram } from "./program.js";

export interface SentinelInput {
  name: (typeof inputNames)[number];
  dims: readonly number[];
  data: Float32Array | Int32Array;
}

const TABLE_ROWS = 16_384;

/** The arguments of the program, in its order. Part of what is frozen: the same bytes on every machine. */
export function sentinelInputs({ rows }: SentinelProgram): SentinelInput[] {
  return [
    { name: "table", dims: [TABLE_ROWS, 64], data: uniform(1, TABLE_ROWS * 64, 1) },
    { name: "ids", dims: [rows], data: Int32Array.from({ length: rows }, (_, i) => mixed(2, i) % TABLE_ROWS) },
    { name: "w1", dims: [64, 256], data: uniform(3, 64 * 256, 0.25) },
    { name: "w2", dims: [256, 128], data: uniform(4, 256 * 128, 0.125) },
    { name: "w3", dims: [128, 1], data: uniform(5, 128, 1) },
  ];
}

/** Values from -limit to limit. */
function uniform(stream: number, count: number, limit: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => (mixed(stream, i) / 2 ** 31 - 1) * limit);
}

/** MurmurHash3's 32-bit finalizer over stream and index: from 0 to 2^32 - 1. */
function mixed(stream: number, index: number): number {
  let h = Math.imul(stream, 0x9e3779b1) ^ index;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
