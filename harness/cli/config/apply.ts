import type { Command } from "commander";
import type { ConfigFile } from "./file.js";
import { pathOf, settingsOf } from "./settings.js";

/**
 * Gives a command the options that a config file has for it and the command line does not.
 *
 * @param program all commands, be it built apart from the command.
 */
export function applyConfig(file: ConfigFile, program: Command, command: Command): void {
  for (const { command: owner, option, value } of settingsOf(program, file)) {
    if (pathOf(owner) !== pathOf(command)) continue;
    const name = option.attributeName();
    const source = command.getOptionValueSource(name);
    if (source === undefined || source === "default") command.setOptionValueWithSource(name, value, "config");
  }
}
