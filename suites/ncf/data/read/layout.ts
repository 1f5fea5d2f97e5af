import { inputError, shown } from "./errors.js";
import { splitFields } from "./slow-row.js";

export const ratingsFormats = ["csv", "double-colon", "tab"] as const;
export type RatingsFormat = (typeof ratingsFormats)[number];

/** Where a ratings file keeps what. */
export interface Layout {
  readonly format: RatingsFormat;
  readonly delimiter: "," | ";" | "\t" | "::";
  /** Field numbers from 0; null: the file has none. */
  readonly user: number;
  readonly item: number;
  readonly time: number | null;
  /** Whether the first line names the columns. */
  readonly header: boolean;
}

const HEADER_HINT = "the first line must name the columns, e.g. userId,movieId,rating,timestamp";

/**
 * Tells the layout of a ratings file from its first line (without its line end). `::` and tab files have no header and the
 * columns user, item, rating, timestamp; a CSV has a header with userId and movieId anywhere in it.
 *
 * @param line 1-based number of that line.
 * @throws UserError `data.column-missing`, `data.no-header`, `data.short-row`.
 */
export function detectLayout(first: string, line: number, file: string, forced?: RatingsFormat): Layout {
  const format = forced ?? guessFormat(first);
  if (format === "csv") return csvLayout(first, line, file);
  const delimiter = format === "tab" ? "\t" : "::";
  const fields = first.split(delimiter);
  if (fields.length < 2) {
    throw inputError(
      "data.short-row",
      file,
      line,
      `${shown(first)} has no ${format === "tab" ? "tab" : "'::'"} between user and item`,
      "choose another --format (csv, double-colon, tab, ncf), or leave it out to have it detected",
    );
  }
  return { format, delimiter, user: 0, item: 1, time: fields.length > 3 ? 3 : null, header: false };
}

function guessFormat(first: string): RatingsFormat {
  if (first.includes("::")) return "double-colon";
  return first.includes("\t") && !/[A-Za-z]/.test(first) ? "tab" : "csv";
}

function csvLayout(first: string, line: number, file: string): Layout {
  const delimiter = first.includes("\t") ? "\t" : first.includes(";") && !first.includes(",") ? ";" : ",";
  const fields = splitFields(first, delimiter);
  const names = fields.map((name) => name.toLowerCase().replace(/[\s_"]/g, ""));
  if (names.every((name) => /^[-+.\d]*$/.test(name))) {
    throw inputError("data.no-header", file, line, `${shown(first)} is no header`, HEADER_HINT);
  }
  const find = (column: string, ...aliases: string[]): number => {
    const found = names.flatMap((name, index) => (aliases.includes(name) ? [index] : []));
    if (found.length === 1) return found[0]!;
    const what = found.length > 1 ? `column ${column} is there ${found.length} times` : `no column ${column}`;
    throw inputError(
      "data.column-missing",
      file,
      line,
      `${what}; the columns are ${shown(fields.join(", "))}`,
      HEADER_HINT,
    );
  };
  return {
    format: "csv",
    delimiter,
    user: find("userId", "userid"),
    item: find("movieId", "movieid", "itemid"),
    time: names.includes("timestamp") ? find("timestamp", "timestamp") : null,
    header: true,
  };
}
