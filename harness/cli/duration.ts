import { UserError } from "../../errors/user-error.js";

const UNITS: Readonly<Record<string, number>> = { h: 3600, m: 60, min: 60, s: 1 };

/** Seconds of a time such as `20m`, `1h30m` or `90s`. Throws `UserError` that names the option. */
export function parseDuration(text: string, option: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(h|min|m|s)/g)];
  const seconds = parts.reduce((sum, [, value, unit]) => sum + Number(value) * UNITS[unit!]!, 0);
  if (seconds > 0 && parts.map(([part]) => part).join("") === text) return seconds;
  throw new UserError({
    code: "usage.duration",
    what: `${JSON.stringify(text)} is no time`,
    where: option,
    hint: `give hours, minutes or seconds with their unit, e.g. ${option} 20m`,
  });
}
