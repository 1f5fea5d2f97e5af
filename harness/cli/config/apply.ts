import type { Command } from "commander";
import { findConfig } from "./file.js";
import { settingsOf } from "./settings.js";

/**
 * Gives a command the options that a config file has for it and the command line does not. What goes on with a saved run
 * takes nothing from it: that run has its own.
 */
export function applyConfig(program: Command, command: Command, env: NodeJS.ProcessEnv, cwd: string): void {
  const { config: named } = command.opts<{ config?: string | false }>();
  if (named === false || command.getOptionValueSource("resume") === "cli") return;
  const file = findConfig(named, env, cwd);
  if (file === null) return;
  for (const { command: owner, option, value } of settingsOf(program, file)) {
    if (owner !== command) continue;
    const name = option.attributeName();
    const source = command.getOptionValueSource(name);
    if (source === undefined || source === "default") command.setOptionValueWithSource(name, value, "config");
  }
}
