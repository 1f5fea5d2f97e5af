import { describe, expect, it } from "vitest";
import { visible } from "../../harness/console/visible.js";
import { MOST_ANNOTATIONS, renderGithubAnnotations } from "./github-annotations.js";
import type { ExportInput } from "./input.js";
import { comparedInput, HOSTILE, hostileInput, measuredInput } from "./test-support-exports.js";

interface Annotation {
  level: string;
  title: string;
  message: string;
}

/** As GitHub's runner reads the lines of a step: what is no command is plain output. */
function readCommands(text: string): Annotation[] {
  return text.split("\n").flatMap((line) => {
    const match = /^::(\w+) title=([^:,]*)::(.*)$/.exec(line);
    if (match === null) return [];
    const [, level, title, message] = match;
    return [{ level: level!, title: unescaped(title!), message: unescaped(message!) }];
  });
}

function unescaped(text: string): string {
  const codes: Record<string, string> = { "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%" };
  return text.replace(/%(0D|0A|3A|2C|25)/g, (code) => codes[code]!);
}

const repeated = (input: ExportInput, times: number): ExportInput => ({
  ...input,
  cells: Array.from({ length: times }, (_, i) => input.cells[i % input.cells.length]!),
});

describe("annotations", () => {
  it("say what is slower first, then what is missing, then what cannot be done; nothing of what passed", () => {
    const read = readCommands(renderGithubAnnotations(comparedInput()));
    expect(read.map(({ level, title }) => [level, title.split(":")[0]])).toEqual([
      ["error", "slower"],
      ["error", "incomplete"],
      ["notice", "unsupported"],
    ]);
    expect(read[1]!.message).toContain("1 of 7 launches give no figure: crash: the worker ended by SIGSEGV");
  });

  it("are nothing where every cell passed", () => {
    const input = measuredInput();
    expect(renderGithubAnnotations({ ...input, cells: [input.cells[0]!] })).toBe("");
  });

  it("are ten at most with 5,000 cells, and the last counts the rest", () => {
    const read = readCommands(renderGithubAnnotations(repeated(comparedInput(), 5000)));
    expect(read.length).toBe(MOST_ANNOTATIONS);
    expect(read.slice(0, 9).every(({ title }) => title.startsWith("slower: "))).toBe(true);
    expect(read[9]).toMatchObject({
      title: "2991 more cells",
      message: "991 slower, 1000 incomplete, 1000 unsupported",
    });
  });

  it.each(HOSTILE.map((text) => [visible(text.slice(0, 40)), text]))("hold no second command: %s", (_, text) => {
    const written = renderGithubAnnotations(repeated(hostileInput(text), 50));
    const lines = written.split("\n").slice(0, -1);
    expect(lines.length).toBe(MOST_ANNOTATIONS);
    expect(readCommands(written).length).toBe(MOST_ANNOTATIONS);
    expect(written).not.toContain("\r");
  });
});
