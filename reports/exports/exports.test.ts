import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { visible } from "../../harness/console/visible.js";
import { packageRoot } from "../../storage/package-root.js";
import { matchGolden } from "../../test/golden.js";
import { renderBencher } from "./bencher.js";
import { renderCsv } from "./csv.js";
import { exportFormats } from "./formats.js";
import { renderGithubActionBenchmark } from "./github-action-benchmark.js";
import { renderJunit } from "./junit.js";
import { renderMlperf } from "./mlperf.js";
import { renderOpenMetrics } from "./openmetrics.js";
import { comparedInput, HOSTILE, hostileInput, measuredInput } from "./test-support-exports.js";
import { bencher, githubActionBenchmark, mlperfLine } from "./testdata/documented-schemas.js";
import { readOpenMetrics } from "./testdata/read-openmetrics.js";

const testdata = join(packageRoot(), "reports/exports/testdata");
const hostile = HOSTILE.map((text) => [visible(text.slice(0, 40)), text] as const);
const ajv = new Ajv2020({ strict: true, allErrors: true });

describe("every format", () => {
  it.each(exportFormats.map((format) => [format.name, format] as const))("is what was reviewed: %s", (name, format) => {
    const input = comparedInput();
    // Formats that say something of every launch: the one that crashed in one cell stands for all.
    const cells = input.cells.map((cell) => ({ ...cell, launches: cell.launches.slice(3, 4) }));
    const short = ["gobench", "csv", "mlperf"].includes(name) ? { ...input, cells } : input;
    matchGolden(join(testdata, `compared.${name}.golden`), format.render(short));
  });

  it.each(exportFormats.map((format) => [format.name, format] as const))(
    "never has a figure for the cell that could not be measured: %s",
    (_, format) => {
      const input = measuredInput();
      const lacking = input.cells.find(({ cell }) => cell.precision === "fp16")!;
      expect(lacking.series).toEqual([]);
      // What the format says with that cell alone holds none of a metric's figures.
      const text = format.render({ ...input, cells: [lacking] });
      expect(text).not.toMatch(/items\/s["\s]*:?\s*\d|"value": \d|items_per_second\{/);
    },
  );
});

describe("JUnit XML", () => {
  const validate = (text: string) =>
    validateXML({
      xml: [{ fileName: "junit.xml", contents: text }],
      schema: [readFileSync(join(testdata, "junit.xsd"), "utf8")],
    });

  it("is valid, and a cell's element says what came out", async () => {
    const text = renderJunit(comparedInput());
    expect(await validate(text)).toMatchObject({ valid: true, errors: [] });
    const cases = [...text.matchAll(/<testcase [^>]*name="([^"]*)"[^>]*>\n\s*<(\w+)(?: type="([^"]*)")?/g)];
    expect(cases.map(([, , element, type]) => [element, type])).toEqual([
      ["failure", "beyond-margin"],
      ["error", "crash"],
      ["system", undefined],
      ["system", undefined],
      ["skipped", "unsupported"],
    ]);
    expect(text).toContain('tests="5" failures="1" errors="1" skipped="1"');
  });

  it("without a baseline fails nothing, and still passes no cell that lacks launches", () => {
    expect(renderJunit(measuredInput())).toContain('tests="5" failures="0" errors="1" skipped="1"');
  });

  it("does not pass a cell that only the baseline has", () => {
    const input = comparedInput();
    const [gone, ...cells] = input.cells;
    const missing = { ...gone!.compared!, verdict: "not comparable" as const };
    missing.reason = { code: "cell-missing", message: "the newer run has no such cell" };
    const comparison = { ...input.comparison!, cells: [missing, ...input.comparison!.cells.slice(1)] };
    const text = renderJunit({ ...input, cells, comparison });
    expect(text).toContain('<error type="cell-missing" message="the newer run has no such cell"/>');
    expect(text).toContain('tests="5" failures="0" errors="2" skipped="1"');
  });

  it.each(hostile)("stays valid whatever the texts are: %s", async (_, text) => {
    expect(await validate(renderJunit(hostileInput(text)))).toMatchObject({ valid: true, errors: [] });
    expect((await validate(renderJunit(hostileInput(`${text}\uffff\ufffe`)))).valid).toBe(true);
  });

  it("is refused by the schema where it is wrong", async () => {
    const text = renderJunit(measuredInput()).replace(' errors="1"', "").replace("<system-out>", "<b/><system-out>");
    expect((await validate(text)).valid).toBe(false);
  });
});

describe("CSV", () => {
  const read = (text: string) =>
    parse(text, { columns: true, record_delimiter: "\r\n", relax_column_count: false }) as Record<string, string>[];

  it("reads back as every figure of every launch, and an empty value for what has none", () => {
    const input = measuredInput();
    const rows = read(renderCsv(input));
    const figures = input.cells.flatMap(({ launches }) => launches.flatMap((launch) => [...launch.figures.values()]));
    expect(rows.filter(({ status }) => status === "ok").map(({ value }) => Number(value))).toEqual(figures);
    const lost = rows.filter(({ status }) => status !== "ok");
    expect(lost.map(({ status, value }) => [status, value])).toEqual([
      ["crash", ""],
      ...Array.from({ length: 5 }, () => ["unsupported", ""]),
    ]);
    expect(lost[0]!.reason).toContain("SIGSEGV after epoch 4");
  });

  it.each(hostile)("keeps its rows and columns, and no field is a formula: %s", (_, text) => {
    const rows = read(renderCsv(hostileInput(text)));
    expect(rows.length).toBe(read(renderCsv(measuredInput())).length);
    for (const row of rows) {
      expect(Object.keys(row).length).toBe(Object.keys(rows[0]!).length);
      for (const value of Object.values(row)) expect(value).not.toMatch(/^[=+@\t-]/);
    }
  });
});

describe("JSON of other tools", () => {
  it.each([
    ["github-action-benchmark", githubActionBenchmark, (i) => renderGithubActionBenchmark(i, "higher")],
    ["github-action-benchmark-smaller", githubActionBenchmark, (i) => renderGithubActionBenchmark(i, "lower")],
    ["bencher", bencher, renderBencher],
  ] as [string, object, (input: ReturnType<typeof measuredInput>) => string][])(
    "%s is valid by what the tool documents",
    (_, schema, render) => {
      const validate = ajv.compile(schema);
      for (const input of [comparedInput(), ...HOSTILE.map(hostileInput)]) {
        validate(JSON.parse(render(input)));
        expect(validate.errors).toBeNull();
      }
    },
  );

  it("the two files of github-action-benchmark hold every metric once, in its direction", () => {
    const input = comparedInput();
    const names = (better: "higher" | "lower") =>
      (JSON.parse(renderGithubActionBenchmark(input, better)) as { name: string }[]).map(({ name }) => name);
    const all = input.cells.flatMap(({ key, series }) => series.map(({ metric }) => `${key} ${metric.name}`));
    expect([...names("higher"), ...names("lower")].sort()).toEqual(all.sort());
    expect(names("higher").some((name) => name.includes("latency"))).toBe(false);
  });

  it("Bencher's value is the median over launches, within its bounds", () => {
    const input = comparedInput();
    const read = JSON.parse(renderBencher(input)) as Record<string, Record<string, Record<string, number>>>;
    const { key, side } = input.cells[0]!;
    const { value, lower_value, upper_value } = read[key]!["train.throughput"]!;
    expect([lower_value, value, upper_value]).toEqual([
      Math.min(...side.values),
      side.median,
      Math.max(...side.values),
    ]);
  });

  it.each(["x", "é", "😀"])(
    "keys of %s that are too long for Bencher stay two, and the same from run to run",
    (letter) => {
      const input = measuredInput();
      const named = (ends: string[]) =>
        Object.keys(
          JSON.parse(
            renderBencher({
              ...input,
              cells: ends.map((end) => ({ ...input.cells[0]!, key: `k${letter.repeat(1100)}${end}` })),
            }),
          ) as object,
        );
      const names = named(["a", "b"]);
      expect(new Set(names).size).toBe(2);
      expect(named(["b"])).toEqual([names[1]]);
      for (const name of names) {
        expect(Buffer.byteLength(name)).toBeGreaterThan(1020);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(1024);
        expect(name).toMatch(new RegExp(`^k(${letter})+#[0-9a-f]{16}$`));
      }
      const fits = "k".repeat(1024);
      expect(Object.keys(JSON.parse(renderBencher({ ...input, cells: [{ ...input.cells[0]!, key: fits }] })))).toEqual([
        fits,
      ]);
    },
  );
});

describe("MLPerf-style log lines", () => {
  const read = (text: string) =>
    text
      .split("\n")
      .slice(0, -1)
      .map((line) => {
        expect(line.startsWith(":::MLLOG ")).toBe(true);
        return JSON.parse(line.slice(":::MLLOG ".length)) as { key: string; metadata: Record<string, unknown> };
      });

  it("are valid, one run_start and run_stop a launch, aborted where there is no figure", () => {
    const validate = ajv.compile(mlperfLine);
    for (const input of [measuredInput(), ...HOSTILE.map(hostileInput)]) {
      const lines = read(renderMlperf(input));
      for (const line of lines) {
        validate(line);
        expect(validate.errors).toBeNull();
      }
      const stops = lines.filter(({ key }) => key === "run_stop").map(({ metadata }) => metadata.status);
      expect(stops.length).toBe(25);
      expect(stops.filter((status) => status === "aborted").length).toBe(6);
      expect(lines.filter(({ key }) => key === "run_start").length).toBe(25);
    }
  });

  it("give no figure of a launch that failed", () => {
    const aborted = read(renderMlperf(measuredInput())).filter(
      ({ metadata }) => String(metadata.cell).includes("fp16") && metadata.status === undefined,
    );
    expect([...new Set(aborted.map(({ key }) => key))].sort()).toEqual([
      "global_batch_size",
      "run_start",
      "seed",
      "submission_benchmark",
    ]);
  });
});

describe("OpenMetrics", () => {
  it("reads back as the medians, the launches and the verdicts", () => {
    const input = comparedInput();
    const families = readOpenMetrics(renderOpenMetrics(input));
    const values = (name: string) => families.find((family) => family.name === name)!.samples;
    const trained = input.cells.filter(({ cell, side }) => cell.mode === "train" && side.valid > 0);
    expect(values("ncf_bench_train_throughput_items_per_second").map(({ value }) => value)).toEqual(
      trained.map(({ side }) => side.median),
    );
    expect(values("ncf_bench_launches").filter(({ labels }) => labels.precision === "fp16")).toMatchObject([
      { labels: { state: "planned" }, value: 7 },
      { labels: { state: "valid" }, value: 0 },
    ]);
    const said = values("ncf_bench_verdict").filter(({ value }) => value === 1);
    expect(said.map(({ labels }) => labels.verdict)).toEqual(input.cells.map(({ compared }) => compared!.verdict));
  });

  it.each(hostile)("stays readable whatever the texts are, and gives them back: %s", (_, text) => {
    const families = readOpenMetrics(renderOpenMetrics(hostileInput(text)));
    expect(families.map(({ name }) => name)).toEqual(
      readOpenMetrics(renderOpenMetrics(measuredInput())).map(({ name }) => name),
    );
  });

  it.each([
    ["a unit that is no suffix", "# TYPE a gauge\n# UNIT a seconds\na 1\n# EOF\n"],
    ["a family twice", "# TYPE a gauge\na 1\n# TYPE b gauge\nb 1\n# TYPE a gauge\n# EOF\n"],
    ["an unescaped quote", '# TYPE a gauge\na{b="c"d"} 1\n# EOF\n'],
    ["the same sample twice", '# TYPE a gauge\na{b="c"} 1\na{b="c"} 2\n# EOF\n'],
    ["no end", "# TYPE a gauge\na 1\n"],
  ])("the reader refuses %s", (_, text) => {
    expect(() => readOpenMetrics(text)).toThrow();
  });
});
