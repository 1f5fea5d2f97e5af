#!/usr/bin/env node
// issue-text.mjs OUT: from OUT/comparison.json and OUT/report.md makes OUT/issue.json ({ action, title }) and OUT/issue.md.
// A regression opens an issue or adds to it, a pass closes it; what is inconclusive or broken leaves it as it is.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** GitHub takes 65,536 characters; what is said around the report needs some of them. */
const MOST = 60_000;

const out = process.argv[2];
const comparison = JSON.parse(readFileSync(join(out, "comparison.json"), "utf8"));
const run = JSON.parse(readFileSync(join(out, "run.json"), "utf8"));
const report = existsSync(join(out, "report.md")) ? readFileSync(join(out, "report.md"), "utf8") : "";

const action = { 0: "close", 1: "open" }[comparison.exitCode] ?? "none";
const { base, next } = comparison;
const url = process.env.RUN_URL ? `[Pages and records of this night](${process.env.RUN_URL})\n\n` : "";
const head =
  action === "close"
    ? `Recovered: the run \`${next.run}\` is nowhere slower than the baseline \`${base.run}\`.\n\n`
    : `The run \`${next.run}\` against the baseline \`${base.run}\`: ${comparison.exitReason}\n\n`;
const body =
  report.length <= MOST ? report : `${report.slice(0, report.lastIndexOf("\n", MOST))}\n\n(cut; the page has all)\n`;

// The matrix's name is a file's word: only what a name is made of goes into a title.
const matrix = String(run.matrix).replace(/[^\w.-]/g, "_");
writeFileSync(join(out, "issue.json"), `${JSON.stringify({ action, title: `ncf-bench: ${matrix} became slower` })}\n`);
writeFileSync(join(out, "issue.md"), head + url + body);
