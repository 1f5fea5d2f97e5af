import { make, type PageDocument } from "./dom.js";

export interface Clipboard {
  writeText(text: string): Promise<void>;
}

/** A button after each command that puts it on the clipboard. */
export function copyButtons(document: PageDocument, clipboard: Clipboard): void {
  for (const command of document.querySelectorAll("pre.command")) {
    const name = command.getAttribute("aria-label") ?? "command";
    const button = make(document, "button", { type: "button", class: "copy", "aria-label": `Copy: ${name}` }, "Copy");
    button.addEventListener("click", () => {
      void clipboard.writeText(command.textContent ?? "").then(
        () => button.replaceChildren("Copied"),
        () => button.replaceChildren("Select it and copy by hand"),
      );
    });
    command.after(button);
  }
}
