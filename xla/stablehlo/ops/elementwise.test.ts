import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ElementType, integerRange, isFloat } from "../../element-type.js";
import { noPlugin, PluginRunner, rounded, testPlugins } from "../../test-support.js";
import type { Value } from "../ir.js";
import { program } from "../test-support.js";
import { tensor } from "../type.js";
import {
  abs,
  add,
  and,
  bitcast,
  compare,
  convert,
  divide,
  exp,
  finite,
  log,
  log1p,
  logistic,
  maximum,
  minimum,
  multiply,
  negate,
  not,
  or,
  remainder,
  select,
  shiftLeft,
  shiftRight,
  sqrt,
  subtract,
  xor,
} from "./elementwise.js";

const SIZE = 64;
const floats = ["f32", "bf16", "f16"] as const;
const integers = ["i32", "u32"] as const;
type Element = (typeof floats)[number] | (typeof integers)[number] | "pred";

/** Numbers of a type: often its edges, never subnormal, whose flushing to zero is the processor's choice. */
function elements(element: Element): fc.Arbitrary<number> {
  if (element === "pred") return fc.constantFrom(0, 1);
  if (!isFloat(element)) {
    const [least, greatest] = integerRange(element).map(Number) as [number, number];
    return fc.oneof(fc.integer({ min: least, max: greatest }), fc.constantFrom(least, greatest, 0, 1, 7));
  }
  const moderate = fc
    .double({ min: -60, max: 60, noNaN: true })
    .map((x) => rounded(element, Math.abs(x) < 1 / 64 ? 0 : x));
  return fc.oneof(
    { arbitrary: moderate, weight: 9 },
    { arbitrary: fc.constantFrom(0, 1, -1, Infinity, -Infinity, Number.NaN), weight: 1 },
  );
}

/** The same number, or both zero; a tolerance is relative. */
function expectSame(actual: readonly (number | bigint)[], wanted: readonly number[], tolerance = 0): void {
  const wrong = wanted.flatMap((value, i) => {
    const got = Number(actual[i]);
    const same = Object.is(got, value) || got === value || Math.abs(got - value) <= tolerance * Math.abs(value);
    return same ? [] : [{ i, got, value }];
  });
  expect(wrong).toEqual([]);
}

interface Case {
  name: string;
  of: readonly Element[];
  build: (a: Value, b: Value) => Value;
  truth: (a: number, b: number, element: Element) => number;
  /** Relative, in units of the type's epsilon; exact unless given. */
  epsilons?: number;
  result?: ElementType;
}

const all = [...floats, ...integers] as const;
const bits = [...integers, "pred"] as const;
/** Without NaN: XLA's fast maximum on the CPU may drop it. */
const defined = (x: Value): Value => (isFloat(x.type.element) ? select(compare(x, "EQ", x), x, 0) : x);
const pick = (better: (...numbers: number[]) => number) => (a: number, b: number) => better(a || 0, b || 0);

