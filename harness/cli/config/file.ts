import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { UserError } from "../../../errors/user-error.js";
import { readYaml } from "../../../storage/read-yaml.js";

/** Looked for in the working folder only, never above it: what a command does is told by the folder that it runs in. */
export const CONFIG_FILES = ["ncf-bench.config.yaml", "ncf-bench.config.yml", "ncf-bench.config.json"] as const;

const MAX_CONFIG_BYTES = 1024 * 1024;

export interface ConfigFile {
  path: string;
  value: Record<string, unknown>;
  /** `file:line:column` of what lies at a path in it. */
  at(path: readonly PropertyKey[]): string;
}

/** The named file, else NCF_BENCH_CONFIG's, else the one in the working folder; null where there is none. Throws `UserError`. */
export function findConfig(named: string | undefined, env: NodeJS.ProcessEnv, cwd: string): ConfigFile | null {
  const given = named ?? env.NCF_BENCH_CONFIG;
  if (given) {
    const where = named === undefined ? "NCF_BENCH_CONFIG" : "--config";
    if (existsSync(resolve(cwd, given))) return readConfig(resolve(cwd, given), given);
    throw new UserError({
      code: "config.missing",
      what: `there is no file ${given}`,
      where,
      hint: "ncf-bench config init",
    });
  }
  const found = CONFIG_FILES.filter((name) => existsSync(join(cwd, name)));
  if (found.length > 1) {
    throw new UserError({
      code: "config.two",
      what: `there are ${found.join(" and ")}`,
      where: cwd,
      hint: "keep one of them, or name one: --config FILE",
    });
  }
  return found[0] === undefined ? null : readConfig(join(cwd, found[0]), found[0]);
}

function readConfig(path: string, shown: string): ConfigFile {
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
