import { describe, expect, it } from "vitest";
import {
  type Contender,
  describeRatio,
  type Measured,
  measureRounds,
  rates,
  renderRates,
  secondsToReady,
  speedRatio,
} from "./rounds.js";

/** A contender in a line of JavaScript: `answer(round)` is what it writes for each line that it reads. */
function contender(name: string, answer: string): Contender {
  const program = `
    let round = 0;
    const answer = (round) => ${answer};
    process.stdout.write("ready\\n");
    require("node:readline").createInterface({ input: process.stdin }).on("line", () => {
      process.stdout.write(JSON.stringify(answer(round++)) + "\\n");
    });`;
  return { name, command: [process.execPath, "-e", program] };
}

const measured = (name: string, seconds: number[], items = 100): Measured => ({
  name,
  seconds,
  answers: seconds.map(() => ({ items, loss: 0.5 })),
});

it("the time to the first line is what the contender took for it", async () => {
  const program = `setTimeout(() => process.stdout.write("ready\\n"), 300)`;
  const seconds = await secondsToReady({ name: "slow", command: [process.execPath, "-e", program] });
  expect(seconds).toBeGreaterThanOrEqual(0.3);
  const silent = secondsToReady({ name: "silent", command: [process.execPath, "-e", ""] });
  await expect(silent).rejects.toThrow("silent ended with 0 and gave no answer");
});

describe("rounds", () => {
  it("asks each contender once a round, the last first in every other round", async () => {
    const clock = "({ items: 1, loss: Number(process.hrtime.bigint()) })";
    const [a, b] = await measureRounds([contender("a", clock), contender("b", clock)], 3);
    expect([a!.name, b!.name, a!.seconds.length, b!.seconds.length]).toEqual(["a", "b", 3, 3]);
    const order = [...a!.answers.map(({ loss }) => ["a", loss!]), ...b!.answers.map(({ loss }) => ["b", loss!])];
    order.sort((left, right) => Number(left[1]) - Number(right[1]));
    expect(order.map(([name]) => name).join("")).toBe("abbaab");
  });

  it.each([
    ["ends before it answers", "process.exit(3)", /quitter ended with 3 and gave no answer/],
    ["did nothing", "({ items: 0 })", /quitter did no item in a round/],
  ])("names a contender that %s", async (_, answer, message) => {
    const all = [contender("steady", "({ items: 1 })"), contender("quitter", answer)];
    await expect(measureRounds(all, 1)).rejects.toThrow(message);
  });

  it("names a program that is not there", async () => {
    const missing: Contender = { name: "missing", command: ["/nonexistent/python"] };
    await expect(measureRounds([missing], 1)).rejects.toThrow(/missing .*ENOENT/);
  });
});

describe("ratio", () => {
  const [fast, slow] = [measured("fast", [1, 2, 4]), measured("slow", [3, 4, 16])];

  it("is that of the median rates, between the least and greatest of a round", () => {
    expect(rates(fast)).toEqual([100, 50, 25]);
    expect(speedRatio(fast, slow)).toEqual({ median: 2, least: 2, greatest: 4 });
    expect(speedRatio(slow, fast).median).toBe(0.5);
  });

  it("is said with its limit", () => {
    expect(describeRatio("fast / slow", speedRatio(fast, slow), 2)).toBe(
      "fast / slow: 2.00 (2.00 to 4.00), at least 2: yes\n",
    );
    expect(describeRatio("slow / fast", speedRatio(slow, fast), 0.6)).toContain("at least 0.6: no");
  });

  it("shows each contender's rates", () => {
    expect(renderRates([fast]).split("\n").at(2)).toMatch(/^fast +50 items\/s +25 to 100 +2\.00 s +0\.5000$/);
  });
});
