import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { pluginSha256 } from "./plugin-sha256.js";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "ncf-plugin-"));
  file = join(dir, "plugin.so");
  writeFileSync(file, "one");
});
afterEach(() => rmSync(dir, { recursive: true }));

const found = (path = file) => pluginSha256(path, { NCF_BENCH_CACHE: join(dir, "cache") });
const kept = () => readdirSync(join(dir, "cache/plugin-sha256")).map((name) => join(dir, "cache/plugin-sha256", name));

it("is kept, so that a file of hundreds of megabytes is read once", async () => {
  expect(await found()).toBe(sha256("one"));
  expect(kept()).toHaveLength(1);
  writeFileSync(kept()[0]!, sha256("what was kept"));
  expect(await found()).toBe(sha256("what was kept"));
  symlinkSync(file, join(dir, "link.so"));
  expect(await found(join(dir, "link.so"))).toBe(sha256("what was kept"));
});

it("is that of the file as it is now", async () => {
  await found();
  writeFileSync(file, "two");
  expect(await found()).toBe(sha256("two"));
});

it("is found again where what was kept is torn", async () => {
  await found();
  writeFileSync(kept()[0]!, sha256("one").slice(1));
  expect(await found()).toBe(sha256("one"));
  expect(readFileSync(kept()[0]!, "utf8")).toBe(sha256("one"));
});

it("needs no cache folder that can be written", async () => {
  writeFileSync(join(dir, "cache"), "a file");
  expect(await found()).toBe(sha256("one"));
});
