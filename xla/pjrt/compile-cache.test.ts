import { describe, expect, it } from "vitest";
import type { Client } from "./client.js";
import { cachedCompile, compileKey, type ExecutableStore } from "./compile-cache.js";
import type { LoadedExecutable } from "./executable.js";

const plain = {
  plugin: { apiVersion: { major: 0, minor: 81 }, attributes: { xla_version: 2n } },
  platformName: "cpu",
  platformVersion: "1",
  devices: [{ kind: "cpu" }],
};
type Changes = { [K in keyof typeof plain]?: unknown };
const clientLike = (changes: Changes = {}) => ({ ...plain, ...changes }) as unknown as Client;
const base = compileKey(clientLike(), "program", {}, "file 1");

describe("the key of a compiled program", () => {
  it("is the same for the same", () => {
    expect(base).toMatch(/^[0-9a-f]{64}$/);
    expect(compileKey(clientLike(), "program", { replicas: 1 }, "file 1")).toBe(base);
  });

  const attributes = { xla_version: 3n };
  it.each([
    ["program", compileKey(clientLike(), "program ", {}, "file 1")],
    ["replicas", compileKey(clientLike(), "program", { replicas: 2 }, "file 1")],
    ["flags", compileKey(clientLike(), "program", { flags: { a: 1 } }, "file 1")],
    ["the plugin's file", compileKey(clientLike(), "program", {}, "file 2")],
    [
      "API version",
      compileKey(
        clientLike({ plugin: { ...plain.plugin, apiVersion: { major: 0, minor: 115 } } }),
        "program",
        {},
        "file 1",
      ),
    ],
    [
      "the plugin's attributes",
      compileKey(clientLike({ plugin: { ...plain.plugin, attributes } }), "program", {}, "file 1"),
    ],
    ["platform", compileKey(clientLike({ platformName: "cuda" }), "program", {}, "file 1")],
    ["platform version", compileKey(clientLike({ platformVersion: "2" }), "program", {}, "file 1")],
    ["kind of device", compileKey(clientLike({ devices: [{ kind: "H100" }] }), "program", {}, "file 1")],
    [
      "number of devices",
      compileKey(clientLike({ devices: [{ kind: "cpu" }, { kind: "cpu" }] }), "program", {}, "file 1"),
    ],
  ])("differs by %s", (_, key) => {
    expect(key).not.toBe(base);
  });

  it("does not confuse where one part ends and the next begins", () => {
    const key = (platformName: string, platformVersion: string) =>
      compileKey(clientLike({ platformName, platformVersion }), "program", {}, "file 1");
    expect(key("ab", "c")).not.toBe(key("a", "bc"));
  });
});

describe("a store that fails", () => {
  const executable = { program: { serialize: () => Uint8Array.of(1) } } as unknown as LoadedExecutable;
  const compiling = clientLike({}) as unknown as { compile: unknown; deserialize: unknown };
  compiling.compile = async () => executable;
  const compile = (store: ExecutableStore | null) =>
    cachedCompile(compiling as unknown as Client, "program", {}, "file 1", store);

  it("does not keep a program from being compiled", async () => {
    const full: ExecutableStore = {
      get: async () => null,
      put: async () => Promise.reject(new Error("no space left")),
    };
    expect(await compile(full)).toMatchObject({ executable, hit: false, key: base });
    expect(await compile(null)).toMatchObject({ executable, hit: false });
  });

  it("nor does a stored program that the plugin refuses; it is replaced", async () => {
    compiling.deserialize = async () => Promise.reject(new Error("made by another build"));
    const kept = new Map<string, Uint8Array>([[base, Uint8Array.of(9)]]);
    const store: ExecutableStore = {
      get: async (key) => kept.get(key) ?? null,
      put: async (key, bytes) => void kept.set(key, bytes),
    };
    expect(await compile(store)).toMatchObject({ executable, hit: false });
    expect(kept.get(base)).toEqual(Uint8Array.of(1));
  });
});
