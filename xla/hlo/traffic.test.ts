import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cachePath } from "../../storage/cache-dir.js";
import { loadPlugin } from "../pjrt/plugin.js";
import { compilerFlagsVariable } from "../plugins/cuda-data.js";
import { findCompiler } from "../plugins/find.js";
import type { Value } from "../stablehlo/ir.js";
import { allReduce } from "../stablehlo/ops/collective.js";
import { constant } from "../stablehlo/ops/constant.js";
import { whileLoop } from "../stablehlo/ops/control.js";
import { customCall } from "../stablehlo/ops/custom-call.js";
import { dot } from "../stablehlo/ops/dot.js";
import { add, compare, convert, multiply } from "../stablehlo/ops/elementwise.js";
import { gatherRows, scatterAddRows } from "../stablehlo/ops/gather.js";
import { sum } from "../stablehlo/ops/reduce.js";
import { dynamicSlice, dynamicUpdateSlice } from "../stablehlo/ops/shape.js";
import { printModule } from "../stablehlo/print.js";
import { program } from "../stablehlo/test-support.js";
import { type TensorType, tensor } from "../stablehlo/type.js";
import { parseTarget, topologyOptions } from "../targets/gpus.js";
import { decodeHloModule, HloError } from "./decode.js";
import { kernelsOf, mainLoopBody } from "./traffic.js";

const f32 = (...dims: number[]): TensorType => tensor("f32", ...dims);
const i32 = (...dims: number[]): TensorType => tensor("i32", ...dims);
const compiler = findCompiler("cuda13", { cacheRoot: cachePath(), env: process.env });

/** The optimized program for H100s that need not be here. */
async function compiled(
  types: TensorType[],
  build: (...args: Value[]) => Value | readonly Value[],
  { replicas = 1, flags = {} as Record<string, boolean> } = {},
): Promise<Uint8Array> {
  const { target } = parseTarget("h100")!;
  using topology = loadPlugin(compiler!.path).topology("", topologyOptions(target, replicas));
  using executable = await topology.compile(printModule(program(types, build, replicas)), { replicas, flags });
  return executable.optimizedProgram().code;
}

async function kernels(...args: Parameters<typeof compiled>) {
  const module = decodeHloModule(await compiled(...args));
  return kernelsOf(module, module.computations.get(module.entry)!).map(({ opcode, bytes }) => ({ opcode, bytes }));
}

