import { join } from "node:path";
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
