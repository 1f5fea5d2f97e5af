import { cachePath } from "../../../../storage/cache-dir.js";
import { decodeHloModule, type HloModule } from "../../../../xla/hlo/decode.js";
import { type Kernel, kernelsOf, mainLoopBody } from "../../../../xla/hlo/traffic.js";
import { loadPlugin } from "../../../../xla/pjrt/plugin.js";
import type { CompiledMemory, Executable } from "../../../../xla/pjrt/program.js";
import type { Topology } from "../../../../xla/pjrt/topology.js";
import { compilerFlagsVariable } from "../../../../xla/plugins/cuda-data.js";
import { matrixFlops } from "../../../../xla/stablehlo/flops.js";
import { printModule } from "../../../../xla/stablehlo/print.js";
import { topologyOptions } from "../../../../xla/targets/gpus.js";
import type { CompiledCell, CompileJob } from "../../../suite.js";
import { parseWorkloadOptions, shapeOf } from "../../options.js";
import { compilerFlags, type XlaFlags } from "./compiler-flags.js";
import type { Program } from "./programs/signature.js";
import { bytesOf, cellPrograms } from "./target-programs.js";
import { compilerFor } from "./targets.js";

/**
 * Compiles a cell's programs for GPUs that this machine need not have, and says what they need and do there. Without the
 * GPU nothing is tuned by trial, and sorts are compared instead of CUB's radix sort.
 *
 * @throws PjrtError when the compiler refuses a program.
 */
export async function compileCell({ cell, options, counts, target }: CompileJob): Promise<CompiledCell> {
  const start = performance.now();
  const { gpu, plugin } = compilerFor(cell, target, cachePath());
  const { main, others, samples, steps, resident } = cellPrograms(
    cell,
    shapeOf(cell),
    parseWorkloadOptions(options),
    counts,
  );
  // XLA reads the variable when its library is loaded.
  process.env.XLA_FLAGS = compilerFlagsVariable(plugin, process.env.XLA_FLAGS);
  const flags = compilerFlags(cell.xla, "cuda");
  using topology = loadPlugin(plugin.path).topology("", topologyOptions(gpu, cell.gpus));
  const compiled = [];
  for (const program of [main, ...others]) compiled.push(await compile(topology, program, flags));
  const programs = compiled.map(({ program, memory }) => {
    const own = bytesOf(program);
    const beside = [...resident].reduce((sum, [name, bytes]) => (own.has(name) ? sum : sum + bytes), 0);
    const used = memory.arguments + memory.outputs - memory.aliased + memory.temporaries;
    return {
      name: program.module.name,
      peakBytes: beside + Math.max(used, memory.peak ?? 0),
      temporaryBytes: memory.temporaries,
    };
  });
  const { kernels, passes } = stepOf(compiled[0]!.hlo, steps);
  return {
    plugin: `${plugin.name} ${plugin.version ?? "unknown"}`,
    compileSeconds: (performance.now() - start) / 1000,
    samples,
    kernels: kernels.length / passes,
    bytes: kernels.reduce((sum, { bytes }) => sum + bytes, 0) / passes,
    flops: matrixFlops(main.module.block),
    collectives: collectivesOf(kernels, passes),
    peakBytes: Math.max(...programs.map(({ peakBytes }) => peakBytes)),
    programs,
  };
}

async function compile(
  topology: Topology,
  program: Program,
  flags: XlaFlags,
): Promise<{ program: Program; memory: CompiledMemory; hlo: HloModule }> {
  using executable: Executable = await topology.compile(printModule(program.module), {
    replicas: program.module.replicas,
    flags,
  });
  return { program, memory: executable.memory(), hlo: decodeHloModule(executable.optimizedProgram().code) };
}

/** The kernels of a step: of the loop's body, or of the whole program where a loop of one pass was removed. */
function stepOf(hlo: HloModule, steps: number): { kernels: Kernel[]; passes: number } {
  const body = steps > 1 ? mainLoopBody(hlo) : null;
  if (body) return { kernels: kernelsOf(hlo, body), passes: 1 };
  return { kernels: kernelsOf(hlo, hlo.computations.get(hlo.entry)!), passes: steps };
}

function collectivesOf(kernels: readonly Kernel[], passes: number): CompiledCell["collectives"] {
  const byKind = new Map<string, { kind: string; count: number; bytes: number }>();
  for (const { collective } of kernels) {
    if (!collective) continue;
    const { kind, bytes } = collective;
    const sum = byKind.get(kind) ?? { kind, count: 0, bytes: 0 };
    byKind.set(kind, { kind, count: sum.count + 1 / passes, bytes: sum.bytes + bytes / passes });
  }
  return [...byKind.values()];
}
