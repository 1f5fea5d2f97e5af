import type { HloComputation, HloInstruction, HloModule, HloShape } from "./decode.js";

/** One kernel that a program launches, as the optimized program tells. */
export interface Kernel {
  name: string;
  opcode: string;
  /** Bytes read and written in device memory, without credit for caches. */
  bytes: number;
  /** For a collective: what it is, and the bytes that each device contributes. */
  collective: { kind: string; bytes: number } | null;
}

/** Operations that cost nothing at run time: names, views, and waits for what was started before. */
const FREE = new Set([
  "parameter",
  "constant",
  "tuple",
  "get-tuple-element",
  "bitcast",
  "after-all",
  "opt-barrier",
  "partition-id",
  "replica-id",
  "all-reduce-done",
  "all-gather-done",
  "copy-done",
  "async-start",
  "async-done",
  "while",
  "conditional",
  "call",
]);

/** Operations whose called computations are kernels of the program; an `async-start` wraps a collective or a copy. */
const CALLERS = new Set(["while", "conditional", "call", "async-start"]);

/** Bits of an element by `PrimitiveType` number (xla_data.proto). */
const BITS: Record<number, number> = {
  1: 8,
  2: 8,
  3: 16,
  4: 32,
  5: 64,
  6: 8,
  7: 16,
  8: 32,
  9: 64,
  10: 16,
  11: 32,
  12: 64,
  15: 64,
  16: 16,
  18: 128,
  19: 8,
  20: 8,
};

export function shapeBytes(shape: HloShape): number {
  if (shape.tuple.length > 0) return shape.tuple.reduce((sum, part) => sum + shapeBytes(part), 0);
  return (shape.dims.reduce((product, size) => product * size, 1) * (BITS[shape.elementType] ?? 0)) / 8;
}

/** The body of the loop that carries the most: an epoch's steps. Null where the program has no loop. */
export function mainLoopBody(module: HloModule): HloComputation | null {
  let best: { body: HloComputation; carried: number } | null = null;
  for (const computation of module.computations.values()) {
    for (const { opcode, shape, called } of computation.instructions) {
      if (opcode !== "while") continue;
      const carried = shape.tuple.length;
      const body = called
        .map((id) => module.computations.get(id)!)
        .find(({ instructions, root }) => instructions.find(({ id }) => id === root)!.shape.tuple.length === carried);
      if (body && carried > (best?.carried ?? 0)) best = { body, carried };
    }
  }
  return best?.body ?? null;
}

/** The kernels of one pass through a computation, calls and nested computations of control flow included once. */
export function kernelsOf(module: HloModule, computation: HloComputation): Kernel[] {
  const byId = new Map(computation.instructions.map((instruction) => [instruction.id, instruction]));
  const kernels: Kernel[] = [];
  for (const instruction of computation.instructions) {
    if (CALLERS.has(instruction.opcode)) {
      for (const id of instruction.called) kernels.push(...kernelsOf(module, module.computations.get(id)!));
    }
    if (FREE.has(instruction.opcode)) continue;
    kernels.push({
      name: instruction.name,
      opcode: instruction.opcode,
      bytes: instructionBytes(module, instruction, byId),
      collective: collectiveOf(instruction, byId),
    });
  }
  return kernels;
}

function collectiveOf(instruction: HloInstruction, byId: Map<number, HloInstruction>): Kernel["collective"] {
  const kind = /^(all-reduce|all-gather|reduce-scatter|all-to-all|collective-permute)/.exec(instruction.opcode)?.[1];
  if (!kind) return null;
  return { kind, bytes: instruction.operands.reduce((sum, id) => sum + shapeBytes(byId.get(id)!.shape), 0) };
}

function instructionBytes(module: HloModule, instruction: HloInstruction, byId: Map<number, HloInstruction>): number {
  const operands = instruction.operands.map((id) => byId.get(id)!);
  if (instruction.opcode === "fusion") {
    return fusionBytes(module.computations.get(instruction.called[0]!)!);
  }
  const local = new Map(operands.map((operand) => [operand.id, operand]));
  return readsOf(instruction, local).reduce((sum, { bytes }) => sum + bytes, 0) + writesOf(instruction, local);
}

/** A fused kernel reads of each parameter what its users look at, and writes its root. */
function fusionBytes(fused: HloComputation): number {
  const byId = new Map(fused.instructions.map((instruction) => [instruction.id, instruction]));
  const read = new Map<number, number>();
  for (const instruction of fused.instructions) {
    for (const { operand, bytes } of readsOf(instruction, byId)) {
      const source = throughViews(operand, byId);
      if (source.opcode !== "parameter") continue;
      // Several looks at the same rows are one read as long as they are not more than all there is.
      const looked = Math.max(read.get(source.id) ?? 0, bytes);
      read.set(source.id, Math.min(looked, shapeBytes(source.shape)));
    }
  }
  const root = byId.get(fused.root)!;
  const outputs = root.opcode === "tuple" ? root.operands.map((id) => byId.get(id)!) : [root];
  const written = outputs.reduce((sum, output) => sum + writesOf(throughViews(output, byId), byId), 0);
  return [...read.values()].reduce((sum, bytes) => sum + bytes, 0) + written;
}

function throughViews(instruction: HloInstruction, byId: Map<number, HloInstruction>): HloInstruction {
  let current = instruction;
  while (current.opcode === "bitcast" || current.opcode === "reshape" || current.opcode === "get-tuple-element") {
    const next = byId.get(current.operands[0]!);
    if (!next) return current;
    current = next;
  }
  return current;
}

/** What an operation looks at of each operand: gathers and slices only at what they take. */
function readsOf(
  instruction: HloInstruction,
  byId: Map<number, HloInstruction>,
): { operand: HloInstruction; bytes: number }[] {
  const { opcode, shape } = instruction;
  if (opcode === "bitcast" || opcode === "reshape" || opcode === "get-tuple-element" || opcode === "tuple") return [];
  const operands = instruction.operands.flatMap((id) => byId.get(id) ?? []);
  return operands.map((operand, index) => {
    const whole = shapeBytes(operand.shape);
    if (index === 0 && (opcode === "gather" || opcode === "dynamic-slice" || opcode === "slice")) {
      return { operand, bytes: Math.min(whole, shapeBytes(shape)) };
    }
    if (index === 0 && opcode === "dynamic-update-slice") return { operand, bytes: 0 };
    if (index === 0 && opcode === "scatter") {
      return { operand, bytes: scatteredBytes(instruction, operands) };
    }
    return { operand, bytes: whole };
  });
}

function writesOf(instruction: HloInstruction, byId: Map<number, HloInstruction>): number {
  if (instruction.opcode === "dynamic-update-slice") return shapeBytes(byId.get(instruction.operands[1]!)!.shape);
  if (instruction.opcode === "scatter") {
    return scatteredBytes(
      instruction,
      instruction.operands.map((id) => byId.get(id)!),
    );
  }
  if (instruction.opcode === "parameter") return 0;
  return shapeBytes(instruction.shape);
}

/** Sorted updates that a warp adds up before it writes (openxla/xla, backends/gpu/codegen/emitters/scatter.cc). */
const RUN = 8;

/** Bytes of the operand that a scatter reads and writes: all its updates', or a sum a run where indices are sorted. */
function scatteredBytes({ indicesAreSorted }: HloInstruction, operands: readonly HloInstruction[]): number {
  const updates = shapeBytes(operands.at(-1)!.shape);
  return indicesAreSorted ? Math.min(updates, shapeBytes(operands[0]!.shape) + updates / RUN) : updates;
}
