import { expect, it } from "vitest";
import { addProgram, donatedStepProgram } from "./conformance/programs.js";
import { argumentTypes } from "./signature.js";

const main = (list: string) => `module @t {\n  func.func public @main(${list}) -> tensor<f32> {\n  }\n}`;

it.each([
  { what: "what the builder prints", program: addProgram, types: ["f32[4]", "f32[4]"] },
  { what: "donated arguments", program: donatedStepProgram(8), types: ["f32[8]", "f32[8]"] },
  { what: "no arguments", program: main(""), types: [] },
  {
    what: "scalars, other names",
    program: main("%a.b: tensor<i1>, %c: tensor<2x3xui32>"),
    types: ["pred[]", "u32[2,3]"],
  },
  {
    what: "attributes that look like arguments",
    program: main('%0: tensor<2xbf16> {mhlo.sharding = "{replicated}", tf.aliasing_output = 0 : i32}'),
    types: ["bf16[2]"],
  },
  { what: "a comment before", program: `// @main(%0: tensor<9xf32>)\n${main("%0: tensor<2xf32>")}`, types: ["f32[2]"] },
])("reads the argument types of $what", ({ program, types }) => {
  expect(argumentTypes(program)?.map(({ type, dims }) => `${type}[${dims}]`)).toEqual(types);
});

it.each([
  { what: "a token", program: main("%0: tensor<2xf32>, %1: !stablehlo.token") },
  { what: "a dimension that is not known", program: main("%0: tensor<?xf32>") },
  { what: "a complex number", program: main("%0: tensor<2xcomplex<f32>>") },
  { what: "no main", program: "module {}" },
  { what: "an open list", program: "func.func @main(%0: tensor<2xf32>" },
])("does not guess at $what", ({ program }) => {
  expect(argumentTypes(program)).toBeNull();
});
