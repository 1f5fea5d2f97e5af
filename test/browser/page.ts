// Functions that run inside the page, as text: the project's own code has no DOM.

/** Contrast of each element with text of its own against the nearest opaque ground behind it, WCAG 2.2: below `least`. */
export const lowContrast = (least: number): string => `(() => {
  const channel = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = numbers(getComputedStyle(at).backgroundColor);
      if (color.length < 4 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "")) continue;
    if (element.getClientRects().length === 0) continue;
    const style = getComputedStyle(element);
    const color = element instanceof SVGElement ? style.fill : style.color;
    const [light, dark] = [luminance(numbers(color)), luminance(ground(element))].sort((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < ${least}) found.push(element.tagName + " " + element.className + " " + contrast.toFixed(2));
  }
  return [...new Set(found)];
})()`;

/** Elements that reach beyond the window's right edge, apart from those inside a box that scrolls by itself. */
export const overflowing = `[...document.querySelectorAll("body *")]
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroll, .skip, svg"))
  .map((e) => e.tagName + "." + e.className)`;

/** The elements of the document as the browser built it. */
export const builtElements = `[...document.querySelectorAll("*")].map((e) => e.localName + " " + [...e.attributes].map((a) => a.name).join(" ")).join("\\n")`;

/** Texts of charts below \`least\` CSS pixels, or beyond the edges of their chart. */
export const badChartTexts = (least: number): string => `[...document.querySelectorAll("figure > svg text")]
  .filter((text) => {
    const svg = text.ownerSVGElement, box = text.getBoundingClientRect(), frame = svg.getBoundingClientRect();
    const scale = frame.width / svg.viewBox.baseVal.width;
    return parseFloat(getComputedStyle(text).fontSize) * scale < ${least} || box.left < frame.left - 1 || box.right > frame.right + 1;
  })
  .map((text) => text.textContent)`;
