import * as Plot from "@observablehq/plot";
import { escapeMarkup } from "../escape-markup.js";
import { SvgDocument, type SvgNode } from "./svg-document.js";

/** Width of every chart in its own units: narrow enough for a phone, and two fit side by side on a desk. */
export const WIDTH = 440;
export const FONT_SIZE = 12;

/** Elements and attributes that a chart may hold. No `style`, no `id`, no link: the page's policy allows none. */
const ELEMENTS = new Set(["svg", "g", "path", "rect", "line", "circle", "text", "tspan", "title"]);
const ATTRIBUTES = new Set([
  ..."viewBox width height x y x1 x2 y1 y2 dx dy cx cy r d transform fill stroke opacity".split(" "),
  ..."fill-opacity stroke-opacity stroke-width stroke-dasharray stroke-linecap stroke-linejoin".split(" "),
  ..."stroke-miterlimit text-anchor font-size font-weight font-variant paint-order".split(" "),
]);

/** Plot only makes elements in it: nothing is ever put into it. */
const document = new SvgDocument();

/**
 * Draws a chart and writes it as SVG markup: one image to a screen reader, said in one sentence; colours are the page's
 * own variables, so that it follows light and dark. The same options give the same bytes.
 */
export function drawChart(description: string, options: Plot.PlotOptions): string {
  const drawn = Plot.plot({
    width: WIDTH,
    marginLeft: 4,
    marginRight: 12,
    marginTop: 8,
    ...options,
    document: document as never,
  }) as unknown as SvgNode;
  const svg = drawn.localName === "svg" ? drawn : find(drawn, "svg");
  svg.setAttribute("font-size", String(FONT_SIZE));
  return write(svg, ` xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escapeMarkup(description)}"`);
}

function find(element: SvgNode, name: string): SvgNode {
  for (const child of element.childNodes) if (child.localName === name) return child;
  throw new Error(`the chart has no <${name}>`);
}

/** Only what a chart may hold: what is beside it is left out, with all that is in it. */
function write({ localName, attributes, textContent, childNodes }: SvgNode, extra = ""): string {
  if (!ELEMENTS.has(localName)) return "";
  let said = extra;
  for (const [name, value] of attributes) {
    if (ATTRIBUTES.has(name)) said += ` ${name}="${escapeMarkup(shorten(value))}"`;
  }
  let content = escapeMarkup(textContent);
  for (const child of childNodes) content += write(child);
  return `<${localName}${said}>${content}</${localName}>`;
}

/** Coordinates to a hundredth: finer is not seen, and weighs. */
function shorten(value: string): string {
  return value.replace(/\d+\.\d{3,}/g, (figure) => String(Math.round(Number(figure) * 100) / 100));
}
