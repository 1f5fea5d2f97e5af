import { type Clipboard, copyButtons } from "./copy.js";
import { make, type PageDocument } from "./dom.js";
import { tableControls } from "./table.js";
import { type Store, themeControl } from "./theme.js";
import { verifyControl } from "./verify.js";

// The page's only script: it adds what needs one, so that nothing dead stands in a page that may run none.

declare const document: PageDocument;
declare const localStorage: Store;
declare const navigator: { clipboard?: Clipboard };

const [verify, result] = verifyControl(document);
const tools = make(
  document,
  "div",
  { class: "controls" },
  themeControl(document, () => localStorage),
  verify!,
);
document.querySelector("header")?.append(tools, result!);
const table = tableControls(document);
if (table !== null) document.querySelector('section[aria-labelledby="cells"] > h2')?.after(table);
if (navigator.clipboard !== undefined) copyButtons(document, navigator.clipboard);
