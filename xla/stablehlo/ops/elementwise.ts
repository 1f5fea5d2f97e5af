import { type ElementType, elementBytes, isFloat, isInteger } from "../../element-type.js";
import { emitOne, type Value } from "../ir.js";
import { StablehloError, sameDims, sameType, type TensorType } from "../type.js";
import { constant } from "./constant.js";

/** A value, or a number that becomes a constant of the other operand's type. */
export type Operand = Value | number;

function binary(op: string, lhs: Operand, rhs: Operand): Value {
  const [a, b] = operands(op, lhs, rhs);
  return emitOne(a, { name: `stablehlo.${op}`, operands: [a, b], result: a.type });
}

function operands(op: string, lhs: Operand, rhs: Operand): [Value, Value] {
  const known = typeof lhs === "number" ? rhs : lhs;
  if (typeof known === "number") throw new StablehloError(op, "one operand at least must be a value");
  const lift = (operand: Operand): Value =>
    typeof operand === "number" ? constant(known.module, known.type, operand) : operand;
  const [a, b] = [lift(lhs), lift(rhs)];
  if (!sameType(a.type, b.type)) throw new StablehloError(op, "operands differ in type", [a.type, b.type]);
  return [a, b];
}

function unary(op: string, x: Value, result: TensorType = x.type): Value {
  return emitOne(x, { name: `stablehlo.${op}`, operands: [x], result });
}

/** Element types that an operation is for, and how an error calls them. */
const kinds = {
  "floating-point": isFloat,
  number: (element: ElementType) => element !== "pred",
  "signed number": (element: ElementType) => isFloat(element) || element.startsWith("i"),
  integer: isInteger,
  "integer or predicate": (element: ElementType) => !isFloat(element),
} as const;
type Kind = keyof typeof kinds;

function demand(op: string, kind: Kind, x: Value): void {
  if (!kinds[kind](x.type.element)) throw new StablehloError(op, `is for ${kind} operands`, [x.type]);
}

function unaryOf(kind: Kind, op: string, x: Value): Value {
  demand(op, kind, x);
  return unary(op, x);
}

function binaryOf(kind: Kind, op: string, lhs: Operand, rhs: Operand): Value {
  const [a, b] = operands(op, lhs, rhs);
  demand(op, kind, a);
  return binary(op, a, b);
}

export const add = (a: Operand, b: Operand): Value => binary("add", a, b);
export const subtract = (a: Operand, b: Operand): Value => binaryOf("number", "subtract", a, b);
export const multiply = (a: Operand, b: Operand): Value => binary("multiply", a, b);
export const divide = (a: Operand, b: Operand): Value => binaryOf("number", "divide", a, b);
export const remainder = (a: Operand, b: Operand): Value => binaryOf("number", "remainder", a, b);
export const maximum = (a: Operand, b: Operand): Value => binary("maximum", a, b);
export const minimum = (a: Operand, b: Operand): Value => binary("minimum", a, b);

export const and = (a: Operand, b: Operand): Value => binaryOf("integer or predicate", "and", a, b);
export const or = (a: Operand, b: Operand): Value => binaryOf("integer or predicate", "or", a, b);
export const xor = (a: Operand, b: Operand): Value => binaryOf("integer or predicate", "xor", a, b);
export const shiftLeft = (a: Operand, b: Operand): Value => binaryOf("integer", "shift_left", a, b);
/** Shifts in zeros from the left, whatever the sign. */
export const shiftRight = (a: Operand, b: Operand): Value => binaryOf("integer", "shift_right_logical", a, b);

export const negate = (x: Value): Value => unaryOf("number", "negate", x);
export const abs = (x: Value): Value => unaryOf("signed number", "abs", x);
export const exp = (x: Value): Value => unaryOf("floating-point", "exponential", x);
export const log = (x: Value): Value => unaryOf("floating-point", "log", x);
export const log1p = (x: Value): Value => unaryOf("floating-point", "log_plus_one", x);
export const sqrt = (x: Value): Value => unaryOf("floating-point", "sqrt", x);
export const logistic = (x: Value): Value => unaryOf("floating-point", "logistic", x);

export const not = (x: Value): Value => unaryOf("integer or predicate", "not", x);

export function finite(x: Value): Value {
  demand("is_finite", "floating-point", x);
  return unary("is_finite", x, { element: "pred", dims: x.type.dims });
}

/** Converts values; the identity where the type is already right. */
export function convert(x: Value, element: ElementType): Value {
  return x.type.element === element ? x : unary("convert", x, { element, dims: x.type.dims });
}

/** The same bits read as another element type of the same width. */
export function bitcast(x: Value, element: ElementType): Value {
  const width = (type: ElementType) => (type === "pred" ? 0 : elementBytes(type));
  if (width(x.type.element) !== width(element)) {
    throw new StablehloError("bitcast_convert", `${element} is not of the operand's width`, [x.type]);
  }
  return unary("bitcast_convert", x, { element, dims: x.type.dims });
}

export type Direction = "EQ" | "NE" | "LT" | "LE" | "GT" | "GE";

export function compare(lhs: Operand, direction: Direction, rhs: Operand): Value {
  const [a, b] = operands("compare", lhs, rhs);
  return emitOne(a, {
    name: "stablehlo.compare",
    operands: [a, b],
    attributes: [["comparison_direction", `#stablehlo<comparison_direction ${direction}>`]],
    result: { element: "pred", dims: a.type.dims },
  });
}

/** `onTrue` where the predicate holds, else `onFalse`; the predicate may be a scalar. */
export function select(predicate: Value, onTrue: Operand, onFalse: Operand): Value {
  const [a, b] = operands("select", onTrue, onFalse);
  const fits = predicate.type.dims.length === 0 || sameDims(predicate.type, a.type);
  if (predicate.type.element !== "pred" || !fits) {
    throw new StablehloError("select", "the predicate does not fit the values", [predicate.type, a.type]);
  }
  return emitOne(a, { name: "stablehlo.select", operands: [predicate, a, b], result: a.type });
}
