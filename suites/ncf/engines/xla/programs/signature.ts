import type { Module, Parameter, Value } from "../../../../../xla/stablehlo/ir.js";
import { StablehloError, type TensorType } from "../../../../../xla/stablehlo/type.js";

export interface NamedType {
  name: string;
  type: TensorType;
}

/** A program whose arguments and results have names, so that no caller counts positions. */
export interface Program {
  module: Module;
  arguments: readonly NamedType[];
  results: readonly NamedType[];
}

/**
 * Builds `main` over named arguments. A result with the name of an argument takes over its memory.
 *
 * @param donated names of results that replace the argument of the same name.
 */
export function buildProgram(
  module: Module,
  args: readonly NamedType[],
  donated: readonly string[],
  build: (named: ReadonlyMap<string, Value>) => ReadonlyMap<string, Value>,
): Program {
  const results: NamedType[] = [];
  const rest: string[] = [];
  const order = new Map(donated.map((name, index) => [name, index]));
  const parameters: Parameter[] = args.map(({ name, type }) => {
    const donatedTo = order.get(name);
    return donatedTo === undefined ? { type } : { type, donatedTo };
  });
  module.main(parameters, (values) => {
    const out = build(new Map(values.map((value, index) => [args[index]!.name, value])));
    for (const name of out.keys()) if (!order.has(name)) rest.push(name);
    return [...donated, ...rest].map((name) => {
      const value = out.get(name);
      if (!value) throw new StablehloError("program", `there is no result ${name}`);
      results.push({ name, type: value.type });
      return value;
    });
  });
  return { module, arguments: args, results };
}
