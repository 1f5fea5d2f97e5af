import { execFile } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../storage/package-root.js";

/** A `$ ncf-bench …` line of a document's ```console block, with the output that the document shows below it. */
export interface DocumentedCommand {
  line: number;
  /** As written, without `$ `. */
  text: string;
  args: string[];
  exitCode: number;
  shown: string[];
}

/** The words of a command line, as a shell has them where quotes hold nothing but text. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([word, quoted]) => quoted ?? word);
}

/**
 * Commands of all ```console blocks. A trailing `# exits N` states an exit code other than 0. `…` or `...` alone on a line
 * stands for output that is left out.
 */
export function documentedCommands(markdown: string): DocumentedCommand[] {
  const commands: DocumentedCommand[] = [];
  let inside = false;
  markdown.split("\n").forEach((line, index) => {
    if (line.startsWith("```")) {
      inside = line === "```console";
      return;
    }
    if (!inside) return;
    const match = /^\$ (?:npx )?ncf-bench (.*?)(?:\s+# exits (\d+))?$/.exec(line);
    if (match) {
      const text = line.slice(2);
      const args = wordsOf(match[1]!);
      commands.push({ line: index + 1, text, args, exitCode: Number(match[2] ?? 0), shown: [] });
    } else if (line.startsWith("$ ")) {
      throw new Error(`line ${index + 1}: only ncf-bench commands belong into a console block: ${line}`);
    } else if (line.trim() !== "" && !/^(…|\.\.\.)$/.test(line.trim())) {
      commands.at(-1)?.shown.push(line);
    }
  });
  return commands;
}

/** Files that a document shows for its commands: ```yaml blocks whose first line is a comment with the name. */
export function documentedFiles(markdown: string): { name: string; content: string }[] {
  return [...markdown.matchAll(/^```yaml\n(# ([\w.-]+\.yaml)\n.*?)^```$/gms)].map(([, content, name]) => ({
    name: name!,
    content: content!,
  }));
}

/** What must agree between shown and real output: words and layout of a line, not its figures. */
export function shapeOfLine(line: string): string {
  return line
    .replace(/\d{8}t\d{6}z?-[0-9a-z]+/gi, "RUN")
    .replace(/[-+]?\d[\d.,:]*( [kMG])?(e[-+]?\d+)?/g, "0")
    .replace(/[─━-]{3,}/g, "—")
    .replace(/\s+/g, " ")
    .trim();
}

export function runBinary(
  args: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const bin = join(packageRoot(), "dist/harness/cli/bin.js");
    execFile(
      process.execPath,
      [bin, ...args],
      { ...options, maxBuffer: 64 * 1024 * 1024, timeout: 300_000 },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr }),
    );
  });
}
