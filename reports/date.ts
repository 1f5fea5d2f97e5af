import { cleanLine } from "./text.js";

/** `2026-11-23 15:04 UTC` of a run's time; anything else as it is, cleaned. */
export function dateText(iso: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(iso);
  return match && iso.endsWith("Z") ? `${match[1]} ${match[2]} UTC` : cleanLine(iso);
}
