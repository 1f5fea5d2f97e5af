import { InvalidArgumentError } from "commander";

/** A whole number from a flag; commander names the flag in its message. */
export function integer(text: string): number {
  if (!/^[+-]?\d{1,15}$/.test(text)) throw new InvalidArgumentError("Not a whole number.");
  return Number(text);
}

/** A number from a flag: `0.0045`, `1e-8`. */
export function decimal(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) throw new InvalidArgumentError("Not a number.");
  return value;
}

/** Whole numbers from a flag that takes several, separated by spaces or commas; collects over commander's calls. */
export function integers(text: string, before: number[] | undefined): number[] {
  return [...(before ?? []), ...text.split(",").map((part) => integer(part.trim()))];
}

/** A static loss scale or `dynamic`. */
export function lossScale(text: string): number | "dynamic" {
  return text === "dynamic" ? "dynamic" : decimal(text);
}

/** A time limit in seconds; timers do not count further than 24 days. */
export function timeLimit(text: string): number {
  const value = decimal(text);
  if (value <= 0 || value > 2_000_000)
    throw new InvalidArgumentError("Not a time limit between 0 and 2000000 seconds.");
  return value;
}
