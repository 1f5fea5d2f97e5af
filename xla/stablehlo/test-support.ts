import { join } from "node:path";
import fc from "fast-check";
import { matchGolden } from "../../test/golden.js";
import { Module, type Value } from "./ir.js";
import { printModule } from "./print.js";
import { StablehloError, type TensorType } from "./type.js";

/** A program over these parameters. */
export function program(
  types: readonly TensorType[],
  build: (...args: Value[]) => Value | readonly Value[],
  replicas = 1,
): Module {
  return new Module("test", replicas).main(
    types.map((type) => ({ type })),
    (args) => [build(...args)].flat() as Value[],
  );
}

/** Compares a program's text with `testdata/NAME.mlir`. */
export function matchText(name: string, module: Module): void {
  matchGolden(join(import.meta.dirname, "testdata", `${name}.mlir`), printModule(module));
}

/** What the builder says of a program that cannot be built. Whatever else is thrown, or nothing, fails the test. */
export function refusal(types: readonly TensorType[], build: Parameters<typeof program>[1], replicas = 1): string {
  try {
    program(types, build, replicas);
  } catch (error) {
    if (error instanceof StablehloError) return error.message;
    throw error;
  }
  throw new Error("the program was built");
}

export const range = (size: number): number[] => Array.from({ length: size }, (_, i) => i);

/** All index vectors of a shape, in row-major order. */
export function positions(dims: readonly number[]): number[][] {
  return dims.reduce<number[][]>((all, size) => all.flatMap((at) => range(size).map((i) => [...at, i])), [[]]);
}

export const flat = (dims: readonly number[], at: readonly number[]) =>
  at.reduce((sum, i, axis) => sum * dims[axis]! + i, 0);

/** Small whole numbers: float32 sums and products of them are exact in any order. */
export const whole = (size: number) => fc.array(fc.integer({ min: -8, max: 8 }), { minLength: size, maxLength: size });
