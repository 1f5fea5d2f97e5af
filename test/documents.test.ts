import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packageRoot } from "../storage/package-root.js";
import { documentedCommands, documentedFiles, runBinary, shapeOfLine } from "./documented-commands.js";

const root = packageRoot();
const documents = ["README.md", ...readdirSync(join(root, "docs")).map((name) => join("docs", name))];

for (const document of documents) {
  const text = readFileSync(join(root, document), "utf8");
  const commands = documentedCommands(text);
  if (commands.length === 0) continue;

  // A document's commands build on each other, as for its reader: one folder, one cache, in order.
  describe(`${document} says what the tool does`, () => {
    const cwd = mkdtempSync(join(tmpdir(), "ncf-bench-docs-"));
    const env = { ...process.env, NCF_BENCH_CACHE: join(cwd, "cache"), NO_COLOR: "1", COLUMNS: "120" };
    for (const file of documentedFiles(text)) writeFileSync(join(cwd, file.name), file.content);
    afterAll(() => rmSync(cwd, { recursive: true, force: true }));

    it.each(commands.map((command) => ({ name: `${command.text} (line ${command.line})`, command })))(
      "$name",
      { timeout: 300_000 },
      async ({ command }) => {
        const { code, stdout, stderr } = await runBinary(command.args, { cwd, env });
        expect(code, stderr + stdout).toBe(command.exitCode);
        const real = new Set((stdout + stderr).split("\n").map(shapeOfLine));
        const missing = command.shown.filter((line) => !real.has(shapeOfLine(line)));
        expect(missing, `not in the real output:\n${stdout}${stderr}`).toEqual([]);
      },
    );
  });
}

describe("README's two commands", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };

  it("are the scripts that exist, and CI runs the second", () => {
    expect(readme).toContain("npm ci && npm start");
    expect(readme).toContain("npm ci && npm run plugins && npm test");
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["start", "plugins", "test"]));
    expect(readFileSync(join(root, ".ci/run"), "utf8")).toContain("npm ci && npm run plugins && npm test");
  });
});
