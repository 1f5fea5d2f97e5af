import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { buildProgram } from "./main.js";
import { captureIo } from "./test-support-io.js";

/** Commands that print no table, or text that is for one reader only: a file's path, a script, a format of others. */
const WITHOUT_JSON = ["baseline remove", "reference remove", "config init", "completion", "complete", "export"];

function leaves(command: Command, path: string[] = []): { path: string; command: Command }[] {
  if (command.commands.length === 0) return [{ path: path.join(" "), command }];
  return command.commands.flatMap((child) => leaves(child, [...path, child.name()]));
}

const { io, written } = captureIo();
const program = await buildProgram({
  io,
  action:
    (handler) =>
    async (...args) =>
      void (await handler(...args)),
});
const commands = leaves(program).filter(({ path }) => path !== "complete");

describe.each(commands)("ncf-bench $path", ({ path, command }) => {
  it("has examples in its help, that call it", () => {
    written.out = "";
    command.outputHelp();
    const examples = /\nExamples?:\n([\s\S]*)$/.exec(written.out)?.[1] ?? "";
    expect(examples).toContain(`ncf-bench ${path}`);
  });

  it.skipIf(WITHOUT_JSON.includes(path))("prints JSON when asked", () => {
    expect(command.options.map(({ long }) => long)).toContain("--json");
  });

  it("can be quiet and take its options from a file", () => {
    expect(command.options.map(({ long }) => long)).toEqual(expect.arrayContaining(["--quiet", "--config"]));
  });
});
