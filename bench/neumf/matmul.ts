import { openDevices } from "../../suites/ncf/engines/xla/devices.js";
import { pluginFor } from "../../suites/ncf/engines/xla/plugin-for.js";
import { buildProgram, type NamedType } from "../../suites/ncf/engines/xla/programs/signature.js";
import { type DeviceValues, Runtime } from "../../suites/ncf/engines/xla/runtime.js";
import { parseModel } from "../../suites/ncf/workload.js";
import { Module, type Value } from "../../xla/stablehlo/ir.js";
import { constant } from "../../xla/stablehlo/ops/constant.js";
import { whileLoop } from "../../xla/stablehlo/ops/control.js";
import { dot } from "../../xla/stablehlo/ops/dot.js";
import { add, compare } from "../../xla/stablehlo/ops/elementwise.js";
import { concatenate } from "../../xla/stablehlo/ops/shape.js";
import { tensor } from "../../xla/stablehlo/type.js";
import type { RoundAnswer } from "../rounds.js";

const { layers } = parseModel("reference")!;

/** The limit: the hidden layers' matrix products alone, for as many items as a contender trains or scores, by the same XLA. */
export async function matmulRound(
  mode: "train" | "infer",
  batch: number,
  steps: number,
): Promise<() => Promise<RoundAnswer>> {
  const plugin = pluginFor({ backend: "auto", gpus: 0 }, { gpus: [], logicalCpus: 1, memoryBytes: 0 });
  if ("unsupported" in plugin) throw new Error(plugin.unsupported.reason);
  const runtime = new Runtime(await openDevices(plugin.found, { backend: "auto", gpus: 0 }), {}, null);
  const types: NamedType[] = [{ name: "x", type: tensor("f32", batch, layers[0]!) }];
  for (let i = 1; i < layers.length; i++)
    types.push({ name: `w${i}`, type: tensor("f32", layers[i - 1]!, layers[i]!) });
  const names = types.map(({ name }) => name);
  const module = new Module("matmul", 1);
  const program = buildProgram(module, types, names, (named) => {
    const [, ...last] = whileLoop(
      [constant(module, tensor("u32"), 0), ...names.map((name) => named.get(name)!)],
      ([step]) => compare(step!, "LT", steps),
      ([step, x, ...weights]) => [add(step!, 1), ...(mode === "train" ? trained(x!, weights) : scored(x!, weights))],
    );
    return new Map(names.map((name, index) => [name, last[index]!]));
  });
  const loaded = await runtime.compile(program);
  let values: DeviceValues = new Map();
  for (const { name, type } of types) {
    const zeros = new Float32Array(type.dims.reduce((product, size) => product * size, 1));
    values.set(name, await runtime.replicate(zeros, "f32", type.dims));
  }
  return async () => {
    values = await runtime.run(loaded, values);
    return { items: steps * batch };
  };
}

/** Forward, input and weight gradients; each feeds a later one, so that none can be left out or taken out of the loop. */
function trained(x: Value, weights: readonly Value[]): Value[] {
  const outputs = [x];
  for (const weight of weights) outputs.push(dot(outputs.at(-1)!, weight));
  let gradient = outputs.at(-1)!;
  const next: Value[] = [];
  for (let i = weights.length - 1; i >= 0; i--) {
    next.unshift(dot(outputs[i]!, gradient, { contract: [0, 0] }));
    gradient = dot(gradient, weights[i]!, { contract: [1, 1] });
  }
  return [gradient, ...next];
}

/** The last activations come back as the first ones of the next step, too narrow ones beside themselves. */
function scored(x: Value, weights: readonly Value[]): Value[] {
  const last = weights.reduce((activations, weight) => dot(activations, weight), x);
  const copies = x.type.dims[1]! / last.type.dims[1]!;
  return [
    concatenate(
      Array.from({ length: copies }, () => last),
      1,
    ),
    ...weights,
  ];
}
