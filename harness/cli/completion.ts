import { script } from "@bomb.sh/tab";
import tab from "@bomb.sh/tab/commander";
import { Argument } from "commander";
import { ExitCode } from "../../errors/exit-code.js";
import type { Register } from "./command.js";
import { bashScript } from "./completion/bash.js";
import { completionValues, giveValues } from "./completion/values.js";

const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;

/** The library's script for zsh means to keep a candidate's colons from ending it, and its one backslash does nothing. */
const ZSH_COLON = ["comp//:/\\:", "comp//:/\\\\:"] as const;

const OWN: ReadonlySet<string> = new Set(["completion", "complete"]);

export const registerCompletion: Register = (program, { io, action }) => {
  program
    .command("completion")
    .description("print the script that completes ncf-bench's commands, options, runs and matrices in a shell")
    .addArgument(new Argument("<shell>").choices(SHELLS))
    .addHelpText(
      "after",
      `
Examples:
  source <(ncf-bench completion bash)                          in ~/.bashrc
  source <(ncf-bench completion zsh)                           in ~/.zshrc
  ncf-bench completion fish > ~/.config/fish/completions/ncf-bench.fish`,
    )
    .action(
      action(async (shell: (typeof SHELLS)[number]) => {
        const name = program.name();
        const text = shell === "bash" ? bashScript(name) : printed(() => script(shell, name, name));
        io.out(text.replace(...ZSH_COLON));
        return ExitCode.Ok;
      }),
    );
  program
    .command("complete", { hidden: true })
    .description("what the scripts of completion call: one candidate a line")
    .argument("[words...]")
    .action(
      action(async (words: string[]) => {
        // The library adds its own two commands to what it is given.
        const given = program.createCommand(program.name());
        for (const command of program.commands) if (!OWN.has(command.name())) given.addCommand(command);
        const root = tab(given, { completionCommandName: "completion" });
        giveValues(root, await completionValues(io.cwd));
        io.out(orFiles(printed(() => root.parse(words))));
        return ExitCode.Ok;
      }),
    );
};

/** The library prints by `console.log`; commands write to their own streams. */
function printed(call: () => void): string {
  const lines: string[] = [];
  const log = console.log;
  console.log = (line: string) => lines.push(line);
  try {
    call();
  } finally {
    console.log = log;
  }
  return `${lines.join("\n")}\n`;
}

/** Where there is nothing to offer, file names are: directive 0 in place of 4 (no files). */
function orFiles(answer: string): string {
  return answer.trim() === ":4" ? ":0\n" : answer;
}
