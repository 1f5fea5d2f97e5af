/**
 * As much of a document as Plot, and d3 in it, need to draw into: elements with attributes, text and children. Whole ones
 * (linkedom, jsdom) make every node an event target, which takes as long as all the rest of a chart.
 */
const XHTML = "http://www.w3.org/1999/xhtml";

/** What nobody reads: the page's policy allows no style. */
const NO_STYLE = { setProperty: () => undefined, removeProperty: () => undefined };

export class SvgNode {
  readonly ownerDocument: SvgDocument;
  readonly localName: string;
  readonly namespaceURI: string;
  readonly style = NO_STYLE;
  readonly attributes = new Map<string, string>();
  readonly childNodes: SvgNode[] = [];
  parentNode: SvgNode | null = null;
  /** Own text, before the children: Plot gives an element text or children, or text and then a title. */
  private text = "";

  constructor(ownerDocument: SvgDocument, namespaceURI: string, localName: string) {
    this.ownerDocument = ownerDocument;
    this.namespaceURI = namespaceURI;
    this.localName = localName;
  }

  get textContent(): string {
    return this.text;
  }

  set textContent(text: unknown) {
    this.text = text === null || text === undefined ? "" : String(text);
    this.childNodes.length = 0;
  }

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }

  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }

  setAttributeNS(_namespace: string, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  appendChild(child: SvgNode): SvgNode {
    return this.insertBefore(child, null);
  }

  insertBefore(child: SvgNode, next: SvgNode | null): SvgNode {
    if (child.parentNode !== null) child.parentNode.removeChild(child);
    const at = next === null ? this.childNodes.length : this.childNodes.indexOf(next);
    if (at < 0) throw new Error(`<${next!.localName}> is not in <${this.localName}>`);
    this.childNodes.splice(at, 0, child);
    child.parentNode = this;
    return child;
  }

  removeChild(child: SvgNode): SvgNode {
    this.childNodes.splice(this.childNodes.indexOf(child), 1);
    child.parentNode = null;
    return child;
  }
}

export class SvgDocument {
  readonly documentElement = new SvgNode(this, XHTML, "html");

  createElement(name: string): SvgNode {
    return this.createElementNS(XHTML, name);
  }

  createElementNS(namespace: string, name: string): SvgNode {
    return new SvgNode(this, namespace, name);
  }
}
