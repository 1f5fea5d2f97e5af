import type { Cell } from "../../suites/cell.js";
import { openDevices } from "../../suites/ncf/engines/xla/devices.js";
import { numericsOf, product } from "../../suites/ncf/engines/xla/numerics.js";
import { pluginFor } from "../../suites/ncf/engines/xla/plugin-for.js";
import { buildProgram, type NamedType } from "../../suites/ncf/engines/xla/programs/signature.js";
import { type DeviceValues, Runtime } from "../../suites/ncf/engines/xla/runtime.js";
import { parseModel } from "../../suites/ncf/workload.js";
import type { MachineView } from "../../suites/suite.js";
import { Module, type Value } from "../../xla/stablehlo/ir.js";
import { constant } from "../../xla/stablehlo/ops/constant.js";
import { whileLoop } from "../../xla/stablehlo/ops/control.js";
import type { DotOptions } from "../../xla/stablehlo/ops/dot.js";
import { add, compare } from "../../xla/stablehlo/ops/elementwise.js";
import { concatenate } from "../../xla/stablehlo/ops/shape.js";
import { elementCount, type TensorType, tensor } from "../../xla/stablehlo/type.js";
import type { RoundAnswer } from "../rounds.js";

const { layers } = parseModel("reference")!;

type Products = (lhs: Value, rhs: Value, options?: Omit<DotOptions, "precision">) => Value;

/** The limit: the hidden layers' matrix products alone, for as many items as a contender trains or scores, by the same XLA. */
export async function matmulRound(
  { mode, batch, steps, ...asked }: { mode: Cell["mode"]; steps: number } & Pick<Cell, "batch" | "gpus" | "precision">,
  machine: MachineView,
): Promise<() => Promise<RoundAnswer>> {
  const place = { backend: "auto", gpus: asked.gpus };
  const plugin = pluginFor(place, machine);
  if ("unsupported" in plugin) throw new Error(plugin.unsupported.reason);
  const runtime = new Runtime(await openDevices(plugin.found, place), {}, null);
  const numerics = numericsOf(asked.precision);
  const products: Products = (lhs, rhs, options) => product(numerics, lhs, rhs, options);
  const kernels = layers.slice(1).map((width, i) => [layers[i]!, width] as const);
  const sums: NamedType[] = kernels.map((dims, i) => ({ name: `sum${i}`, type: tensor("f32", ...dims) }));
  const carried: NamedType[] = [{ name: "x", type: tensor(numerics.compute, batch, layers[0]!) }, ...sums];
  const constants: NamedType[] = kernels.map((dims, i) => ({ name: `w${i}`, type: tensor(numerics.compute, ...dims) }));
  const names = carried.map(({ name }) => name);
  const module = new Module("matmul", 1);
  const program = buildProgram(module, [...carried, ...constants], names, (named) => {
    const weights = constants.map(({ name }) => named.get(name)!);
    const [, ...last] = whileLoop(
      [constant(module, tensor("u32"), 0), ...names.map((name) => named.get(name)!)],
      ([step]) => compare(step!, "LT", steps),
      ([step, x, ...sums]) => [
        add(step!, 1),
        ...(mode === "train" ? trained(x!, sums, weights, products) : [scored(x!, weights, products), ...sums]),
      ],
    );
    return new Map(names.map((name, index) => [name, last[index]!]));
  });
  const loaded = await runtime.compile(program);
  const put = ({ type }: NamedType, data: Float32Array) =>
    runtime.replicate(narrowed(data, type), type.element, type.dims);
  const random = new Float32Array(batch * layers[0]!);
  for (let i = 0; i < random.length; i++) random[i] = (Math.random() - 0.5) / 8;
  let values: DeviceValues = new Map([["x", await put(carried[0]!, random)]]);
  for (const one of sums) values.set(one.name, await put(one, new Float32Array(elementCount(one.type))));
  const weights: DeviceValues = new Map();
  for (const [i, one] of constants.entries()) weights.set(one.name, await put(one, orthonormal(...kernels[i]!)));
  return async () => {
    values = await runtime.run(loaded, new Map([...values, ...weights]));
    return { items: steps * batch };
  };
}

/** Forward, input and weight gradients; each is used, so that none can be left out or taken out of the loop. */
function trained(x: Value, sums: readonly Value[], weights: readonly Value[], product: Products): Value[] {
  const outputs = [x];
  for (const weight of weights) outputs.push(product(outputs.at(-1)!, weight));
  let gradient = outputs.at(-1)!;
  const next: Value[] = [];
  for (let i = weights.length - 1; i >= 0; i--) {
    next.unshift(add(sums[i]!, product(outputs[i]!, gradient, { contract: [0, 0], result: "f32" })));
    gradient = product(gradient, weights[i]!, { contract: [1, 1] });
  }
  return [gradient, ...next];
}

/** The last activations come back as the first ones of the next step, too narrow ones beside themselves. */
function scored(x: Value, weights: readonly Value[], product: Products): Value {
  const last = weights.reduce((activations, weight) => product(activations, weight), x);
  const copies = x.type.dims[1]! / last.type.dims[1]!;
  return concatenate(
    Array.from({ length: copies }, () => last),
    1,
  );
}

/**
 * Weights [rows, columns] with orthonormal columns. Through them values neither grow nor fade over the steps: a GPU that
 * multiplies zeros or infinities switches fewer transistors and holds a higher clock.
 */
function orthonormal(rows: number, columns: number): Float32Array {
  const basis: Float64Array[] = [];
  while (basis.length < columns) {
    const column = Float64Array.from({ length: rows }, () => Math.random() - 0.5);
    for (const other of basis) {
      const along = column.reduce((sum, value, i) => sum + value * other[i]!, 0);
      for (let i = 0; i < rows; i++) column[i]! -= along * other[i]!;
    }
    const length = Math.hypot(...column);
    basis.push(column.map((value) => value / length));
  }
  return Float32Array.from({ length: rows * columns }, (_, i) => basis[i % columns]![Math.floor(i / columns)]!);
}

/** Values as a tensor's type holds them: float16 and bfloat16 by cutting off what they do not keep. */
function narrowed(data: Float32Array, { element }: TensorType): ArrayBufferView {
  if (element === "f32") return data;
  const words = new Uint32Array(data.buffer);
  const halves = new Uint16Array(words.length);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const exponent = ((word >>> 23) & 0xff) - 112;
    const float16 = exponent <= 0 ? 0 : (exponent << 10) | ((word >>> 13) & 0x3ff);
    halves[i] = element === "bf16" ? word >>> 16 : ((word >>> 16) & 0x8000) | float16;
  }
  return halves;
}
