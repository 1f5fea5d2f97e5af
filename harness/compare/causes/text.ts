import type { Cause, Causes } from "./types.js";

/** Differences shown of one cause; the others are counted. */
const MOST_SHOWN = 3;
/** Longer values are cut: flags and devices of many GPUs may be long. */
const LONGEST_VALUE = 60;

/** `compiler: pluginVersion 0.6.0 → 0.6.1; xlaFlags …`. */
export function causeText({ label, evidence }: Cause): string {
  const shown = evidence
    .slice(0, MOST_SHOWN)
    .map(({ what, base, next }) => `${what} ${shortened(base)} → ${shortened(next)}`);
  const rest = evidence.length - shown.length;
  return `${label}: ${shown.join("; ")}${rest > 0 ? `; and ${rest} more` : ""}`;
}

/** One line a cause, then what the records cannot tell. */
export function causeLines({ differ, untold }: Causes): string[] {
  const noise = differ.filter(({ label }) => label === "noise").map(causeText);
  const lines = differ.filter(({ label }) => label !== "noise").map((cause) => `differs in ${causeText(cause)}`);
  if (lines.length === 0) lines.push("differs in nothing that is recorded");
  return [...lines, ...noise, ...untold.map(({ label, why }) => `not known of ${label}: ${why}`)];
}

function shortened(value: string): string {
  return value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE - 1)}…`;
}
