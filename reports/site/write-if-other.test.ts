import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { UserError } from "../../errors/user-error.js";
import { writeIfOther } from "./write-if-other.js";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ncf-bench-page-"));
  path = join(folder, "index.html");
});
afterEach(() => rmSync(folder, { recursive: true }));

it("writes text and bytes in their order, a short page after a long one, and nothing beside it", () => {
  for (const parts of [["→".repeat(5000)], ["a", Buffer.from("·b"), "", "c→\u{1f600}"], [""]]) {
    writeIfOther(path, ...parts);
    expect(readFileSync(path, "utf8")).toBe(parts.join(""));
    expect(readdirSync(folder)).toEqual(["index.html"]);
  }
});

it("leaves a page that says the same as it was, and replaces one of the same length that does not", () => {
  writeIfOther(path, "one");
  utimesSync(path, 1, 1);
  writeIfOther(path, "o", Buffer.from("ne"));
  expect(statSync(path).mtimeMs).toBe(1000);
  writeIfOther(path, "two");
  expect(statSync(path).mtimeMs).toBeGreaterThan(1000);
  expect(readFileSync(path, "utf8")).toBe("two");
});

it("replaces a page whole: who reads it meanwhile reads the one before", () => {
  writeIfOther(path, "one");
  const reader = openSync(path, "r");
  writeIfOther(path, "two");
  expect(readFileSync(reader, "utf8")).toBe("one");
  closeSync(reader);
});

it("replaces what cannot be read", () => {
  symlinkSync("index.html", path);
  writeIfOther(path, "one");
  expect(readFileSync(path, "utf8")).toBe("one");
});

it("says which page could not be written, and leaves nothing of it", () => {
  mkdirSync(path);
  expect(() => writeIfOther(path, "x")).toThrow(UserError);
  expect(readdirSync(folder)).toEqual(["index.html"]);
  expect(() => writeIfOther(join(folder, "missing", "index.html"), "x")).toThrow(/could not write a page/);
});
