import type { ElementType } from "../element-type.js";

export interface ArgumentType {
  type: ElementType;
  dims: readonly number[];
}

const NAMES: Record<string, ElementType> = { i1: "pred", ui8: "u8", ui16: "u16", ui32: "u32", ui64: "u64" };

/**
 * Argument types of a StableHLO program's `main`, read from its text; null where the text is not of the usual form, also
 * where an argument is no tensor of known shape. Plugins differ in what they do with wrong arguments, a crash among it, so
 * they are checked before.
 */
export function argumentTypes(program: string): ArgumentType[] | null {
  const text = program.replace(/\/\/[^\n]*/g, "");
  const start = text.indexOf("@main(");
  if (start < 0) return null;
  const end = closingParenthesis(text, start + 5);
  if (end < 0) return null;
  const list = text.slice(start + 6, end);
  const tensors = [...list.matchAll(/%[\w$.-]+\s*:\s*tensor<((?:\d+x)*)(\w+)>/g)];
  if (tensors.length !== [...list.matchAll(/%[\w$.-]+\s*:/g)].length) return null;
  return tensors.map(([, dims, element]) => ({
    type: NAMES[element!] ?? (element as ElementType),
    dims: dims!.split("x").slice(0, -1).map(Number),
  }));
}

function closingParenthesis(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === "(") depth++;
    else if (text[i] === ")" && --depth === 0) return i;
  }
  return -1;
}
