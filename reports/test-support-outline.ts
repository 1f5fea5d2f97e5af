import { parseHTML } from "linkedom";

interface Parsed {
  readonly localName: string;
  readonly children: Iterable<Parsed>;
  readonly attributes: Iterable<{ name: string; value: string }>;
}

/** The elements of a page, one a line, indented, with their attributes' names and those values that are structure. */
export function outline(html: string): string {
  const lines: string[] = [];
  const walk = (element: Parsed, depth: number) => {
    const attributes = [...element.attributes]
      .map(({ name, value }) => (STRUCTURE.has(name) ? `${name}=${value}` : name))
      .sort()
      .join(" ");
    lines.push(`${"  ".repeat(depth)}${element.localName}${attributes === "" ? "" : ` ${attributes}`}`);
    for (const child of element.children) walk(child, depth + 1);
  };
  walk(parseHTML(html).document.documentElement as unknown as Parsed, 0);
  return `${lines.join("\n")}\n`;
}

const STRUCTURE = new Set(["class", "role", "scope", "colspan", "tabindex", "lang", "charset"]);

/** All elements of a page, flat. */
export function elements(html: string): Element[] {
  return [...parseHTML(html).document.querySelectorAll("*")] as unknown as Element[];
}

export interface Element {
  readonly localName: string;
  readonly textContent: string;
  readonly attributes: Iterable<{ name: string; value: string }>;
  getAttribute(name: string): string | null;
}
