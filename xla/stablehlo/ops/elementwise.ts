import { type ElementType, isFloat } from "../../element-type.js";
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

function floating(op: string, x: Value): Value {
  if (!isFloat(x.type.element)) throw new StablehloError(op, "needs a floating-point operand", [x.type]);
  return unary(op, x);
}

function integral(op: string, lhs: Operand, rhs: Operand): Value {
  const [a, b] = operands(op, lhs, rhs);
  if (isFloat(a.type.element)) throw new StablehloError(op, "needs integer operands", [a.type]);
  return binary(op, a, b);
}

export const add = (a: Operand, b: Operand): Value => binary("add", a, b);
export const subtract = (a: Operand, b: Operand): Value => binary("subtract", a, b);
export const multiply = (a: Operand, b: Operand): Value => binary("multiply", a, b);
export const divide = (a: Operand, b: Operand): Value => binary("divide", a, b);
export const remainder = (a: Operand, b: Operand): Value => binary("remainder", a, b);
export const maximum = (a: Operand, b: Operand): Value => binary("maximum", a, b);
export const minimum = (a: Operand, b: Operand): Value => binary("minimum", a, b);

export const and = (a: Operand, b: Operand): Value => integral("and", a, b);
export const or = (a: Operand, b: Operand): Value => integral("or", a, b);
export const xor = (a: Operand, b: Operand): Value => integral("xor", a, b);
export const shiftLeft = (a: Operand, b: Operand): Value => integral("shift_left", a, b);
/** Shifts in zeros from the left, whatever the sign. */
export const shiftRight = (a: Operand, b: Operand): Value => integral("shift_right_logical", a, b);

export const negate = (x: Value): Value => unary("negate", x);
export const abs = (x: Value): Value => unary("abs", x);
export const exp = (x: Value): Value => floating("exponential", x);
export const log = (x: Value): Value => floating("log", x);
export const log1p = (x: Value): Value => floating("log_plus_one", x);
export const sqrt = (x: Value): Value => floating("sqrt", x);
export const logistic = (x: Value): Value => floating("logistic", x);

export function not(x: Value): Value {
  if (isFloat(x.type.element)) throw new StablehloError("not", "needs an integer operand", [x.type]);
  return unary("not", x);
}

export function finite(x: Value): Value {
  if (!isFloat(x.type.element)) throw new StablehloError("is_finite", "needs a floating-point operand", [x.type]);
  return unary("is_finite", x, { element: "pred", dims: x.type.dims });
}

/** Converts values; the identity where the type is already right. */
export function convert(x: Value, element: ElementType): Value {
  return x.type.element === element ? x : unary("convert", x, { element, dims: x.type.dims });
}

/** The same bits read as another element type of the same width. */
export function bitcast(x: Value, element: ElementType): Value {
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
