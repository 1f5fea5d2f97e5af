import { readFileSync } from "node:fs";
import { UserError } from "../../../errors/user-error.js";
import { readYaml } from "../../../storage/read-yaml.js";
import type { ConfigPath } from "./find.js";

const MAX_CONFIG_BYTES = 1024 * 1024;

export interface ConfigFile {
  path: string;
  value: Record<string, unknown>;
  /** `file:line:column` of what lies at a path in it. */
  at(path: readonly PropertyKey[]): string;
}

/** Throws `UserError` for a file that is no config. */
export function readConfig({ path, shown }: ConfigPath): ConfigFile {
  const text = readText(path, shown);
  const { value, at } = readYaml(text, shown, wrong);
  // An empty file, or one of comments alone, sets nothing.
  if (value === null || value === undefined) return { path, value: {}, at };
  if (typeof value !== "object" || Array.isArray(value)) throw wrong("expected commands with their options", at([]));
  return { path, value: value as Record<string, unknown>, at };
}

function readText(path: string, shown: string): string {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw wrong(`cannot be read (${(error as NodeJS.ErrnoException).code})`, shown);
  }
  if (Buffer.byteLength(text) > MAX_CONFIG_BYTES) throw wrong(`larger than ${MAX_CONFIG_BYTES} bytes`, shown);
  return text;
}

export function wrong(what: string, where: string, hint?: string): UserError {
  return new UserError({
    code: "config.invalid",
    what,
    where,
    hint: hint ?? "e.g. run: { matrix: nightly.yaml, launches: 10 }; ncf-bench config init writes an example",
  });
}
