import { type Fields, integers, read } from "./wire.js";

/** A shape of an optimized program: one array, or a tuple of shapes. */
export interface HloShape {
  /** Number in `PrimitiveType` (xla_data.proto); 13 is a tuple. */
  elementType: number;
  dims: number[];
  tuple: HloShape[];
}

export interface HloInstruction {
  id: number;
  name: string;
  opcode: string;
  shape: HloShape;
  operands: number[];
  called: number[];
  fusionKind: string;
  customCallTarget: string;
  indicesAreSorted: boolean;
}

export interface HloComputation {
  id: number;
  name: string;
  root: number;
  instructions: HloInstruction[];
}

export interface HloModule {
  name: string;
  entry: number;
  computations: Map<number, HloComputation>;
}

/** Bytes that are no optimized program. */
export class HloError extends Error {
  override readonly name = "HloError";
}

/** Tuples of tuples are as deep as a program nests its control flow; hostile ones would exhaust the stack. */
const DEEPEST_SHAPE = 64;

/**
 * Reads what is needed of an `HloModuleProtoWithConfig` (xla/service/hlo.proto), the form in which plugins give optimized
 * programs. Unknown fields are skipped.
 *
 * @throws HloError for bytes that are none, or whose instructions or computations refer to what does not come before them.
 */
export function decodeHloModule(bytes: Uint8Array): HloModule {
  try {
    const module = decodeModule(bytes);
    check(module);
    return module;
  } catch (error) {
    if (error instanceof HloError) throw error;
    throw new HloError(`no optimized program: ${(error as Error).message}`);
  }
}

/** Everything referred to is there, and before its use: so whoever walks a program comes to an end. */
function check({ computations, entry }: HloModule): void {
  const refuse = (what: string) => new HloError(`no optimized program: ${what}`);
  if (!computations.has(entry)) throw refuse(`there is no entry computation ${entry}`);
  const before = new Set<number>();
  for (const { id, name, root, instructions } of computations.values()) {
    const known = new Set<number>();
    for (const instruction of instructions) {
      const operand = instruction.operands.find((one) => !known.has(one));
      if (operand !== undefined) throw refuse(`${instruction.name} uses ${operand}, which is not before it`);
      const called = instruction.called.find((one) => !before.has(one));
      if (called !== undefined) throw refuse(`${instruction.name} calls ${called}, which is not before it`);
      if (instruction.opcode === "fusion" && instruction.called.length === 0)
        throw refuse(`${instruction.name} fuses nothing`);
      known.add(instruction.id);
    }
    if (!known.has(root)) throw refuse(`${name} has no root ${root}`);
    before.add(id);
  }
}

function decodeModule(bytes: Uint8Array): HloModule {
  const module: HloModule = { name: "", entry: 0, computations: new Map() };
  const own: Fields = {
    1: (reader) => {
      module.name = reader.string();
    },
    3: (reader) => {
      const computation = decodeComputation(reader.bytes());
      module.computations.set(computation.id, computation);
    },
    6: (reader) => {
      module.entry = Number(reader.int64());
    },
  };
  read(bytes, { 1: (reader) => read(reader.bytes(), own) });
  return module;
}

function decodeComputation(bytes: Uint8Array): HloComputation {
  const computation: HloComputation = { id: 0, name: "", root: 0, instructions: [] };
  read(bytes, {
    1: (reader) => {
      computation.name = reader.string();
    },
    2: (reader) => {
      computation.instructions.push(decodeInstruction(reader.bytes()));
    },
    5: (reader) => {
      computation.id = Number(reader.int64());
    },
    6: (reader) => {
      computation.root = Number(reader.int64());
    },
  });
  return computation;
}

function decodeInstruction(bytes: Uint8Array): HloInstruction {
  const instruction: HloInstruction = {
    id: 0,
    name: "",
    opcode: "",
    shape: { elementType: 0, dims: [], tuple: [] },
    operands: [],
    called: [],
    fusionKind: "",
    customCallTarget: "",
    indicesAreSorted: false,
  };
  read(bytes, {
    1: (reader) => {
      instruction.name = reader.string();
    },
    2: (reader) => {
      instruction.opcode = reader.string();
    },
    3: (reader) => {
      instruction.shape = decodeShape(reader.bytes());
    },
    11: (reader) => {
      instruction.fusionKind = reader.string();
    },
    28: (reader) => {
      instruction.customCallTarget = reader.string();
    },
    35: (reader) => {
      instruction.id = Number(reader.int64());
    },
    36: (reader, wire) => {
      instruction.operands.push(...integers(reader, wire));
    },
    67: (reader) => {
      instruction.indicesAreSorted = reader.bool();
    },
    38: (reader, wire) => {
      instruction.called.push(...integers(reader, wire));
    },
  });
  return instruction;
}

function decodeShape(bytes: Uint8Array, depth = 0): HloShape {
  if (depth > DEEPEST_SHAPE) throw new HloError("no optimized program: a shape nests too deep");
  const shape: HloShape = { elementType: 0, dims: [], tuple: [] };
  read(bytes, {
    2: (reader) => {
      shape.elementType = reader.int32();
    },
    3: (reader, wire) => {
      shape.dims.push(...integers(reader, wire));
    },
    4: (reader) => {
      shape.tuple.push(decodeShape(reader.bytes(), depth + 1));
    },
  });
  return shape;
}
