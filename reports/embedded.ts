import { UserError } from "../errors/user-error.js";
import { decodeNonFinite, encodeNonFinite } from "../storage/non-finite.js";
import { RAW_SCHEMA, type RawReport } from "./raw.js";

const OPEN = '<script type="application/json" id="raw">';
const CLOSE = "</script>";

/**
 * JSON as it may stand in a script element: nothing in it can end the element or be seen as anything but data, because
 * `<`, `>`, `&`, control and reordering characters are written as `\uXXXX`.
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(encodeNonFinite(value)).replace(/[<>&\p{Cc}\p{Cf}\u2028\u2029]/gu, (char) =>
    char.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}

/** The raw figures of a page as they stand in it. Throws `UserError` where the page has none. */
export function embeddedText(html: string, where: string): string {
  const start = html.indexOf(OPEN);
  const end = html.indexOf(CLOSE, start);
  if (start >= 0 && end > start) return html.slice(start + OPEN.length, end);
  throw new UserError({
    code: "verify.no-data",
    what: "this is no report with its raw figures inside",
    where,
    hint: "give the report.html that `ncf-bench report` writes; `ncf-bench report RUN` writes it again",
  });
}

/** Reads what `scriptJson` wrote. Throws `UserError` for what is not the raw figures of a report. */
export function parseEmbedded(text: string, where: string): RawReport {
  let value: unknown;
  try {
    value = decodeNonFinite(JSON.parse(text));
  } catch (error) {
    throw unreadable(where, (error as Error).message);
  }
  const raw = value as Partial<RawReport> | null;
  if (raw?.schema !== RAW_SCHEMA) throw unreadable(where, `their schema is not ${RAW_SCHEMA}`);
  return raw as RawReport;
}

function unreadable(where: string, why: string): UserError {
  return new UserError({
    code: "verify.data-damaged",
    what: `the raw figures inside cannot be read: ${why}`,
    where,
    hint: "the page was changed or cut after it was written; `ncf-bench report RUN` writes it again",
  });
}
