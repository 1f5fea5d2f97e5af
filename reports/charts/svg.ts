import * as Plot from "@observablehq/plot";
import { escapeMarkup } from "../escape-markup.js";
import { remembered } from "./remembered.js";
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

/** In characters: a page has two or three frames, of some thousands each, that several of its charts share. */
const frameOf = remembered(2 ** 18);

/** In characters: room for the curves of some ten usual runs, and at most eight megabytes. */
const imageIn = remembered(2 ** 22);

/** Marks of a chart, made only when they are drawn. */
export interface Layer {
  /** Tells them from all others in charts of the same options; null: hardly ever the same again. */
  key: string | null;
  marks: () => Plot.Markish[];
}

/**
 * The same of marks in a frame that other charts have, too: axes and grid take most of the time of a chart of a few lines,
 * and are drawn once.
 *
 * @param options with the domains of both axes.
 * @param frame marks that show no data; its key also tells the options apart, as far as they change what it shows or what
 *   `shown` does under a key of its own.
 * @param shown the rest; where it has a key, the same on the same frame is drawn once: a launch that is repeated with its
 *   seed repeats its curve.
 */
export function drawInFrame(
  description: string,
  options: Plot.PlotOptions,
  frame: Layer & { key: string },
  shown: Layer,
): string {
  const draw = () => {
    const behind = frameOf(frame.key, () => contentOf(drawn({ ...options, marks: frame.marks() })));
    const bare = { x: { ...options.x, axis: null }, y: { ...options.y, axis: null } };
    return write(drawn({ ...options, ...bare, marks: shown.marks() }), "", behind);
  };
  const image = shown.key === null ? draw() : imageIn(JSON.stringify([frame.key, shown.key]), draw);
  const start = "<svg";
  return `${start}${imageOf(description)}${image.slice(start.length)}`;
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
