import { parseHTML } from "linkedom";
import type { Discrepancy } from "./recompute.js";

interface Node {
  readonly nodeType: number;
  readonly localName: string;
  readonly textContent: string;
  readonly childNodes: Iterable<Node>;
  readonly attributes: Iterable<{ name: string; value: string }>;
}

const ELEMENT = 1;
/** Longer texts are cut in what is listed. */
const SHOWN = 160;

/** Where two pages differ in text, attributes or structure, in the order of the page. */
export function pageDiscrepancies(said: string, computed: string): Discrepancy[] {
  const found: Discrepancy[] = [];
  walk(rootOf(said), rootOf(computed), "page", found);
  return found;
}

function rootOf(html: string): Node {
  return parseHTML(html).document.documentElement as unknown as Node;
}

function walk(said: Node, computed: Node, place: string, found: Discrepancy[]): void {
  if (said.nodeType !== computed.nodeType || said.localName !== computed.localName) {
    found.push({ where: place, said: shown(describe(said)), computed: shown(describe(computed)) });
    return;
  }
  if (said.nodeType !== ELEMENT) {
    if (said.textContent !== computed.textContent) {
      found.push({ where: place, said: shown(said.textContent), computed: shown(computed.textContent) });
    }
    return;
  }
  const here = placeOf(computed, place);
  const [own, theirs] = [attributesOf(said), attributesOf(computed)];
  for (const name of new Set([...own.keys(), ...theirs.keys()])) {
    if (own.get(name) === theirs.get(name)) continue;
    found.push({ where: `${here}, ${name}`, said: shown(own.get(name)), computed: shown(theirs.get(name)) });
  }
  const [left, right] = [[...said.childNodes], [...computed.childNodes]];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [a, b] = [left[i], right[i]];
    if (a === undefined || b === undefined) {
      found.push({ where: here, said: shown(a && describe(a)), computed: shown(b && describe(b)) });
    } else walk(a, b, here, found);
  }
}

/** The nearest names that a reader finds in the page: an anchor, a column, what an image shows. */
function placeOf(element: Node, outer: string): string {
  const attributes = attributesOf(element);
  const id = attributes.get("id") ?? attributes.get("aria-labelledby");
  if (id !== undefined) return `#${id}`;
  if (element.localName === "svg" && attributes.has("aria-label")) {
    return `chart "${attributes.get("aria-label")!.split(/[.:]/, 1)[0]}"`;
  }
  const name =
    attributes.get("data-label") ?? (attributes.get("role") === "region" ? attributes.get("aria-label") : undefined);
  return name === undefined ? outer : `${outer.split(", ", 1)[0]}, ${name}`;
}

function attributesOf(element: Node): Map<string, string> {
  return new Map([...element.attributes].map(({ name, value }) => [name, value]));
}

function describe(node: Node): string {
  return node.nodeType === ELEMENT ? `<${node.localName}> ${node.textContent}` : node.textContent;
}

function shown(text: string | undefined): string {
  if (text === undefined) return "(nothing)";
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= SHOWN ? line || "(blank)" : `${line.slice(0, SHOWN)}…`;
}
