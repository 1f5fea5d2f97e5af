import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../storage/package-root.js";

const root = packageRoot();
const pages = ["README.md", "CONTRIBUTING.md", ...readdirSync(join(root, "docs")).map((name) => join("docs", name))];
const markdownOf = (page: string) => readFileSync(join(root, page), "utf8");

/** Targets of `[text](target)` outside fenced blocks, other than URLs. */
function localLinks(markdown: string): string[] {
  const prose = markdown.replace(/^ *```.*?^ *```$/gms, "");
  return [...prose.matchAll(/\[[^\]]*\]\(([^)\s]+)\)/g)].map((match) => match[1]!).filter((to) => !/^[a-z]+:/.test(to));
}

/** GitHub's anchors of a page's headings. */
function anchors(markdown: string): string[] {
  return [...markdown.replace(/^```.*?^```$/gms, "").matchAll(/^#+ (.*)$/gm)].map((match) =>
    match[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

describe("links of the documents", () => {
  it.each(pages)("lead somewhere: %s", (page) => {
    const dead = localLinks(markdownOf(page)).filter((link) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? page : relative(root, join(root, dirname(page), path));
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchors(markdownOf(target)).includes(anchor);
    });
    expect(dead).toEqual([]);
  });

  it("lead from README to every page in docs", () => {
    const linked = localLinks(markdownOf("README.md")).map((link) => link.split("#")[0]);
    expect(pages.filter((page) => page !== "README.md" && !linked.includes(page))).toEqual([]);
  });
});
