import type { Accepted } from "./accepted.js";

/** E.g. `2026-01-31 by Ada <ada@example.org>, in place of run-a: driver 560 is slower here`. As it was written: not yet cleaned. */
export function acceptedLine({
  at,
  by,
  replaces,
  because,
}: Pick<Accepted, "at" | "by" | "replaces" | "because">): string {
  return `${at.slice(0, 10)} by ${by}, in place of ${replaces}: ${summaryOf(because)}`;
}

/** The first line of a reason is its summary, as in a commit's message. */
export function summaryOf(because: string): string {
  const [first = "", ...rest] = because.split(/\r?\n/);
  return rest.length === 0 ? first : `${first} …`;
}
