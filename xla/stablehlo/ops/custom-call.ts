import type { Module, Value } from "../ir.js";
import type { TensorType } from "../type.js";

export interface CustomCall {
  target: string;
  operands: readonly Value[];
  results: readonly TensorType[];
  /** Entries of `backend_config` as MLIR attribute text, e.g. `["grid_x", "1 : i32"]`. */
  config?: readonly (readonly [string, string])[];
  /** Results that share an operand's memory: [result, operand]. */
  aliases?: readonly (readonly [number, number])[];
  sideEffect?: boolean;
}

/** Calls code that the plugin brings along or that the configuration carries, e.g. PTX text (`__gpu$xla.gpu.ptx`). */
export function customCall(module: Module, call: CustomCall): Value[] {
  const { target, operands, results, config = [], aliases = [], sideEffect = false } = call;
  const alias = ([result, operand]: readonly [number, number]) =>
    `#stablehlo.output_operand_alias<output_tuple_indices = [${results.length > 1 ? result : ""}], operand_index = ${operand}, operand_tuple_indices = []>`;
  return module.emit({
    name: "stablehlo.custom_call",
    operands,
    attributes: [
      ["call_target_name", JSON.stringify(target)],
      ["api_version", "4 : i32"],
      ["has_side_effect", String(sideEffect)],
      ["backend_config", `{${config.map(([key, text]) => `${key} = ${text}`).join(", ")}}`],
      ...(aliases.length > 0 ? ([["output_operand_aliases", `[${aliases.map(alias).join(", ")}]`]] as const) : []),
    ],
    results,
  });
}
