import { expect, it } from "vitest";
import { remembered } from "./remembered.js";

function texts(most: number) {
  let made = 0;
  const textOf = remembered(most);
  return (...keys: string[]) => keys.map((key) => textOf(key, () => `${key}${++made}`));
}

it("makes a text once, and again only when more characters came since than it holds", () => {
  const text = texts(6);
  expect(text("a", "b", "a", "b")).toEqual(["a1", "b2", "a1", "b2"]);
  expect(text("c", "c", "a", "c")).toEqual(["c3", "c3", "a4", "c3"]);
});

it("holds a text of just its size, and keeps the rest where one is longer than that", () => {
  const text = texts(7);
  expect(text("abc", "abc")).toEqual(["abc1", "abc1"]);
  expect(text("a", "long", "long", "a")).toEqual(["a2", "long3", "long4", "a2"]);
});
