import { existsSync } from "node:fs";
import { join } from "node:path";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { writeFileAtomic } from "../../storage/atomic-write.js";
import { renderTable } from "../console/table.js";
import { visible } from "../console/visible.js";
import type { Register } from "./command.js";
import { readConfig } from "./config/file.js";
import { CONFIG_FILES, findConfig } from "./config/find.js";
import { pathOf, settingsOf } from "./config/settings.js";
import { outJson } from "./io.js";

const EXAMPLE = `# Options of ncf-bench's commands, by command; the command line's own come first.
# Read from the folder in which ncf-bench is called, never from one above. ncf-bench config show checks it.
run:
  matrix: quick
  # launches: 10
  # engine: xla
  # cell: [mode=train]
compare:
  margin: 0.02
`;

export const registerConfig: Register = (program, { io, action }) => {
  const config = program.command("config").description("options that a file in this folder gives to the commands");
  config
    .command("show")
    .description("check the file and show what it sets, and where")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExamples:\n  ncf-bench config show\n  ncf-bench config show --config ci/bench.yaml --json")
    .action(
      action(async (options: { json?: boolean; config?: string | false }) => {
        const found = options.config === false ? null : findConfig(options.config, io.env, io.cwd);
        const file = found && readConfig(found);
        const settings = (file === null ? [] : settingsOf(program, file)).map(({ command, option, value, at }) => ({
          command: pathOf(command),
          option: option.long!,
          value,
          at,
        }));
        if (options.json) {
          outJson(io, { schema: "ncf-bench.config/1.0", file: file?.path ?? null, settings });
          return ExitCode.Ok;
        }
        if (file === null) {
          io.out(`no ${CONFIG_FILES[0]} here: every option has its default (ncf-bench config init)\n`);
          return ExitCode.Ok;
        }
        const rows = settings.map(({ command, option, value, at }) => [
          command,
          option,
          visible(JSON.stringify(value)),
          visible(at),
        ]);
        io.out(
          renderTable(
            [{ title: "command" }, { title: "option" }, { title: "value" }, { title: "from" }],
            rows,
            io.columns === undefined ? {} : { width: io.columns },
          ),
        );
        return ExitCode.Ok;
      }),
    );
  config
    .command("init")
    .description(`write an example ${CONFIG_FILES[0]}`)
    .addHelpText("after", "\nExamples:\n  ncf-bench config init")
    .action(
      action(async () => {
        const there = CONFIG_FILES.find((name) => existsSync(join(io.cwd, name)));
        if (there !== undefined) {
          throw new UserError({
            code: "config.exists",
            what: "there is one already",
            where: there,
            hint: "ncf-bench config show",
          });
        }
        await writeFileAtomic(join(io.cwd, CONFIG_FILES[0]), EXAMPLE);
        io.out(`${CONFIG_FILES[0]}\n`);
        return ExitCode.Ok;
      }),
    );
};
