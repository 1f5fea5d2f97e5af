import type { Block, Module, Operation, Value } from "./ir.js";
import { typeText } from "./type.js";

/** The program as MLIR text in generic form, which every StableHLO version parses. */
export function printModule(module: Module): string {
  const { parameters, operations } = module.block;
  const args = parameters.map((value, index) => {
    const donatedTo = module.parameters[index]!.donatedTo;
    const alias = donatedTo === undefined ? "" : ` {tf.aliasing_output = ${donatedTo} : i32}`;
    return `${name(value)}: ${typeText(value.type)}${alias}`;
  });
  const results = module.resultTypes.map(typeText);
  return [
    `module @${module.name} attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = ${module.replicas} : i32} {`,
    `  func.func public @main(${args.join(", ")}) -> (${results.join(", ")}) {`,
    ...operations.flatMap((operation) => printOperation(operation, "    ")),
    "  }",
    "}",
    "",
  ].join("\n");
}

function printOperation(operation: Operation, indent: string): string[] {
  const { operands, attributes, regions, results } = operation;
  const left = results.length > 0 ? `${results.map(name).join(", ")} = ` : "";
  const attribute =
    attributes.length > 0 ? ` {${attributes.map(([key, text]) => (text ? `${key} = ${text}` : key)).join(", ")}}` : "";
  const types = (values: readonly Value[]) => values.map(({ type }) => typeText(type)).join(", ");
  const signature = ` : (${types(operands)}) -> ${results.length === 1 ? types(results) : `(${types(results)})`}`;
  const head = `${indent}${left}"${operation.name}"(${operands.map(name).join(", ")})`;
  if (regions.length === 0) return [`${head}${attribute}${signature}`];
  const lines = [`${head} (`];
  regions.forEach((region, index) => {
    lines.push(...printRegion(region, indent));
    if (index < regions.length - 1) lines[lines.length - 1] += ",";
  });
  lines[lines.length - 1] += `)${attribute}${signature}`;
  return lines;
}

function printRegion({ parameters, operations }: Block, indent: string): string[] {
  const head = parameters.map((value) => `${name(value)}: ${typeText(value.type)}`).join(", ");
  return [
    `${indent}{`,
    ...(parameters.length > 0 ? [`${indent}^bb0(${head}):`] : []),
    ...operations.flatMap((operation) => printOperation(operation, `${indent}  `)),
    `${indent}}`,
  ];
}

function name({ id }: Value): string {
  return `%${id}`;
}
