import { formatSeconds, formatSi } from "../../harness/console/format.js";

/** Tick labels without the zeros that three digits bring: `20 k`, not `20.0 k`. */
export function tickSi(value: number): string {
  return trim(formatSi(value));
}

export function tickSeconds(value: number): string {
  return trim(formatSeconds(value));
}

export function tickPercent(share: number): string {
  const percent = Math.round(share * 1e4) / 100;
  return `${percent > 0 ? "+" : percent < 0 ? "−" : ""}${Math.abs(percent)} %`;
}

function trim(text: string): string {
  return text.replace(/(\.\d*?)0+(?=\D|$)/, "$1").replace(/\.(?=\D|$)/, "");
}
