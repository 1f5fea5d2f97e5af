import type { ModelState, OpenRequest, Tensor } from "../../engine.js";
import { parameterShapes } from "../../initial-weights.js";
import type { ModelShape } from "../../workload.js";

/** One weight tensor as it lies on a device, float32. */
export interface DeviceTensor {
  name: string;
  dims: readonly number[];
}

/** Sizes that decide every program's types. */
export interface ModelSizes {
  shape: ModelShape;
  users: number;
  items: number;
  /** Equal parts that the rows of a table divide into on the devices; rows that no user or item has fill the last one. */
  rowParts?: number;
}

/** Sizes of a cell's model on so many devices. */
export function modelSizes(
  { cell, shape, options }: Pick<OpenRequest, "cell" | "shape" | "options">,
  { users, items }: { users: number; items: number },
  devices: number,
): ModelSizes {
  const parted = cell.mode === "train" && options.shardOptimizer && devices > 1;
  return { shape, users, items, ...(parted ? { rowParts: devices } : {}) };
}

/** Rows of the tables of users and items on a device. */
export function tableRows({ users, items, rowParts = 1 }: ModelSizes): { users: number; items: number } {
  const whole = (rows: number) => Math.ceil(rows / rowParts) * rowParts;
  return { users: whole(users), items: whole(items) };
}

/** Tables whose rows belong to users or items. */
export const tableNames = ["user_gmf", "user_mlp", "item_gmf", "item_mlp"] as const;
export type TableName = (typeof tableNames)[number];

export function isTable(name: string): name is TableName {
  return (tableNames as readonly string[]).includes(name);
}

/**
 * Weights on the device, in program order. The GMF and MLP columns of a table are apart, as are the two parts of the
 * output kernel: each is used by itself, so no slice and no concatenation of a table is ever computed.
 */
export function deviceTensors(sizes: ModelSizes): DeviceTensor[] {
  const { users, items } = tableRows(sizes);
  const { factors, layers } = sizes.shape;
  const half = layers[0]! / 2;
  const tensors: DeviceTensor[] = [
    { name: "user_gmf", dims: [users, factors] },
    { name: "user_mlp", dims: [users, half] },
    { name: "item_gmf", dims: [items, factors] },
    { name: "item_mlp", dims: [items, half] },
  ];
  for (let i = 1; i < layers.length; i++) {
    tensors.push(
      { name: `dense_${i}/kernel`, dims: [layers[i - 1]!, layers[i]!] },
      { name: `dense_${i}/bias`, dims: [layers[i]!] },
    );
  }
  tensors.push(
    { name: "output/gmf", dims: [factors] },
    { name: "output/mlp", dims: [layers.at(-1)!] },
    { name: "output/bias", dims: [1] },
  );
  return tensors;
}

/** Canonical tensors (`ModelState`) as the device holds them. */
export function toDevice(sizes: ModelSizes, tensors: ModelState["parameters"]): Map<string, Float32Array> {
  const { factors, layers } = sizes.shape;
  const half = layers[0]! / 2;
  const values = new Map<string, Float32Array>();
  for (const { name } of deviceTensors(sizes)) {
    const table = /^(user|item)_(gmf|mlp)$/.exec(name);
    if (table) {
      const { data } = tensors.get(`${table[1]}_table`)!;
      const gmf = table[2] === "gmf";
      const rows = tableRows(sizes)[table[1] === "user" ? "users" : "items"];
      values.set(name, columns(data, factors + half, gmf ? 0 : factors, gmf ? factors : half, rows));
    } else if (name === "output/gmf") {
      values.set(name, Float32Array.from(tensors.get("output/kernel")!.data.subarray(0, factors)));
    } else if (name === "output/mlp") {
      values.set(name, Float32Array.from(tensors.get("output/kernel")!.data.subarray(factors)));
    } else {
      values.set(name, Float32Array.from(tensors.get(name)!.data));
    }
  }
  return values;
}

/** The inverse of `toDevice`. */
export function fromDevice(sizes: ModelSizes, values: ReadonlyMap<string, Float32Array>): Map<string, Tensor> {
  const { factors, layers } = sizes.shape;
  const half = layers[0]! / 2;
  const tensors = new Map<string, Tensor>();
  for (const [name, shape] of parameterShapes(sizes.shape, sizes.users, sizes.items)) {
    const data = new Float32Array(shape.reduce((product, size) => product * size, 1));
    const table = /^(user|item)_table$/.exec(name);
    if (table) {
      putColumns(data, values.get(`${table[1]}_gmf`)!, factors + half, 0, factors);
      putColumns(data, values.get(`${table[1]}_mlp`)!, factors + half, factors, half);
    } else if (name === "output/kernel") {
      data.set(values.get("output/gmf")!);
      data.set(values.get("output/mlp")!, factors);
    } else {
      data.set(values.get(name)!);
    }
    tensors.set(name, { shape, data });
  }
  return tensors;
}

/** Columns of a table as one of `rows` rows, zeros where the table has no such row. */
function columns(data: Tensor["data"], width: number, start: number, count: number, rows: number): Float32Array {
  const out = new Float32Array(rows * count);
  for (let row = 0; row * width < data.length; row++) {
    const from = row * width + start;
    out.set(data.subarray(from, from + count), row * count);
  }
  return out;
}

function putColumns(out: Float32Array, part: Float32Array, width: number, start: number, count: number): void {
  for (let row = 0; row * width < out.length; row++) {
    out.set(part.subarray(row * count, (row + 1) * count), row * width + start);
  }
}
