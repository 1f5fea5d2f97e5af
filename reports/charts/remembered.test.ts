import { expect, it } from "vitest";
import { remembered } from "./remembered.js";

it("makes a text once, and again only when more than so many came since", () => {
  const made: string[] = [];
  const textOf = remembered(2);
  const text = (key: string) => textOf(key, () => `${key}${made.push(key)}`);
  expect(["a", "b", "a", "b"].map(text)).toEqual(["a1", "b2", "a1", "b2"]);
  expect(["c", "c", "a"].map(text)).toEqual(["c3", "c3", "a4"]);
});
