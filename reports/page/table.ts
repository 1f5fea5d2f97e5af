import { make, type PageDocument, type PageElement } from "./dom.js";

/** Filter by words and verdict, and sort by any column, of the table of cells. */
export function tableControls(document: PageDocument): PageElement | null {
  const table = document.querySelector("table.cells");
  const rows = [...document.querySelectorAll("table.cells > tbody.cell")];
  if (table === null || rows.length < 2) return null;
  makeSortable(document, table, rows);
  return filterControls(document, rows);
}

function filterControls(document: PageDocument, rows: readonly PageElement[]): PageElement {
  const words = make(document, "input", { type: "search", id: "filter", placeholder: "e.g. fp16 gpus=8" });
  const state = make(document, "select", { id: "filter-state" }, make(document, "option", { value: "" }, "all"));
  for (const name of new Set(rows.map(stateOf))) state.append(make(document, "option", { value: name }, name));
  const status = make(document, "span", { role: "status" });
  const apply = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = axesOf(row);
      row.hidden = !(
        wanted.every((word) => text.includes(word)) &&
        (state.value === "" || stateOf(row) === state.value)
      );
      if (!row.hidden) shown++;
    }
    status.textContent = shown === rows.length ? `${rows.length} cells` : `${shown} of ${rows.length} cells`;
  };
  words.addEventListener("input", apply);
  state.addEventListener("change", apply);
  apply();
  return make(
    document,
    "div",
    { class: "controls", role: "search", "aria-label": "Filter the cells" },
    make(document, "label", {}, "Filter ", words),
    make(document, "label", {}, "Show ", state),
    status,
  );
}

function figuresOf(row: PageElement): PageElement[] {
  return [...row.querySelectorAll(".figure")];
}

/** `mode=train gpus=8 …` and the plain values, so that both can be typed. */
function axesOf(row: PageElement): string {
  return figuresOf(row)
    .filter((figure) => figure.getAttribute("scope") === "row")
    .map((figure) => `${figure.dataset.label}=${figure.textContent} ${figure.textContent?.replaceAll(",", "")}`)
    .join(" ")
    .toLowerCase();
}

function stateOf(row: PageElement): string {
  return row.querySelector(".verdict, .state")?.textContent?.replace(/^\W+/, "").trim() ?? "";
}

function makeSortable(document: PageDocument, table: PageElement, rows: readonly PageElement[]): void {
  const headers = [...table.querySelectorAll("thead th")].slice(0, figuresOf(rows[0]!).length);
  headers.forEach((header, column) => {
    const button = make(document, "button", { type: "button", class: "sort" });
    button.append(...([...header.querySelectorAll("abbr")][0] ? [] : [header.textContent ?? ""]));
    const abbreviation = header.querySelector("abbr");
    if (abbreviation !== null) button.append(abbreviation);
    header.replaceChildren(button);
    button.addEventListener("click", () => {
      const ascending = header.getAttribute("aria-sort") !== "ascending";
      for (const other of headers) other.removeAttribute("aria-sort");
      header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
      const sign = ascending ? 1 : -1;
      const sorted = rows.toSorted((a, b) => sign * compare(figuresOf(a)[column]!, figuresOf(b)[column]!));
      // In the old order what is equal, and at the end what has no figure.
      const [known, unknown] = [true, false].map((has) =>
        sorted.filter((row) => (figuresOf(row)[column]!.textContent !== "–") === has),
      ) as [PageElement[], PageElement[]];
      table.append(...known, ...unknown);
    });
  });
}

function compare(a: PageElement, b: PageElement): number {
  const [x, y] = [keyOf(a), keyOf(b)];
  return typeof x === "number" && typeof y === "number"
    ? x - y
    : String(x) < String(y)
      ? -1
      : String(x) > String(y)
        ? 1
        : 0;
}

function keyOf(figure: PageElement): number | string {
  const text = figure.dataset.value ?? (figure.textContent ?? "").replaceAll(",", "");
  const number = Number.parseFloat(text);
  return Number.isNaN(number) ? text : number;
}
