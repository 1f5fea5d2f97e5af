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
  return write(drawn(options), imageOf(description));
}

/** Frames that are remembered at most: a page has two or three that several of its charts share. */
const MOST_FRAMES = 32;
const frames = new Map<string, string>();

/**
 * The same of marks in a frame that other charts have, too: axes and grid take most of the time of a chart of a few lines,
 * and are drawn once.
 *
 * @param options with the domains of both axes.
 * @param frame tells it from all others by its key, and makes those of its marks that show no data.
 */
export function drawInFrame(
  description: string,
  options: Plot.PlotOptions,
  frame: { key: string; marks: () => Plot.Markish[] },
  marks: Plot.Markish[],
): string {
  let behind = frames.get(frame.key);
  if (behind === undefined) {
    behind = contentOf(drawn({ ...options, marks: frame.marks() }));
    if (frames.size >= MOST_FRAMES) frames.clear();
    frames.set(frame.key, behind);
  }
  const bare = { x: { ...options.x, axis: null }, y: { ...options.y, axis: null } };
  return write(drawn({ ...options, ...bare, marks }), imageOf(description), behind);
}

function drawn(options: Plot.PlotOptions): SvgNode {
  const plot = Plot.plot({
    width: WIDTH,
    marginLeft: 4,
    marginRight: 12,
    marginTop: 8,
    ...options,
    document: document as never,
  }) as unknown as SvgNode;
  const svg = plot.localName === "svg" ? plot : find(plot, "svg");
  svg.setAttribute("font-size", String(FONT_SIZE));
  return svg;
}

function imageOf(description: string): string {
  return ` xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escapeMarkup(description)}"`;
}

function find(element: SvgNode, name: string): SvgNode {
  for (const child of element.childNodes) if (child.localName === name) return child;
  throw new Error(`the chart has no <${name}>`);
}

/** Only what a chart may hold: what is beside it is left out, with all that is in it. */
function write(element: SvgNode, extra = "", behind = ""): string {
  const { localName, attributes } = element;
  if (!ELEMENTS.has(localName)) return "";
  let said = extra;
  for (const [name, value] of attributes) {
    if (ATTRIBUTES.has(name)) said += ` ${name}="${escapeMarkup(shorten(value))}"`;
  }
  return `<${localName}${said}>${behind}${contentOf(element)}</${localName}>`;
}

function contentOf({ textContent, childNodes }: SvgNode): string {
  let content = escapeMarkup(textContent);
  for (const child of childNodes) content += write(child);
  return content;
}

/** Coordinates to a hundredth: finer is not seen, and weighs. */
function shorten(value: string): string {
  return value.replace(/\d+\.\d{3,}/g, (figure) => String(Math.round(Number(figure) * 100) / 100));
}
