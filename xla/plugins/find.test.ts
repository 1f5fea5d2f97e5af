import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findCompiler, findPlugin, pluginDirectory } from "./find.js";
import { pluginPins } from "./pins.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "plugins-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "");
  return path;
}

const places = (env: Record<string, string> = {}) => ({ cacheRoot: join(root, "cache"), env });

it("prefers the file that the environment names, then the cache, then a Python", () => {
  expect(findPlugin("cuda13", places())).toBeNull();
  const site = join(root, "venv", "lib", "python3.12", "site-packages");
  const python = put(join(site, "jax_plugins/xla_cuda13/xla_cuda_plugin.so"));
  mkdirSync(join(site, "jax_cuda13_pjrt-0.9.9.dist-info"));
  const env = { VIRTUAL_ENV: join(root, "venv") };
  expect(findPlugin("cuda13", places(env))).toEqual({
    name: "cuda13",
    path: python,
    origin: "python",
    version: "0.9.9",
  });
  const cached = put(join(pluginDirectory("cuda13", join(root, "cache")), pluginPins.cuda13.file));
  expect(findPlugin("cuda13", places(env))).toMatchObject({ path: cached, origin: "cache" });
  expect(findPlugin("cuda13", places({ ...env, NCF_BENCH_PJRT_PLUGIN: "/own.so" }))).toMatchObject({
    path: "/own.so",
    origin: "environment",
  });
});

it("looks into the environment whose python3 comes first on the PATH, though nobody activated it", () => {
  const environment = (name: string) => put(join(root, name, "bin/python3"));
  const plugin = (name: string) =>
    put(join(root, name, "lib/python3.12/site-packages/jax_plugins/xla_cuda13/xla_cuda_plugin.so"));
  const [first, second] = ["first", "second"].map((name) => dirname(environment(name)));
  const later = plugin("second");
  const env = { PATH: `relative:${join(root, "empty")}:${first}:${second}` };
  expect(findPlugin("cuda13", places(env))).toBeNull();
  expect(findPlugin("cuda13", places({ PATH: `:${second}` }))).toMatchObject({ path: later, origin: "python" });
  expect(findPlugin("cuda13", places({ ...env, VIRTUAL_ENV: join(root, "second") }))).toMatchObject({ path: later });
  const own = plugin("first");
  expect(findPlugin("cuda13", places(env))).toMatchObject({ path: own });
});

it("compiles with a plugin that has no run-time libraries, but does not run with it", () => {
  put(join(pluginDirectory("cuda12", join(root, "cache"), "compile-only"), pluginPins.cuda12.file));
  expect(findPlugin("cuda12", places())).toBeNull();
  expect(findCompiler("cuda12", places())).toMatchObject({ name: "cuda12" });
});
