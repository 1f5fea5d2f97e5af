import { UserError } from "../../../../errors/user-error.js";

/** An input error with the line that it is about. */
export function inputError(
  code: string,
  file: string,
  line: number | null,
  what: string,
  hint: string,
  cause?: unknown,
): UserError {
  const where = line === null ? file : `${file}:${line}`;
  return new UserError({ code, where, what, hint, cause });
}

/** Text of a file as an error may show it: quoted, control characters escaped, cut to a glance. */
export function shown(text: string): string {
  const quoted = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
  // JSON leaves DEL, C1 and bidirectional controls alone; a terminal obeys them.
  return quoted.replace(/[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (c) => {
    return `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
