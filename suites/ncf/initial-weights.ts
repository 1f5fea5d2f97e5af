import type { ModelState, Tensor } from "./engine.js";
import { openUniform, Purpose, streamKey } from "./random/counter.js";
import type { ModelShape } from "./workload.js";

/** Name and shape of every parameter, in the canonical order of `ModelState`. */
export function parameterShapes(shape: ModelShape, users: number, items: number): [string, number[]][] {
  const { factors, layers } = shape;
  const width = factors + layers[0]! / 2;
  const shapes: [string, number[]][] = [
    ["user_table", [users, width]],
    ["item_table", [items, width]],
  ];
  for (let i = 1; i < layers.length; i++) {
    shapes.push([`dense_${i}/kernel`, [layers[i - 1]!, layers[i]!]], [`dense_${i}/bias`, [layers[i]!]]);
  }
  shapes.push(["output/kernel", [factors + layers.at(-1)!, 1]], ["output/bias", [1]]);
  return shapes;
}

/**
 * Initial values in float64, the same on every engine (specification, section 5): tables normal(0, 0.01), hidden kernels
 * Glorot uniform, output kernel LeCun uniform, biases 0.
 */
export function initialParameters(
  shape: ModelShape,
  users: number,
  items: number,
  seed: number,
): ModelState["parameters"] {
  const parameters = new Map<string, Tensor>();
  parameterShapes(shape, users, items).forEach(([name, dims], index) => {
    const data = new Float64Array(dims.reduce((product, size) => product * size, 1));
    const key = streamKey(seed, Purpose.InitialWeights, index);
    if (name.endsWith("_table")) {
      for (let i = 0; i < data.length; i += 2) {
        // Box-Muller: two independent normals from two uniforms.
        const radius = 0.01 * Math.sqrt(-2 * Math.log(openUniform(key, i)));
        const angle = 2 * Math.PI * openUniform(key, i + 1);
        data[i] = radius * Math.cos(angle);
        if (i + 1 < data.length) data[i + 1] = radius * Math.sin(angle);
      }
    } else if (name.endsWith("/kernel")) {
      const [fanIn, fanOut] = dims as [number, number];
      const limit = name === "output/kernel" ? Math.sqrt(3 / fanIn) : Math.sqrt(6 / (fanIn + fanOut));
      for (let i = 0; i < data.length; i++) data[i] = limit * (2 * openUniform(key, i) - 1);
    }
    parameters.set(name, { shape: dims, data });
  });
  return parameters;
}
