import { sha256Hex } from "../../../storage/canonical-json.js";

/**
 * A reference program that never changes: rows gathered from a table, as NeuMF's embeddings are, through three dense layers,
 * and the mean of what comes out. Where it becomes slower, the machine did. Its StableHLO text, its TensorFlow.js graph and
 * its inputs are frozen together under its name: whoever changes any of them gives it a new name.
 */
export interface SentinelProgram {
  name: string;
  rows: number;
  /** The mean that a right machine computes. */
  answer: number;
  stablehlo: string;
  /** Operations in their order; each names its inputs, which are `inputNames` or results before it. */
  graph: readonly GraphNode[];
}

export interface GraphNode {
  result: string;
  op: "gather" | "matMul" | "relu" | "mean";
  inputs: readonly string[];
}

export const inputNames = ["table", "ids", "w1", "w2", "w3"] as const;

const GRAPH: readonly GraphNode[] = [
  { result: "x0", op: "gather", inputs: ["table", "ids"] },
  { result: "p1", op: "matMul", inputs: ["x0", "w1"] },
  { result: "x1", op: "relu", inputs: ["p1"] },
  { result: "p2", op: "matMul", inputs: ["x1", "w2"] },
  { result: "x2", op: "relu", inputs: ["p2"] },
  { result: "p3", op: "matMul", inputs: ["x2", "w3"] },
  { result: "x3", op: "relu", inputs: ["p3"] },
  { result: "answer", op: "mean", inputs: ["x3"] },
];

/**
 * A pass is some milliseconds' work on a CPU, and on a GPU, which gets 512 times the rows. (`sentinel-gpu-1` had 65,536 of
 * them: on an H200 a tenth of a millisecond's work within half a millisecond of the host's.)
 */
export const cpuSentinel = sentinelProgram("sentinel-cpu-1", 2048, 3.10941028);
export const gpuSentinel = sentinelProgram("sentinel-gpu-2", 2 ** 20, 3.151069);

function sentinelProgram(name: string, rows: number, answer: number): SentinelProgram {
  return { name, rows, answer, stablehlo: stablehlo(name, rows), graph: GRAPH };
}

/** sha256 of all that decides what the program computes, its inputs' values aside. */
export function programHash({ name, rows, stablehlo, graph }: SentinelProgram): string {
  return sha256Hex(JSON.stringify([name, rows, stablehlo, graph]));
}

function stablehlo(name: string, n: number): string {
  const dot = (result: string, x: string, w: string, [m, k]: readonly [number, number]) =>
    `    ${result} = "stablehlo.dot_general"(${x}, ${w}) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<${n}x${m}xf32>, tensor<${m}x${k}xf32>) -> tensor<${n}x${k}xf32>`;
  const relu = (result: string, p: string, k: number) =>
    `    ${result}z = "stablehlo.broadcast_in_dim"(%zero) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<${n}x${k}xf32>
    ${result} = "stablehlo.maximum"(${p}, ${result}z) : (tensor<${n}x${k}xf32>, tensor<${n}x${k}xf32>) -> tensor<${n}x${k}xf32>`;
  return `module @${name.replaceAll("-", "_")} {
  func.func public @main(%table: tensor<16384x64xf32>, %ids: tensor<${n}xi32>, %w1: tensor<64x256xf32>, %w2: tensor<256x128xf32>, %w3: tensor<128x1xf32>) -> tensor<f32> {
    %zero = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
    %rows = "stablehlo.constant"() {value = dense<${n}.0> : tensor<f32>} : () -> tensor<f32>
    %x0 = "stablehlo.gather"(%table, %ids) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 64>, indices_are_sorted = false} : (tensor<16384x64xf32>, tensor<${n}xi32>) -> tensor<${n}x64xf32>
${dot("%p1", "%x0", "%w1", [64, 256])}
${relu("%x1", "%p1", 256)}
${dot("%p2", "%x1", "%w2", [256, 128])}
${relu("%x2", "%p2", 128)}
${dot("%p3", "%x2", "%w3", [128, 1])}
${relu("%x3", "%p3", 1)}
    %sum = "stablehlo.reduce"(%x3, %zero) (
    {
    ^bb0(%a: tensor<f32>, %b: tensor<f32>):
      %c = "stablehlo.add"(%a, %b) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%c) : (tensor<f32>) -> ()
    }) {dimensions = array<i64: 0, 1>} : (tensor<${n}x1xf32>, tensor<f32>) -> tensor<f32>
    %answer = "stablehlo.divide"(%sum, %rows) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "func.return"(%answer) : (tensor<f32>) -> ()
  }
}
`;
}
