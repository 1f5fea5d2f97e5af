import { emitOne, type Module, type Value } from "../ir.js";
import { StablehloError } from "../type.js";
import { combiner, type Reduction } from "./reduction.js";

const everyReplica = (module: Module): string => {
  const ids = Array.from({ length: module.replicas }, (_, id) => id);
  return `dense<[[${ids.join(", ")}]]> : tensor<1x${module.replicas}xi64>`;
};

/** This replica's number, an `u32` scalar from 0. */
export function replicaId(module: Module): Value {
  return module.emit({ name: "stablehlo.replica_id", results: [{ element: "u32", dims: [] }] })[0]!;
}

/** Sum (or another reduction) of a value over all replicas, on each of them; the identity for one replica. */
export function allReduce(x: Value, reduction: Reduction = "add"): Value {
  const { module } = x;
  if (module.replicas === 1) return x;
  return emitOne(x, {
    name: "stablehlo.all_reduce",
    operands: [x],
    attributes: [["replica_groups", everyReplica(module)]],
    regions: [combiner("all_reduce", x, reduction)],
    result: x.type,
  });
}

/** Sum over replicas, of which replica r keeps the r-th part of axis 0. */
export function reduceScatter(x: Value): Value {
  const { module } = x;
  if (module.replicas === 1) return x;
  const [rows, ...rest] = x.type.dims;
  if (rows === undefined || rows % module.replicas !== 0) {
    throw new StablehloError("reduce_scatter", `axis 0 does not divide into ${module.replicas} parts`, [x.type]);
  }
  return emitOne(x, {
    name: "stablehlo.reduce_scatter",
    operands: [x],
    attributes: [
      ["replica_groups", everyReplica(module)],
      ["scatter_dimension", "0 : i64"],
    ],
    regions: [combiner("reduce_scatter", x, "add")],
    result: { element: x.type.element, dims: [rows / module.replicas, ...rest] },
  });
}

/** The replicas' values joined along axis 0, in the order of their numbers. */
export function allGather(x: Value): Value {
  const { module } = x;
  if (module.replicas === 1) return x;
  const [rows, ...rest] = x.type.dims;
  if (rows === undefined) throw new StablehloError("all_gather", "a scalar has no axis to join", [x.type]);
  return emitOne(x, {
    name: "stablehlo.all_gather",
    operands: [x],
    attributes: [
      ["replica_groups", everyReplica(module)],
      ["all_gather_dim", "0 : i64"],
    ],
    result: { element: x.type.element, dims: [rows * module.replicas, ...rest] },
  });
}
