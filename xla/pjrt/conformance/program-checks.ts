import type { Client } from "../client.js";
import { cachedCompile, type ExecutableStore } from "../compile-cache.js";
import type { LoadedExecutable } from "../executable.js";
import { type ConformanceCheck, expectRefusal, expectTrue, expectValues, NotOffered, offered } from "./check.js";
import { floats } from "./execution-checks.js";
import { addProgram, MATMUL_SIZE, matmulProgram } from "./programs.js";

async function expectAdds(client: Client, program: LoadedExecutable): Promise<void> {
  const x = await floats(client, Float32Array.of(1, 2, 3, 4));
  const execution = program.execute([[x, x]]);
  await execution.done();
  await expectValues(execution.outputs[0]![0]!, Float32Array.of(2, 4, 6, 8), "x + x");
  for (const object of [x, ...execution.outputs[0]!]) object.dispose();
}

/** Statistics of a compiled matrix product. */
async function ofMatmul<T>(client: Client, ask: (program: LoadedExecutable) => T): Promise<T> {
  const program = await client.compile(matmulProgram());
  try {
    return await offered(() => ask(program));
  } finally {
    program.dispose();
  }
}

const MATRIX_BYTES = 4 * MATMUL_SIZE ** 2;

export const programChecks: readonly ConformanceCheck[] = [
  {
    name: "program.serialize",
    async run({ client, createClient }) {
      const program = await client.compile(addProgram);
      const bytes = await offered(() => program.program.serialize());
      program.dispose();
      const other = await createClient();
      try {
        const loaded = await offered(() => other.deserialize(bytes, addProgram));
        await expectAdds(other, loaded);
        const torn = { "half of it": bytes.subarray(0, bytes.length >> 1), nothing: new Uint8Array(0) };
        for (const [what, part] of Object.entries(torn)) {
          await expectRefusal(`loading ${what}`, () => other.deserialize(part, addProgram), ["DATA_LOSS"]);
        }
        const changed = bytes.slice();
        changed[changed.length >> 1]! ^= 0x55;
        await expectRefusal("loading changed bytes", () => other.deserialize(changed, addProgram), ["DATA_LOSS"]);
      } finally {
        other.dispose();
      }
      return `${bytes.length} bytes, loaded by another client; damaged ones are refused`;
    },
  },
  {
    name: "program.cache",
    async run({ client }) {
      const kept = new Map<string, Uint8Array>();
      const store: ExecutableStore = {
        get: async (key) => kept.get(key) ?? null,
        put: async (key, bytes) => void kept.set(key, bytes),
      };
      const compile = () => cachedCompile(client, addProgram, {}, "conformance", store);
      const first = await compile();
      expectTrue(!first.hit, "an empty cache has the program");
      if (kept.size === 0) throw new NotOffered("programs cannot be serialized");
      const second = await compile();
      expectTrue(second.hit, "what was compiled is compiled again");
      await expectAdds(client, second.executable);
      kept.set(first.key, kept.get(first.key)!.subarray(1));
      const third = await compile();
      expectTrue(!third.hit, "a damaged program is loaded");
      await expectAdds(client, third.executable);
      for (const { executable } of [first, second, third]) executable.dispose();
      return "missed, hit, and compiled again when damaged";
    },
  },
  {
    name: "program.cost",
    async run({ client }) {
      const cost = await ofMatmul(client, ({ program }) => program.costAnalysis());
      if (cost === null) throw new NotOffered("no cost analysis");
      const wanted = 2 * MATMUL_SIZE ** 3;
      const { flops } = cost;
      expectTrue(flops !== undefined && flops >= wanted && flops < 2 * wanted, `${flops} FLOPs instead of ${wanted}`);
      return `${flops} FLOPs, ${cost["bytes accessed"]} bytes accessed`;
    },
  },
  {
    name: "program.memory",
    async run({ client }) {
      const memory = await ofMatmul(client, ({ program }) => program.memory());
      const { arguments: given, outputs, peak } = memory;
      expectTrue(given >= MATRIX_BYTES && outputs >= MATRIX_BYTES, `arguments ${given} bytes, results ${outputs}`);
      return `arguments ${given} bytes, results ${outputs}, peak ${peak ?? "not told"}`;
    },
  },
  {
    name: "program.fingerprint",
    async run({ client }) {
      const prints = [];
      for (const _ of [1, 2]) prints.push(await ofMatmul(client, ({ program }) => program.fingerprint()));
      if (prints[0] === null) throw new NotOffered("no fingerprint");
      expectTrue(prints[0] === prints[1], `one program has two fingerprints: ${prints.join(", ")}`);
      return "the same for the same program";
    },
  },
  {
    name: "program.optimized",
    async run({ client }) {
      const { format, code } = await ofMatmul(client, ({ program }) => program.optimizedProgram());
      expectTrue(code.length > 0 && format !== "", "the optimized program is empty");
      return `${format}, ${code.length} bytes`;
    },
  },
];
