import { StablehloError, sameType, type TensorType } from "./type.js";

/** Result of an operation, or a parameter of a block. Made by `Module` only. */
export interface Value {
  readonly type: TensorType;
  readonly module: Module;
  readonly block: Block;
  readonly id: number;
}

/** Attribute name and its MLIR text. */
export type Attribute = readonly [name: string, text: string];

export interface Operation {
  readonly name: string;
  readonly operands: readonly Value[];
  readonly attributes: readonly Attribute[];
  readonly regions: readonly Block[];
  readonly results: readonly Value[];
}

export interface Block {
  readonly parameters: Value[];
  readonly operations: Operation[];
}

export interface Parameter {
  type: TensorType;
  /** Index of the result that takes over this argument's memory: the argument is donated. */
  donatedTo?: number;
}

export interface Emitted {
  name: string;
  operands?: readonly Value[];
  attributes?: readonly Attribute[];
  regions?: readonly Block[];
  results: readonly TensorType[];
}

/**
 * One StableHLO program under construction. Operations are appended to the innermost open region, so that functions of
 * `ops/` need no builder argument; their shapes are checked when they are made, not when the text is compiled.
 */
export class Module {
  readonly name: string;
  readonly replicas: number;
  parameters: readonly Parameter[] = [];
  private readonly open: Block[] = [];
  private body: Block | null = null;
  private nextId = 0;

  constructor(name: string, replicas = 1) {
    if (!/^[A-Za-z_][\w.]*$/.test(name)) throw new StablehloError("module", `"${name}" is no name of a program`);
    if (!Number.isInteger(replicas) || replicas < 1) {
      throw new StablehloError("module", `${replicas} is no number of replicas`);
    }
    this.name = name;
    this.replicas = replicas;
  }

  /** Builds `main`. Donated arguments must have the type of the result that they are donated to. */
  main(parameters: readonly Parameter[], build: (args: Value[]) => readonly Value[]): this {
    if (this.body) throw new StablehloError("module", "main is already built");
    this.parameters = parameters;
    let results: readonly Value[] = [];
    this.body = this.region(
      parameters.map(({ type }) => type),
      (args) => {
        results = build(args);
        return results;
      },
      "func.return",
    );
    checkDonations(parameters, results);
    return this;
  }

  get block(): Block {
    if (!this.body) throw new StablehloError("module", "main is not built");
    return this.body;
  }

  get resultTypes(): TensorType[] {
    return this.block.operations.at(-1)!.operands.map(({ type }) => type);
  }

  /** Builds a region's block with parameters of these types; it ends by returning what `build` returns. */
  region(
    types: readonly TensorType[],
    build: (parameters: Value[]) => readonly Value[],
    terminator = "stablehlo.return",
  ): Block {
    const block: Block = { parameters: [], operations: [] };
    for (const type of types) block.parameters.push(this.value(type, block));
    this.open.push(block);
    try {
      this.emit({ name: terminator, operands: build([...block.parameters]), results: [] });
    } finally {
      this.open.pop();
    }
    return block;
  }

  emit({ name, operands = [], attributes = [], regions = [], results }: Emitted): Value[] {
    const block = this.open.at(-1);
    const op = name.replace(/^stablehlo\./, "");
    if (!block) throw new StablehloError(op, "no region is open: operations belong into main");
    for (const [index, operand] of operands.entries()) {
      const refuse = (problem: string) => new StablehloError(op, `operand ${index} ${problem}`, [operand.type]);
      if (operand.module !== this) throw refuse("belongs to another program");
      if (!this.open.includes(operand.block)) throw refuse("is of a region that is already closed");
    }
    const values = results.map((type) => this.value(type, block));
    block.operations.push({ name, operands, attributes, regions, results: values });
    return values;
  }

  private value(type: TensorType, block: Block): Value {
    if (type.dims.some((size) => !Number.isInteger(size) || size < 0)) {
      throw new StablehloError("type", "dimensions are non-negative integers", [type]);
    }
    return { type, module: this, block, id: this.nextId++ };
  }
}

function checkDonations(parameters: readonly Parameter[], results: readonly Value[]): void {
  const taken = new Map<number, number>();
  for (const [index, { type, donatedTo }] of parameters.entries()) {
    if (donatedTo === undefined) continue;
    const target = results[donatedTo]?.type;
    if (!target || !sameType(target, type)) {
      throw new StablehloError(
        "module",
        `argument ${index} is donated to result ${donatedTo} of another type`,
        target ? [type, target] : [type],
      );
    }
    const earlier = taken.get(donatedTo);
    if (earlier !== undefined) {
      throw new StablehloError("module", `arguments ${earlier} and ${index} are both donated to result ${donatedTo}`);
    }
    taken.set(donatedTo, index);
  }
}

/** Emits an operation with one result into the operands' program. */
export function emitOne(first: Value, emitted: Omit<Emitted, "results"> & { result: TensorType }): Value {
  const { result, ...rest } = emitted;
  return first.module.emit({ ...rest, results: [result] })[0]!;
}
