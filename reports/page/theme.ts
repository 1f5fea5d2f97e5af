import { make, type PageDocument, type PageElement } from "./dom.js";

const THEMES = ["auto", "light", "dark"] as const;
const KEY = "ncf-bench-theme";

/** What of `localStorage` is used; a browser may deny it to a file. */
export interface Store {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** Light, dark, or what the system says; remembered where the browser lets it. */
export function themeControl(document: PageDocument, store: () => Store): PageElement {
  const select = make(document, "select", { id: "theme" });
  for (const theme of THEMES) select.append(make(document, "option", { value: theme }, theme));
  const apply = (theme: string) => {
    if (theme === "auto") document.documentElement.removeAttribute("data-theme");
    else document.documentElement.setAttribute("data-theme", theme);
  };
  try {
    const remembered = store().getItem(KEY);
    if (THEMES.some((theme) => theme === remembered)) select.value = remembered!;
  } catch {
    // Not remembered.
  }
  apply(select.value || "auto");
  select.addEventListener("change", () => {
    apply(select.value);
    try {
      store().setItem(KEY, select.value);
    } catch {
      // Not remembered.
    }
  });
  return make(document, "label", {}, "Theme ", select);
}