describe.skipIf(!compiler)("programs compiled for an H100 (needs `ncf-bench setup cuda13 --compile-only`)", () => {
  const before = process.env.XLA_FLAGS;
  beforeAll(() => {
    process.env.XLA_FLAGS = compilerFlagsVariable(compiler!, before);
  });
  afterAll(() => {
    if (before === undefined) delete process.env.XLA_FLAGS;
    else process.env.XLA_FLAGS = before;
  });

  it("counts the rows that a gather takes, although the whole table is converted on paper", async () => {
    const rows = 1024 * 64 * 4;
    expect(
      await kernels([f32(100_000, 64), i32(1024)], (table, ids) =>
        convert(gatherRows(convert(table, "bf16"), ids), "f32"),
      ),
    ).toEqual([{ opcode: "fusion", bytes: rows + 1024 * 4 + rows }]);
  });

  it("counts one pass over the input of a fusion with three results", async () => {
    const x = 1024 * 512 * 4;
    expect(await kernels([f32(1024, 512)], (a) => [add(a, 1), multiply(a, 3), sum(a, [1])])).toEqual([
      { opcode: "fusion", bytes: x + 2 * x + 1024 * 4 },
    ]);
  });

  it.each([
    { sorted: false, touched: 8192 * 64 * 4 },
    // A warp adds up eight sorted updates before it writes, and each row is written once at least.
    { sorted: true, touched: (8192 / 8) * 64 * 4 + 1000 * 64 * 4 },
  ])(
    "counts a scatter's updates, the rows they touch, and of the table no more than all as read: sorted $sorted",
    async ({ sorted, touched }) => {
      const table = 1000 * 64 * 4;
      expect(
        await kernels([f32(1000, 64), i32(8192), f32(8192, 64)], (t, i, u) => scatterAddRows(t, i, u, { sorted })),
      ).toEqual([
        { opcode: "copy", bytes: 2 * table },
        { opcode: "fusion", bytes: 8192 * 4 + 8192 * 64 * 4 + Math.min(touched, table) + touched },
      ]);
    },
  );

  it("leaves out the workspace of a library's matrix product", async () => {
    const [custom] = await kernels([f32(1024, 512), f32(512, 256)], (a, b) => dot(a, b), {
      flags: { xla_gpu_enable_triton_gemm: false },
    });
    expect(custom).toEqual({ opcode: "custom-call", bytes: 4 * (1024 * 512 + 512 * 256 + 1024 * 256) });
  });

  it("counts a window read and a window written of a loop's pass", async () => {
    const code = await compiled([f32(4096, 32), i32(), f32(4096, 32)], (x, n, into) =>
      whileLoop(
        [constant(x.module, i32(), 0), into],
        ([i]) => compare(i!, "LT", n),
        ([i, out]) => {
          const zero = constant(x.module, i32(), 0);
          const row = multiply(dynamicSlice(x, [i!, zero], [1, 32]), 2);
          return [add(i!, 1), dynamicUpdateSlice(out!, row, [i!, zero])];
        },
      ),
    );
    const module = decodeHloModule(code);
    const [update, counter] = kernelsOf(module, mainLoopBody(module)!);
    expect(update!.bytes).toBe(32 * 4 + 4 + 32 * 4);
    expect(counter!.bytes).toBe(4 + 4);
  });

  it("counts an all-reduce of eight devices once, with what each contributes", async () => {
    const module = decodeHloModule(await compiled([f32(1024, 512)], (x) => allReduce(x), { replicas: 8 }));
    const all = kernelsOf(module, module.computations.get(module.entry)!).flatMap(({ collective }) => collective ?? []);
    expect(all).toEqual([{ kind: "all-reduce", bytes: 1024 * 512 * 4 }]);
  });

  it("compiles a kernel given as PTX text, and counts its operands and results", async () => {
    const ptx = [
      ".version 8.0",
      ".target sm_90",
      ".address_size 64",
      ".visible .entry nothing(.param .u64 a, .param .u64 b, .param .u64 c) { ret; }",
      "",
    ].join("\n");
    const found = await kernels([f32(1024), f32(1024)], (sums, x) =>
      customCall(x.module, {
        target: "__gpu$xla.gpu.ptx",
        operands: [sums, x],
        results: [f32(1024)],
        aliases: [[0, 0]],
        config: [
          ["name", "nothing"],
          ["kernel_type", "ptx"],
          ["kernel_data", ptx],
          ...["grid_x", "grid_y", "grid_z", "block_x", "block_y", "block_z"].map((at) => [at, { i32: 1 }] as const),
          ["shared_mem_bytes", { i32: 0 }],
        ],
      }),
    );
    expect(found).toContainEqual({ opcode: "custom-call", bytes: 3 * 1024 * 4 });
  });

  it("answers damaged programs with an error, or with a program that can be walked to its end", async () => {
    const code = await compiled([f32(64), i32(8)], (table, ids) => sum(gatherRows(table, ids)));
    let refused = 0;
    const damage = fc.tuple(fc.nat(code.length - 1), fc.nat(255), fc.integer({ min: 1, max: code.length }));
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (edits) => {
        const bytes = code.slice();
        for (const [at, value] of edits) bytes[at] = value;
        try {
          const module = decodeHloModule(bytes.slice(0, edits[0]![2]));
          kernelsOf(module, module.computations.get(module.entry)!);
        } catch (error) {
          expect(error).toBeInstanceOf(HloError);
          refused++;
        }
      }),
      { seed: 41, numRuns: 500 },
    );
    expect(refused).toBeGreaterThan(100);
  });
});

it("refuses bytes that are no program", () => {
  expect(() => decodeHloModule(new Uint8Array())).toThrow(
    new HloError("no optimized program: there is no entry computation 0"),
  );
  expect(() => decodeHloModule(Uint8Array.of(10, 100, 1))).toThrow(HloError);
  expect(() => decodeHloModule(new TextEncoder().encode("HloModule main"))).toThrow(HloError);
});
