import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { ExitCode } from "../errors/exit-code.js";
import { buildProgram } from "../harness/cli/main.js";
import { packageRoot } from "../storage/package-root.js";

const markdownOf = (page: string) => readFileSync(join(packageRoot(), page), "utf8");

const program = await buildProgram({
  io: {
    out: () => undefined,
    err: () => undefined,
    env: {},
    cwd: "/",
    columns: 120,
    color: { out: false, err: false },
    interactive: false,
    signal: new AbortController().signal,
  },
  action: () => async () => undefined,
});

/** Those of `--help`: completion has a hidden one. */
const commands = program
  .createHelp()
  .visibleCommands(program)
  .filter((command) => command.name() !== "help");

/** First two cells of the rows of each table whose heading's first cell is `heading`, backquotes and all. */
function tableOf(markdown: string, heading: string): string[][] {
  const table = new RegExp(`^\\| ${heading} \\|.*\\n\\|[ -|]+\\n((?:\\|.*\\n)+)`, "m").exec(markdown);
  return (table?.[1] ?? "")
    .trim()
    .split("\n")
    .map((row) =>
      row
        .split("|")
        .slice(1, 3)
        .map((cell) => cell.trim()),
    );
}

function helpOf(command: Command): string {
  let text = "";
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return text;
}

/** The codes that a help text's paragraph on exit codes names; null where it has none. */
function codesOfHelp(help: string): number[] | null {
  const paragraph = /\bExit(?:s| codes)\b.*?(?=\n\n|$)/s.exec(help);
  return paragraph && codesIn(paragraph[0]);
}

/** Without 0 and 2, which every command has. */
function codesIn(text: string): number[] {
  const codes = [...text.matchAll(/\b\d+\b/g)].map(Number).filter((code) => code !== 0 && code !== ExitCode.Usage);
  return [...new Set(codes)].sort((a, b) => a - b);
}

describe("docs/exit-codes.md", () => {
  const page = markdownOf("docs/exit-codes.md");
  const ofCommands = new Map(
    tableOf(page, "command").flatMap(([names, codes]) =>
      [...names!.matchAll(/`(\w+)`/g)].map((match) => [match[1]!, codesIn(codes!)] as const),
    ),
  );

  it("lists the codes that there are", () => {
    expect(tableOf(page, "code").map(([code]) => Number(code))).toEqual(Object.values(ExitCode));
  });

  it.each(commands.map((command) => [command.name(), command] as const))(
    "says of %s what its help says",
    (name, command) => {
      expect(ofCommands.get(name) ?? null).toEqual(codesOfHelp(helpOf(command)));
    },
  );

  it("names only commands that there are", () => {
    const names = commands.map((command) => command.name());
    expect([...ofCommands.keys()].filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe("README's table of commands", () => {
  it("names every command once", () => {
    const named = tableOf(markdownOf("README.md"), "command").flatMap(([names]) =>
      [...names!.matchAll(/`(\w+)`/g)].map((match) => match[1]!),
    );
    expect(named.sort()).toEqual(commands.map((command) => command.name()).sort());
  });
});

/** Each `ncf-bench …` of a document, in blocks and in prose, up to what ends it in a shell or in Markdown. */
function mentioned(markdown: string): string[][] {
  const joined = markdown.replace(/\\\n\s*/g, " ");
  const inline = [...joined.matchAll(/`((?:npx )?ncf-bench [^`]*)`/g)].map((match) => match[1]!.replace(/\s+/g, " "));
  const blocks = [...joined.matchAll(/^ *```.*\n([\s\S]*?)^ *```/gm)].flatMap((match) => match[1]!.split("\n"));
  return [...inline, ...blocks].flatMap((text) =>
    [...text.matchAll(/(?:^|[\s(])ncf-bench ([a-z][^|&;#>)]*)/g)].map((match) => match[1]!.trim().split(/\s+/)),
  );
}

/** What of a mention the tool does not have: its command, its subcommand's options. */
function unknown([name, ...words]: string[]): string[] {
  const command = commands.find((one) => one.name() === name);
  if (command === undefined) return [name!];
  const inner = command.commands.find((one) => one.name() === words[0]) ?? command;
  const options = inner.options.flatMap(({ long, short }) => [long, short]).concat("--help");
  return words
    .map((word) => /^--?[a-z][\w-]*/.exec(word)?.[0])
    .filter((flag) => flag && !options.includes(flag)) as string[];
}

describe("commands and options that documents name", () => {
  const docs = readdirSync(join(packageRoot(), "docs")).map((name) => join("docs", name));
  it.each(["README.md", "CONTRIBUTING.md", ...docs])("exist: %s", (page) => {
    const missing = mentioned(markdownOf(page)).flatMap((words) =>
      unknown(words).map((what) => `${what} of ncf-bench ${words.join(" ")}`),
    );
    expect(missing).toEqual([]);
  });

  it("are looked for in prose and in blocks", () => {
    const page =
      "Say `ncf-bench run --nosuch` or\n```sh\nx=1; ncf-bench baseline save v1 --forced # --no\n```\n`ncf-bench fly`\n";
    expect(mentioned(page).flatMap(unknown)).toEqual(["--nosuch", "fly", "--forced"]);
  });
});
