import { type Document, LineCounter, parseDocument } from "yaml";
import type { UserError } from "../errors/user-error.js";

export interface YamlFile {
  value: unknown;
  /** `file:line:column` of what lies at a path, or of the nearest thing around it. */
  at(path: readonly PropertyKey[]): string;
}

/** Parses a YAML or JSON file that a person wrote. Throws what `wrong` makes of the reason and `file:line:column`. */
export function readYaml(text: string, file: string, wrong: (what: string, where: string) => UserError): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: "core", version: "1.2", merge: false });
  const place = (offset: number | undefined): string => {
    if (offset === undefined) return file;
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const first = document.errors[0] ?? document.warnings[0];
  if (first) throw wrong(first.message.split(" at line ")[0]!, place(first.pos[0]));
  try {
    return { value: document.toJS({ maxAliasCount: 20 }), at: (path) => place(offsetOf(document, path)) };
  } catch (error) {
    throw wrong((error as Error).message, file);
  }
}

/** Where the node at a path begins, or the nearest one around it that exists. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return undefined;
}
