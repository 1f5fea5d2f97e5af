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
  "async-start",
  "async-update",
  "async-done",
  "collective-permute-done",
  "add-dependency",
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
  return readsOf(instruction, operands) + writesOf(instruction, byId);
}

/**
 * A fused kernel computes what its root needs and no more: the need goes from the root back to the parameters, so that a
 * gather of a converted table reads the rows taken only. It writes its root.
 */
function fusionBytes(fused: HloComputation): number {
  const byId = new Map(fused.instructions.map((instruction) => [instruction.id, instruction]));
  const root = byId.get(fused.root)!;
  const needed = new Map([[root.id, elements(root.shape)]]);
  let read = 0;
  for (const instruction of fused.instructions.toReversed()) {
    const need = needed.get(instruction.id);
    if (need === undefined) continue;
    if (instruction.opcode === "parameter") {
      const all = elements(instruction.shape);
      read += all > 0 ? (shapeBytes(instruction.shape) * need) / all : 0;
    }
    const operands = instruction.operands.map((id) => byId.get(id)!);
    operands.forEach((operand, index) => {
      const more = elementsLookedAt(instruction, operands, index, need, byId);
      needed.set(operand.id, Math.min(elements(operand.shape), (needed.get(operand.id) ?? 0) + more));
    });
  }
  const outputs = root.opcode === "tuple" ? root.operands.map((id) => byId.get(id)!) : [root];
  const written = outputs.map((output) => {
    const source = throughViews(output, byId);
    const rewritten = source.opcode === "dynamic-update-slice" && !updatesInPlace(source, byId);
    return rewritten ? shapeBytes(source.shape) : writesOf(source, byId);
  });
  return read + written.reduce((sum, bytes) => sum + bytes, 0);
}

function elements({ dims, tuple }: HloShape): number {
  if (tuple.length > 0) return tuple.reduce((sum, part) => sum + elements(part), 0);
  return dims.reduce((product, size) => product * size, 1);
}

/** Elements of an operand that a fused operation looks at to compute `need` of its own. */
function elementsLookedAt(
  instruction: HloInstruction,
  operands: readonly HloInstruction[],
  index: number,
  need: number,
  byId: Map<number, HloInstruction>,
): number {
  const { opcode, shape } = instruction;
  const all = elements(operands[index]!.shape);
  const own = elements(shape);
  switch (opcode) {
    case "gather":
    case "dynamic-slice":
    case "slice":
      if (index === 0) return Math.min(all, need);
      break;
    case "dynamic-update-slice":
      if (index === 0 && updatesInPlace(instruction, byId)) return 0;
      if (index > 0) return all;
      break;
    case "scatter":
      if (index > 0) return all;
      return (all * scatteredBytes(instruction, operands)) / Math.max(shapeBytes(operands[0]!.shape), 1);
    case "broadcast":
      return Math.min(all, need);
    case "tuple":
    case "dot":
      return all;
  }
  return own > 0 ? (all * need) / own : 0;
}

/** Whether an update overwrites a parameter; of a computed tensor the rest must be written too. */
function updatesInPlace({ operands }: HloInstruction, byId: Map<number, HloInstruction>): boolean {
  return throughViews(byId.get(operands[0]!)!, byId).opcode === "parameter";
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

/** What an operation that is a kernel by itself reads: gathers and slices of their first operand only what they take. */
function readsOf(instruction: HloInstruction, operands: readonly HloInstruction[]): number {
  const { opcode, shape } = instruction;
  return operands.reduce((sum, operand, index) => {
    const whole = shapeBytes(operand.shape);
    if (index > 0) return sum + whole;
    if (opcode === "gather" || opcode === "dynamic-slice" || opcode === "slice") {
      return sum + Math.min(whole, shapeBytes(shape));
    }
    if (opcode === "dynamic-update-slice") return sum;
    return sum + (opcode === "scatter" ? scatteredBytes(instruction, operands) : whole);
  }, 0);
}

function writesOf(instruction: HloInstruction, byId: Map<number, HloInstruction>): number {
  const { opcode, operands, shape } = instruction;
  const of = (index: number) => byId.get(operands[index]!)!;
  switch (opcode) {
    case "parameter":
      return 0;
    case "dynamic-update-slice":
      return shapeBytes(of(1).shape);
    case "scatter":
      return scatteredBytes(
        instruction,
        operands.map((id) => byId.get(id)!),
      );
    case "custom-call":
      return shapeBytes(withoutWorkspace(instruction));
    case "all-gather-start":
    case "collective-permute-start":
    case "copy-start":
      // (operands, result, …): the operands are only passed on. Of a copy the result comes first.
      return shapeBytes(shape.tuple[opcode === "copy-start" ? 0 : 1] ?? shape);
  }
  return shapeBytes(shape);
}

/** Libraries get scratch memory as a last result, a vector of bytes: room to work in, no traffic that can be told. */
function withoutWorkspace({ customCallTarget, shape }: HloInstruction): HloShape {
  const last = shape.tuple.at(-1);
  const library = /^(__cub|__cudnn|__cusolver|xla\.gpu\.ext\.cub)/.test(customCallTarget);
  const bytes = last?.dims.length === 1 && (last.elementType === 2 || last.elementType === 6);
  return library && bytes ? { ...shape, tuple: shape.tuple.slice(0, -1) } : shape;
}

/** Sorted updates that a warp adds up before it writes (openxla/xla, backends/gpu/codegen/emitters/scatter.cc). */
const RUN = 8;

/** Bytes of the operand that a scatter reads and writes: all its updates', or a sum a run where indices are sorted. */
function scatteredBytes({ indicesAreSorted }: HloInstruction, operands: readonly HloInstruction[]): number {
  const updates = shapeBytes(operands.at(-1)!.shape);
  return indicesAreSorted ? Math.min(updates, shapeBytes(operands[0]!.shape) + updates / RUN) : updates;
}
