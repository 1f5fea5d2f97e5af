import { describe, expect, it } from "vitest";
import { attributeText } from "../attribute.js";
import { Module, type Value } from "../ir.js";
import { program, refusal } from "../test-support.js";
import { type TensorType, tensor } from "../type.js";
import { barrier, whileLoop } from "./control.js";
import { add, convert, exp, negate } from "./elementwise.js";
import { broadcast } from "./shape.js";

const f32 = (...dims: number[]): TensorType => tensor("f32", ...dims);
const pred = (...dims: number[]): TensorType => tensor("pred", ...dims);

describe("values stay where they are defined", () => {
  it("refuses to mix the values of two programs", () => {
    const foreign: Value[] = [];
    program([f32(2)], (x) => {
      foreign.push(x);
      return x;
    });
    const message = refusal([f32(2)], (x) => add(x, foreign[0]!));
    expect(message).toBe("add: operand 1 belongs to another program (tensor<2xf32>)");
    expect(refusal([f32(2)], () => foreign[0]!)).toBe(
      "func.return: operand 0 belongs to another program (tensor<2xf32>)",
    );
  });

  it("refuses a value of a loop's body after the loop, and in its condition", () => {
    let inner: Value | undefined;
    const loop = (x: Value, p: Value) =>
      whileLoop(
        [x],
        () => p,
        ([y]) => {
          inner = add(y!, 1);
          return [inner];
        },
      );
    const closed = "operand 0 is of a region that is already closed (tensor<f32>)";
    expect(
      refusal([f32(), pred()], (x, p) => {
        loop(x, p);
        return negate(inner!);
      }),
    ).toBe(`negate: ${closed}`);
    expect(
      refusal([f32(), pred()], (x, p) => {
        loop(x, p);
        return barrier([inner!]);
      }),
    ).toBe(`optimization_barrier: ${closed}`);
    expect(
      refusal([f32(), pred()], (x, p) => {
        let head: Value | undefined;
        return whileLoop(
          [x],
          ([y]) => {
            head = y;
            return p;
          },
          () => [exp(head!)],
        );
      }),
    ).toBe(`exponential: ${closed}`);
  });

  it("sees outer values inside of a loop", () => {
    expect(() =>
      program([f32(), pred()], (x, p) =>
        whileLoop(
          [x],
          () => p,
          ([y]) => [add(y!, x)],
        ),
      ),
    ).not.toThrow();
  });

  it("refuses operations outside of main", () => {
    let late: Value | undefined;
    program([f32()], (x) => {
      late = x;
      return x;
    });
    expect(() => add(late!, 1)).toThrow("constant: no region is open: operations belong into main");
  });
});

describe("programs", () => {
  const donate = (...donatedTo: number[]) =>
    new Module("test").main(
      donatedTo.map((result) => ({ type: f32(3), donatedTo: result })),
      ([x]) => [x!, convert(x!, "f16")],
    );
  it.each([
    ["argument 0 is donated to result 1 of another type (tensor<3xf32>, tensor<3xf16>)", () => donate(1)],
    ["argument 0 is donated to result 2 of another type (tensor<3xf32>)", () => donate(2)],
    ["arguments 0 and 1 are both donated to result 0", () => donate(0, 0)],
    ['"two words" is no name of a program', () => new Module("two words")],
    ["0 is no number of replicas", () => new Module("test", 0)],
    ["main is already built", () => program([], () => []).main([], () => [])],
    ["main is not built", () => new Module("test").block],
  ])("%s", (message, build) => {
    expect(build).toThrow(`module: ${message}`);
  });

  it("refuses dimensions that are no sizes", () => {
    expect(refusal([f32(2, -1)], () => [])).toBe("type: dimensions are non-negative integers (tensor<2x-1xf32>)");
    expect(refusal([f32()], (x) => broadcast(x, [1.5]))).toContain("tensor<1.5xf32>");
  });
});

it("refuses to write a number without end as an attribute", () => {
  expect(() => attributeText("custom_call", "rate", { f32: Number.NaN })).toThrow("attribute rate is NaN");
});