const cases: Case[] = [
  { name: "add", of: all, build: add, truth: (a, b) => a + b },
  { name: "subtract", of: all, build: subtract, truth: (a, b) => a - b },
  {
    name: "multiply",
    of: all,
    build: multiply,
    truth: (a, b, element) => (isFloat(element) ? a * b : Math.imul(a, b)),
  },
  { name: "divide", of: floats, build: divide, truth: (a, b) => a / b },
  {
    name: "divide",
    of: integers,
    build: (a, b) => divide(a, maximum(b, 1)),
    truth: (a, b) => Math.trunc(a / Math.max(b, 1)),
  },
  {
    name: "remainder",
    of: integers,
    build: (a, b) => remainder(a, maximum(b, 1)),
    truth: (a, b) => a % Math.max(b, 1),
  },
  { name: "remainder", of: ["f32"], build: remainder, truth: (a, b) => a % b },
  { name: "maximum", of: all, build: (a, b) => maximum(defined(a), defined(b)), truth: pick(Math.max) },
  { name: "minimum", of: all, build: (a, b) => minimum(defined(a), defined(b)), truth: pick(Math.min) },
  { name: "negate", of: all, build: negate, truth: (a) => -a },
  { name: "abs", of: [...floats, "i32"], build: abs, truth: (a) => Math.abs(a) },
  { name: "exp", of: floats, build: exp, truth: (a) => Math.exp(a), epsilons: 4 },
  { name: "log", of: floats, build: (a) => log(abs(a)), truth: (a) => Math.log(Math.abs(a)), epsilons: 4 },
  { name: "log1p", of: floats, build: (a) => log1p(abs(a)), truth: (a) => Math.log1p(Math.abs(a)), epsilons: 4 },
  { name: "sqrt", of: floats, build: (a) => sqrt(abs(a)), truth: (a) => Math.sqrt(Math.abs(a)), epsilons: 1 },
  { name: "logistic", of: floats, build: logistic, truth: (a) => 1 / (1 + Math.exp(-a)), epsilons: 8 },
  { name: "finite", of: floats, build: finite, truth: (a) => Number(Number.isFinite(a)), result: "pred" },
  { name: "and", of: bits, build: and, truth: (a, b) => a & b },
  { name: "or", of: bits, build: or, truth: (a, b) => a | b },
  { name: "xor", of: bits, build: xor, truth: (a, b) => a ^ b },
  { name: "not", of: integers, build: not, truth: (a) => ~a },
  { name: "not", of: ["pred"], build: not, truth: (a) => 1 - a },
  // Shifting by the width and more leaves nothing.
  ...[0, 1, 5, 31, 32, 40].flatMap((by): Case[] => [
    {
      name: `shift left by ${by}`,
      of: integers,
      build: (a) => shiftLeft(a, by),
      truth: (a) => (by < 32 ? a << by : 0),
    },
    {
      name: `shift right by ${by}`,
      of: integers,
      build: (a) => shiftRight(a, by),
      truth: (a) => (by < 32 ? a >>> by : 0),
    },
  ]),
  ...(
    [
      ["EQ", (a, b) => a === b],
      ["NE", (a, b) => a !== b],
      ["LT", (a, b) => a < b],
      ["LE", (a, b) => a <= b],
      ["GT", (a, b) => a > b],
      ["GE", (a, b) => a >= b],
    ] as ["EQ" | "NE" | "LT" | "LE" | "GT" | "GE", (a: number, b: number) => boolean][]
  ).map(
    ([direction, holds]): Case => ({
      name: `compare ${direction}`,
      of: [...all, "pred"],
      build: (a, b) => compare(a, direction, b),
      truth: (a, b) => Number(holds(a, b)),
      result: "pred",
    }),
  ),
  {
    name: "select",
    of: all,
    build: (a, b) => select(compare(a, "LT", b), a, 3),
    truth: (a, b) => (a < b ? a : 3),
  },
  ...all.map(
    (to): Case => ({
      name: `convert predicates to ${to}`,
      of: ["pred"],
      build: (a) => convert(a, to),
      truth: (a) => a,
      result: to,
    }),
  ),
  ...floats.flatMap((to): Case[] => [
    { name: `convert to ${to}`, of: all, build: (a) => convert(a, to), truth: (a) => a, result: to },
  ]),
  { name: "convert to pred", of: all, build: (a) => convert(a, "pred"), truth: (a) => Number(a !== 0), result: "pred" },
  {
    name: "convert the finite, cut towards zero, to i32",
    of: floats,
    build: (a) => convert(select(finite(a), a, 0), "i32"),
    truth: (a) => (Number.isFinite(a) ? Math.trunc(a) : 0),
    result: "i32",
  },
  {
    name: "bitcast to u32",
    of: ["i32", "u32"],
    build: (a) => bitcast(a, "u32"),
    truth: (a) => a >>> 0,
    result: "u32",
  },
  {
    name: "bitcast to i32",
    of: ["f32"],
    build: (a) => bitcast(select(finite(a), a, 0), "i32"),
    truth: (a) => new Int32Array(Float32Array.of(Number.isFinite(a) ? a : 0).buffer)[0]!,
    result: "i32",
  },
];

const epsilon = { f32: 2 ** -23, f16: 2 ** -10, bf16: 2 ** -7 } as Partial<Record<Element, number>>;

describe.skipIf(noPlugin).each(testPlugins)("plugin %s", (plugin) => {
  const runner = new PluginRunner(plugin);
  const each = cases.flatMap((one) => one.of.map((element) => ({ ...one, element })));
  it.each(each)("$name of $element", async ({ element, build, truth, epsilons = 0, result = element }) => {
    const run = await runner.load(program([tensor(element, SIZE), tensor(element, SIZE)], build));
    const list = fc.array(elements(element), { minLength: SIZE, maxLength: SIZE });
    await fc.assert(
      fc.asyncProperty(list, list, async (a, b) => {
        const wanted = a.map((x, i) => rounded(result, truth(x, b[i]!, element)));
        const [[actual]] = (await run([[a, b]])) as [[number[]]];
        expectSame(actual, wanted, epsilons * (epsilon[element] ?? 0));
      }),
      { seed: 17, numRuns: 8 },
    );
  });
});
