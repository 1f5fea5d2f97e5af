const ENTITIES: Record<string, string> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" },
  // No reference stands for these two in XML 1.0.
  ...{ "\ufffe": "\\u{fffe}", "\uffff": "\\u{ffff}" },
};

/** Text in XML or SVG, between tags or in a quoted attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"'\ufffe\uffff]/g, (char) => ENTITIES[char]!);
}
