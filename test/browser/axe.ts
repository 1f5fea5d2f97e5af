import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Violations of the page as it is now, by all rules of axe-core: `rule (impact): what it asks for: selector; …`. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Evaluated, not added as an element: the page must stay as it was written, and its policy forbids scripts.
  await page.evaluate(source);
  return (await page.evaluate(`axe.run(document).then(({ violations }) =>
    violations.map(({ id, impact, help, nodes }) => \`\${id} (\${impact}): \${help}: \${nodes.map((n) => n.target.join(" ")).join("; ")}\`))`)) as string[];
}
