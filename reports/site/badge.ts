import { escapeMarkup } from "../escape-markup.js";

const COLORS: Record<string, string> = { good: "#2f7d57", bad: "#b3410b", open: "#7a5ba8" };
/** Of the font that badges are drawn in, at 11 pixels; `textLength` makes it hold wherever that font is not. */
const CHARACTER = 6.6;

/** A badge of two fields as they stand in README files: `ncf-bench nightly | 1 slower`. */
export function badge(left: string, right: string, tone: string): string {
  const [a, b] = [width(left), width(right)];
  const text = (at: number, length: number, said: string) =>
    `<text x="${at.toFixed(1)}" y="14" textLength="${length.toFixed(1)}" lengthAdjust="spacingAndGlyphs">${escapeMarkup(said)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${a + b}" height="20" role="img" aria-label="${escapeMarkup(`${left}: ${right}`)}">`,
    `<title>${escapeMarkup(`${left}: ${right}`)}</title>`,
    `<rect width="${a + b}" height="20" rx="3" fill="#3b434c"/>`,
    `<path d="M${a} 0h${b - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-${b - 3}z" fill="${COLORS[tone] ?? COLORS.open}"/>`,
    `<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">`,
    text(6, a - 12, left),
    text(a + 6, b - 12, right),
    "</g></svg>\n",
  ].join("");
}

function width(text: string): number {
  return Math.round(text.length * CHARACTER) + 12;
}
