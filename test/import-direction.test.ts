import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../storage/package-root.js";

const root = packageRoot();

/**
 * What each folder may import, the deepest matching folder deciding. `suites/suite` stands for the two files of `suites/`
 * that everyone may know: the contract and the cell.
 */
const allowed: Record<string, readonly string[]> = {
  errors: [],
  storage: ["errors"],
  xla: [],
  "xla/pjrt": ["xla"],
  "xla/stablehlo": ["xla"],
  "xla/plugins": ["xla"],
  suites: ["errors", "storage", "xla"],
  "harness/stats": [],
  "harness/console": [],
  "harness/matrix": ["errors", "storage", "suites"],
  "harness/machine": ["errors", "storage", "suites", "xla"],
  "harness/record": ["errors", "storage", "suites"],
  "harness/telemetry": ["suites", "harness/stats", "harness/machine", "harness/record"],
  "harness/plan": ["errors", "storage", "suites", "harness/matrix", "harness/run", "harness/record"],
  "harness/worker": ["errors", "storage", "suites"],
  "harness/run": [
    "errors",
    "storage",
    "suites",
    "harness/record",
    "harness/machine",
    "harness/matrix",
    "harness/plan",
    "harness/telemetry",
    "harness/worker",
  ],
  "harness/compare": [
    "errors",
    "storage",
    "suites",
    "harness/stats",
    "harness/record",
    "harness/run",
    "harness/telemetry",
  ],
  "harness/history": [
    "errors",
    "storage",
    "suites",
    "harness/stats",
    "harness/record",
    "harness/run",
    "harness/compare",
  ],
  "harness/calibrate": [
    "errors",
    "storage",
    "suites",
    "harness/stats",
    "harness/record",
    "harness/run",
    "harness/plan",
    "harness/compare",
  ],
  "harness/ab": [
    "errors",
    "storage",
    "suites",
    "xla",
    "harness/stats",
    "harness/plan",
    "harness/record",
    "harness/run",
    "harness/compare",
  ],
  "harness/bisect": ["errors", "storage", "harness/stats", "harness/compare", "harness/ab"],
  "harness/setup": ["errors", "storage", "suites", "xla"],
  reference: ["errors", "storage", "suites", "harness/stats", "harness/record", "harness/run"],
  reports: [
    "errors",
    "storage",
    "suites",
    "harness/stats",
    "harness/record",
    "harness/run",
    "harness/compare",
    "harness/history",
    "harness/console",
    "harness/telemetry",
    "reference",
  ],
  schemas: [
    "errors",
    "harness/ab",
    "harness/bisect",
    "suites",
    "harness/record",
    "harness/run",
    "harness/matrix",
    "harness/compare",
    "harness/history",
    "reference",
  ],
  "harness/cli": ["errors", "storage", "xla", "suites", "harness", "reference", "reports"],
};

/** Edges that folder rules are too coarse for: [importing path, imported path, why not]. */
const forbidden: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^harness\/(?!worker\/|cli\/|setup\/)/, /^suites\/[^/]+\/engines\//, "only a worker opens an engine"],
  [/^harness\/(run|plan|compare|matrix)\//, /^harness\/worker\/(?!protocol)/, "only the protocol file is shared"],
  [/^harness\/compare\//, /^harness\/run\/(?!manifest|run-dir)/, "compare reads records, never processes"],
  [/^harness\/compare\//, /^harness\/telemetry\/(?!disturbances)/, "compare reads records, never processes"],
  [/^(?!storage\/)suites\/(?!ncf\/engines\/tfjs)/, /^@tensorflow\//, "only the tfjs engine knows TensorFlow.js"],
  [/^(?!xla\/pjrt\/)/, /^koffi$/, "only the PJRT binding calls native code"],
  [/^(?!harness\/history\/index\/)/, /^@duckdb\//, "only the index of stored runs knows DuckDB"],
  [/^(?!harness\/cli\/)/, /^commander$/, "commander stays in the command line"],
];

interface Edge {
  from: string;
  to: string;
}

function sources(dir: string): string[] {
  return readdirSync(join(root, dir), { recursive: true, encoding: "utf8" })
    .map((name) => join(dir, name))
    .filter((path) => path.endsWith(".ts") && !/(\.test\.ts|\/testdata\/|\/test-support|\.d\.ts)/.test(path));
}

function edges(): Edge[] {
  const found: Edge[] = [];
  for (const file of ["errors", "storage", "xla", "suites", "harness", "reference", "reports", "schemas"].flatMap(
    sources,
  )) {
    const text = readFileSync(join(root, file), "utf8");
    for (const match of text.matchAll(/(?:from\s+|import\(\s*|^import\s+)"([^"]+)"/gm)) {
      const target = match[1]!;
      const to = target.startsWith(".") ? relative(root, resolve(root, dirname(file), target)) : target;
      found.push({ from: file, to: to.replace(/\.js$/, "") });
    }
  }
  return found;
}

function folderRule(path: string): string | undefined {
  const parts = path.split("/");
  return [parts.slice(0, 2).join("/"), parts[0]!].find((folder) => folder in allowed);
}

const inside = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

describe("imports point one way", () => {
  const all = edges();

  it("finds the project's imports at all", () => {
    expect(all.length).toBeGreaterThan(100);
  });

  it("every folder imports only what lies below it", () => {
    const wrong = all.filter(({ from, to }) => {
      if (!/^(errors|storage|xla|suites|harness|reference|reports|schemas|ci|bench|test)\//.test(to)) return false;
      const rule = folderRule(from);
      if (rule === undefined) return true;
      return !inside(to, rule) && !allowed[rule]!.some((folder) => inside(to, folder));
    });
    expect(wrong).toEqual([]);
  });

  it("keeps the finer boundaries", () => {
    const wrong = all.flatMap((edge) =>
      forbidden.filter(([from, to]) => from.test(edge.from) && to.test(edge.to)).map(([, , why]) => ({ ...edge, why })),
    );
    expect(wrong).toEqual([]);
  });
});
