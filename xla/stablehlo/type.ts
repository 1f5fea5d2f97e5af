import type { ElementType } from "../element-type.js";

/** A tensor with static dimensions; `[]` is a scalar. */
export interface TensorType {
  readonly element: ElementType;
  readonly dims: readonly number[];
}

export function tensor(element: ElementType, ...dims: number[]): TensorType {
  return { element, dims };
}

const printed: Partial<Record<ElementType, string>> = { pred: "i1", u8: "ui8", u16: "ui16", u32: "ui32", u64: "ui64" };

/** StableHLO's name of an element type: `i1`, `ui32`, `bf16`. */
export function elementText(element: ElementType): string {
  return printed[element] ?? element;
}

/** E.g. `tensor<16x4xf32>`. */
export function typeText({ element, dims }: TensorType): string {
  return `tensor<${[...dims, elementText(element)].join("x")}>`;
}

export function sameDims(a: TensorType, b: TensorType): boolean {
  return a.dims.length === b.dims.length && a.dims.every((size, axis) => size === b.dims[axis]);
}

export function sameType(a: TensorType, b: TensorType): boolean {
  return a.element === b.element && sameDims(a, b);
}

export function elementCount({ dims }: TensorType): number {
  return dims.reduce((product, size) => product * size, 1);
}

/** A program that cannot be built: names the operation and the types that do not fit. */
export class StablehloError extends Error {
  override readonly name = "StablehloError";
  readonly op: string;

  constructor(op: string, problem: string, types: readonly TensorType[] = []) {
    super(`${op}: ${problem}${types.length > 0 ? ` (${types.map(typeText).join(", ")})` : ""}`);
    this.op = op;
  }
}
