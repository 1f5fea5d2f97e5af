/** As much of the browser's document as the page's script uses; the project is otherwise compiled without a DOM. */
export interface PageElement {
  textContent: string | null;
  hidden: boolean;
  value: string;
  dataset: Record<string, string | undefined>;
  children: ArrayLike<PageElement>;
  parentElement: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  addEventListener(type: string, listener: () => void): void;
  append(...nodes: (PageElement | string)[]): void;
  replaceChildren(...nodes: (PageElement | string)[]): void;
  after(...nodes: (PageElement | string)[]): void;
}

export interface PageDocument extends Pick<PageElement, "querySelector" | "querySelectorAll"> {
  documentElement: PageElement;
  createElement(name: string): PageElement;
}

/** A new element with attributes and content; text stays text. */
export function make(
  document: PageDocument,
  name: string,
  attributes: Record<string, string> = {},
  ...content: (PageElement | string)[]
): PageElement {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...content);
  return element;
}
