import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PjrtError } from "./error.js";
import { loadPlugin } from "./plugin.js";
import { buildFakePlugin, type FakePlugin, hasCompiler } from "./test-support.js";

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "plugin-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function refusal(work: () => unknown): PjrtError {
  try {
    work();
  } catch (error) {
    if (error instanceof PjrtError) return error;
    throw error;
  }
  throw new Error("it was not refused");
}

describe("a file that is no plugin is refused with what to do", () => {
  it.each([
    {
      what: "missing",
      make: () => join(dir, "none.so"),
      code: "NOT_FOUND",
      message: /there is no file .*none\.so; name/,
    },
    {
      what: "a folder",
      make: () => dir,
      code: "INVALID_ARGUMENT",
      message: /is no file; name the plugin's shared library/,
    },
    {
      what: "a text",
      make: text,
      code: "INVALID_ARGUMENT",
      message: /cannot be loaded: .*; a PJRT plugin is a shared/,
    },
  ])("$what", ({ make, code, message }) => {
    const path = make();
    expect(refusal(() => loadPlugin(path))).toMatchObject({
      code,
      call: "load",
      message: expect.stringMatching(message),
    });
  });

  it("a pipe, at which the loader would wait", () => {
    const pipe = join(dir, "pipe");
    execFileSync("mkfifo", [pipe]);
    expect(refusal(() => loadPlugin(pipe)).message).toMatch(/is no file/);
  });
});

describe.skipIf(!hasCompiler)("a library that is no usable plugin is refused with what to do (needs cc)", () => {
  it.each<{ what: string; fake: FakePlugin; code: string; message: RegExp }>([
    {
      what: "too old",
      fake: { minor: 10 },
      code: "UNIMPLEMENTED",
      message: /API 0\.10, older than .*; use a newer plugin/,
    },
    {
      what: "too new",
      fake: { major: 1 },
      code: "UNIMPLEMENTED",
      message: /API 1\.100, newer than .*; use an older plugin/,
    },
    { what: "no table", fake: { nothing: true }, code: "INTERNAL", message: /returned nothing/ },
    { what: "a torn table", fake: { size: 8 }, code: "INVALID_ARGUMENT", message: /has 8 bytes, too few/ },
    {
      what: "no functions",
      fake: { size: 40 },
      code: "UNIMPLEMENTED",
      message: /PJRT_Plugin_Initialize: .* no such function/,
    },
  ])("$what", ({ what, fake, code, message }) => {
    const file = buildFakePlugin(dir, what.replaceAll(" ", "-"), fake);
    expect(refusal(() => loadPlugin(file))).toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it("without GetPjrtApi", () => {
    const file = build("plain", "int answer(void) { return 42; }");
    expect(refusal(() => loadPlugin(file))).toMatchObject({
      code: "INVALID_ARGUMENT",
      message: expect.stringMatching(/plain\.so is no PJRT plugin: it has no symbol GetPjrtApi; name the plugin's own/),
    });
  });

  it("whose own libraries are missing", () => {
    build("libneeded", "int needed(void) { return 1; }");
    const file = build("needing", "int needed(void); int f(void) { return needed(); }", `-L${dir}`, "-lneeded");
    rmSync(join(dir, "libneeded.so"));
    expect(refusal(() => loadPlugin(file)).message).toMatch(
      /libneeded\.so: cannot open .*; bring the library that it names/,
    );
  });

  it("gives a plugin's own refusal with code, call and message", async () => {
    const plugin = loadPlugin(buildFakePlugin(dir, "refusing", { create: "refuse" }));
    expect(plugin.untested).toBe(false);
    await expect(plugin.createClient()).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      call: "PJRT_Client_Create",
      message: "PJRT_Client_Create: Unexpected size of the arguments: expected 999 (INVALID_ARGUMENT)",
    });
  });

  it("takes a version newer than any that was tried, and says so; a second load gives the same plugin", () => {
    const file = buildFakePlugin(dir, "newer", { minor: 999 });
    expect(loadPlugin(file).untested).toBe(true);
    expect(loadPlugin(file)).toBe(loadPlugin(file));
  });

  it.each([0, -1n, 1.5, 1025, "two"])("refuses %s CPU devices, over which plugins end the process", async (count) => {
    const plugin = loadPlugin(buildFakePlugin(dir, "counting", { create: "crash" }));
    await expect(plugin.createClient({ cpu_device_count: count })).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  });

  it.each([1, 4n])("takes %s CPU devices to the plugin", async (count) => {
    const plugin = loadPlugin(buildFakePlugin(dir, "asked", { create: "refuse" }));
    await expect(plugin.createClient({ cpu_device_count: count })).rejects.toMatchObject({
      call: "PJRT_Client_Create",
    });
  });
});

function text(): string {
  const file = join(dir, "text.so");
  writeFileSync(file, "this is no library");
  return file;
}

function build(name: string, source: string, ...flags: string[]): string {
  const [input, output] = [join(dir, `${name}.c`), join(dir, `${name}.so`)];
  writeFileSync(input, source);
  execFileSync("cc", ["-shared", "-fPIC", "-o", output, input, ...flags]);
  return output;
}
