import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { UserError } from "../../../errors/user-error.js";

/** Looked for in the working folder only, never above it: what a command does is told by the folder that it runs in. */
export const CONFIG_FILES = ["ncf-bench.config.yaml", "ncf-bench.config.yml", "ncf-bench.config.json"] as const;

/** Where a config file is, and how the user named it. */
export interface ConfigPath {
  path: string;
  shown: string;
}

/**
 * The config file that a command takes options from, or null. What goes on with a saved run takes nothing from one: that run
 * has its own.
 */
export function configFor(command: Command, env: NodeJS.ProcessEnv, cwd: string): ConfigPath | null {
  const { config: named } = command.opts<{ config?: string | false }>();
  if (named === false || command.getOptionValueSource("resume") === "cli") return null;
  return findConfig(named, env, cwd);
}

/** The named file, else NCF_BENCH_CONFIG's, else the one in the working folder; null where there is none. Throws `UserError`. */
export function findConfig(named: string | undefined, env: NodeJS.ProcessEnv, cwd: string): ConfigPath | null {
  const given = named ?? env.NCF_BENCH_CONFIG;
  if (given) {
    const where = named === undefined ? "NCF_BENCH_CONFIG" : "--config";
    if (existsSync(resolve(cwd, given))) return { path: resolve(cwd, given), shown: given };
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
  return found[0] === undefined ? null : { path: join(cwd, found[0]), shown: found[0] };
}
