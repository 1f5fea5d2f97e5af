import type { Command } from "commander";

/** Options that every command has, after its own. */
export function addCommonOptions(program: Command): void {
  for (const command of leaves(program)) {
    command
      .option("-q, --quiet", "say nothing on stderr but errors")
      .option("--config <file>", "take options from this file (default: ncf-bench.config.yaml here)")
      .option("--no-config", "take options from no file");
  }
}

function leaves(command: Command): Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);
}
