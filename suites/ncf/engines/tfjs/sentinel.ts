import type * as tfjs from "@tensorflow/tfjs-core";
import type { Cell } from "../../../cell.js";
import type { SentinelReading } from "../../../suite.js";
import { sentinelInputs } from "../../sentinel/inputs.js";
import { measureSentinel } from "../../sentinel/measure.js";
import { cpuSentinel, type GraphNode, gpuSentinel } from "../../sentinel/program.js";
import { loadBackend, type Tf } from "./backends.js";

/** Times the frozen graph on the backend that the cell asks for. */
export async function tfjsSentinel(cell: Cell): Promise<SentinelReading> {
  const { tf, backend, version, device, details } = await loadBackend(cell.backend, cell.gpus);
  const program = cell.gpus > 0 ? gpuSentinel : cpuSentinel;
  const inputs = new Map<string, tfjs.Tensor>(
    sentinelInputs(program).map(({ name, dims, data }) => [
      name,
      tf.tensor(data, [...dims], data instanceof Int32Array ? "int32" : "float32"),
    ]),
  );
  const engine = { name: "tfjs", backend, version, device, details };
  return measureSentinel(program, engine, async () => {
    const answer = tf.tidy(() => runGraph(tf, program.graph, inputs));
    try {
      return (await answer.data())[0]!;
    } finally {
      answer.dispose();
    }
  });
}

function runGraph(tf: Tf, graph: readonly GraphNode[], inputs: ReadonlyMap<string, tfjs.Tensor>): tfjs.Tensor {
  const values = new Map(inputs);
  let last: tfjs.Tensor | undefined;
  for (const node of graph) {
    const [a, b] = node.inputs.map((name) => values.get(name)!);
    last = operations[node.op](tf, a!, b!);
    values.set(node.result, last);
  }
  return last!;
}

const operations: Record<GraphNode["op"], (tf: Tf, a: tfjs.Tensor, b: tfjs.Tensor) => tfjs.Tensor> = {
  gather: (tf, a, b) => tf.gather(a, b as tfjs.Tensor1D),
  matMul: (tf, a, b) => tf.matMul(a, b),
  relu: (tf, a) => tf.relu(a),
  mean: (tf, a) => tf.mean(a),
};
