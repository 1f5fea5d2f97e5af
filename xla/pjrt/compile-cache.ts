import { createHash } from "node:crypto";
import type { Client } from "./client.js";
import { type CompileOptions, encodeCompileOptions } from "./compile-options.js";
import type { LoadedExecutable } from "./executable.js";

/** Where compiled programs are kept; the caller decides how. `get` gives null for what is not there. */
export interface ExecutableStore {
  get(key: string): Promise<Uint8Array | null>;
  put(key: string, bytes: Uint8Array): Promise<void>;
}

export interface CachedCompile {
  executable: LoadedExecutable;
  /** Whether it came out of the store. */
  hit: boolean;
  seconds: number;
  /** sha256 of program, options, plugin and device. */
  key: string;
}

/** Everything that a compiled program depends on. `identity` tells the plugin's file, e.g. by its sha256. */
export function compileKey(client: Client, program: string, options: CompileOptions, identity: string): string {
  const hash = createHash("sha256");
  const { major, minor } = client.plugin.apiVersion;
  const attributes = JSON.stringify(client.plugin.attributes, (_, value) =>
    typeof value === "bigint" ? String(value) : value,
  );
  for (const part of [
    program,
    encodeCompileOptions(options),
    `${major}.${minor}`,
    attributes,
    identity,
    client.platformName,
    client.platformVersion,
    client.devices[0]?.kind ?? "",
    String(client.devices.length),
  ]) {
    hash.update(`${part.length}:`).update(part);
  }
  return hash.digest("hex");
}

/** Compiles, or loads what an earlier process compiled. A stored program that does not load is compiled again. */
export async function cachedCompile(
  client: Client,
  program: string,
  options: CompileOptions,
  identity: string,
  store: ExecutableStore | null,
): Promise<CachedCompile> {
  const start = performance.now();
  const key = compileKey(client, program, options, identity);
  const done = (executable: LoadedExecutable, hit: boolean): CachedCompile => ({
    executable,
    hit,
    seconds: (performance.now() - start) / 1000,
    key,
  });
  const stored = await store?.get(key);
  if (stored) {
    try {
      return done(await client.deserialize(stored, program, options), true);
    } catch {
      // Damaged, or of a build that only looks the same: the program itself is at hand.
    }
  }
  const executable = await client.compile(program, options);
  if (store) await keep(executable, key, store);
  return done(executable, false);
}

/** Not every plugin can serialize, and a full disk is no reason not to measure. */
async function keep(executable: LoadedExecutable, key: string, store: ExecutableStore): Promise<void> {
  try {
    await store.put(key, executable.program.serialize());
  } catch {
    return;
  }
}
