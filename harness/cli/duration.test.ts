import { describe, expect, it } from "vitest";
import { parseDuration } from "./duration.js";

describe("a time on the command line", () => {
  it.each([
    ["20m", 1200],
    ["90s", 90],
    ["1h30m", 5400],
    ["0.5h", 1800],
    ["2min", 120],
  ])("%s is %d seconds", (text, seconds) => expect(parseDuration(text, "--budget")).toBe(seconds));

  it.each(["", "20", "m", "0s", "-5m", "20 m", "5d", "1m,"])("%j is refused", (text) => {
    expect(() => parseDuration(text, "--budget")).toThrow(/--budget: .* is no time/);
  });
});
