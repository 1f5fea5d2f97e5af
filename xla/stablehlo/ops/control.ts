import { isInteger } from "../../element-type.js";
import { emitOne, type Value } from "../ir.js";
import { StablehloError, sameType } from "../type.js";

/** Repeats `body` while `condition` holds; both see the carried values, and the body returns as many of the same types. */
export function whileLoop(
  initial: readonly Value[],
  condition: (carried: Value[]) => Value,
  body: (carried: Value[]) => readonly Value[],
): Value[] {
  const [first] = initial;
  if (!first) throw new StablehloError("while", "carries nothing");
  const types = initial.map(({ type }) => type);
  const { module } = first;
  const head = module.region(types, (carried) => {
    const again = condition(carried);
    if (again.type.element !== "pred" || again.type.dims.length > 0) {
      throw new StablehloError("while", "the condition is not a scalar predicate", [again.type]);
    }
    return [again];
  });
  const loop = module.region(types, (carried) => {
    const next = body(carried);
    if (next.length !== types.length) {
      throw new StablehloError("while", `the body returns ${next.length} of ${types.length} carried values`);
    }
    next.forEach(({ type }, i) => {
      const wanted = types[i]!;
      if (!sameType(type, wanted))
        throw new StablehloError("while", `carried value ${i} changes its type`, [wanted, type]);
    });
    return next;
  });
  return module.emit({ name: "stablehlo.while", operands: initial, regions: [head, loop], results: types });
}

/** Keeps the compiler from moving or fusing computations across this point. */
export function barrier(values: readonly Value[]): Value[] {
  const [first] = values;
  if (!first) return [];
  return first.module.emit({
    name: "stablehlo.optimization_barrier",
    operands: values,
    results: values.map(({ type }) => type),
  });
}

/**
 * Sorts vectors along axis 0 by the first one, ascending and stable; the others are permuted alike.
 * The key is a signed or unsigned integer.
 */
export function sortByKey(operands: readonly Value[]): Value[] {
  const [key] = operands;
  if (!key) throw new StablehloError("sort", "nothing to sort");
  const types = operands.map(({ type }) => type);
  if (!isInteger(key.type.element)) throw new StablehloError("sort", "the key is no integer", [key.type]);
  if (types.some(({ dims }) => dims.length !== 1 || dims[0] !== key.type.dims[0])) {
    throw new StablehloError("sort", "operands are vectors of one length", types);
  }
  const { module } = key;
  const pairs = types.flatMap(({ element }) => [
    { element, dims: [] },
    { element, dims: [] },
  ]);
  const comparator = module.region(pairs, ([a, b]) => [
    emitOne(a!, {
      name: "stablehlo.compare",
      operands: [a!, b!],
      attributes: [["comparison_direction", "#stablehlo<comparison_direction LT>"]],
      result: { element: "pred", dims: [] },
    }),
  ]);
  return module.emit({
    name: "stablehlo.sort",
    operands,
    attributes: [
      ["dimension", "0 : i64"],
      ["is_stable", "true"],
    ],
    regions: [comparator],
    results: types,
  });
}
