import { dictionary, type TypedAttribute, text } from "../attribute.js";
import type { Module, Value } from "../ir.js";
import { StablehloError, sameType, type TensorType } from "../type.js";

export interface CustomCall {
  target: string;
  operands: readonly Value[];
  results: readonly TensorType[];
  /** Entries of `backend_config`, e.g. `["grid_x", { i32: 1 }]`. */
  config?: Iterable<readonly [string, TypedAttribute]>;
  /** Results that take over an operand's memory. */
  aliases?: readonly (readonly [result: number, operand: number])[];
  /** Whether it is called although no one uses its results. */
  sideEffect?: boolean;
}

/**
 * Calls code that the plugin brings along or that the configuration carries, e.g. PTX text (`__gpu$xla.gpu.ptx`).
 *
 * @throws StablehloError for an alias of unlike types, or an attribute that its type cannot hold.
 */
export function customCall(module: Module, call: CustomCall): Value[] {
  const { target, operands, results, config = [], aliases = [], sideEffect = false } = call;
  if (target === "") throw new StablehloError("custom_call", "has no target");
  for (const alias of aliases) checkAlias(call, alias);
  const alias = ([result, operand]: readonly [number, number]) =>
    `#stablehlo.output_operand_alias<output_tuple_indices = [${results.length > 1 ? result : ""}], operand_index = ${operand}, operand_tuple_indices = []>`;
  return module.emit({
    name: "stablehlo.custom_call",
    operands,
    attributes: [
      ["call_target_name", text(target)],
      ["api_version", "4 : i32"],
      ["has_side_effect", String(sideEffect)],
      ["backend_config", dictionary("custom_call", new Map(config))],
      ...(aliases.length > 0 ? ([["output_operand_aliases", `[${aliases.map(alias).join(", ")}]`]] as const) : []),
    ],
    results,
  });
}

function checkAlias({ target, operands, results, aliases }: CustomCall, [result, operand]: readonly [number, number]) {
  const [to, from] = [results[result], operands[operand]?.type];
  const what = `${target}: result ${result} cannot lie in operand ${operand}`;
  if (!to || !from || !sameType(to, from)) {
    throw new StablehloError(
      "custom_call",
      what,
      [to, from].filter((type) => type !== undefined),
    );
  }
  const uses = aliases!.filter(([r, o]) => r === result || o === operand);
  if (uses.length > 1) throw new StablehloError("custom_call", `${what} and elsewhere too`, [to, from]);
}
