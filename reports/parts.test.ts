import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LaunchRecord } from "../harness/record/schema.js";
import type { CheckResult } from "../reference/types.js";
import { cellLabel, namingAxes } from "./axes.js";
import { cellReports } from "./cells.js";
import { tickPercent, tickSeconds, tickSi } from "./charts/ticks.js";
import { flattenFacts } from "./facts.js";
import { metricTitle } from "./highlights.js";
import { cellLabels } from "./labels.js";
import { latencyReports } from "./latency.js";
import { buildReportModel } from "./model.js";
import { referencesReport } from "./references.js";
import { rerunCommand, shellWord } from "./rerun.js";
import { slugs } from "./slug.js";
import { HOSTILE } from "./test-support-hostile.js";
import { metricsOf, sampleRun } from "./test-support-run.js";
import { cleanLine, cleanText } from "./text.js";

const run = sampleRun();
const { manifest } = run;
const cells = manifest.cells.map(({ cell }) => cell);

describe("slugs", () => {
  it("are unique, short, and hold nothing but letters, digits and dashes, whatever the keys are", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: "binary", maxLength: 200 })), (keys) => {
        const ids = slugs(keys);
        expect(new Set(ids).size).toBe(keys.length);
        for (const id of ids) expect(id).toMatch(/^cell(-[a-z0-9-]{0,90})?$/);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});

describe("slugs of hostile keys", () => {
  it.each(slugs(HOSTILE))("%s", (id) => expect(id).toMatch(/^cell(-[a-z0-9]+)*$/));
});

describe("text from outside", () => {
  it("shows control and reordering characters, keeps line breaks, cuts what is too long", () => {
    expect(cleanText("a\u001b[31m\r\nb\u202e")).toBe("a\\x1b[31m\nb\\u{202e}");
    expect(cleanLine("a\nb")).toBe("a ↵ b");
    expect(cleanText("x".repeat(5000))).toBe(`${"x".repeat(2000)}… (5000 characters)`);
  });
});

describe("names of cells", () => {
  it("hold the axes in which the cells differ, or mode and engine where they do not", () => {
    expect(namingAxes(cells)).toEqual(["mode", "model", "precision", "batch"]);
    expect(namingAxes(cells.slice(0, 1))).toEqual(["mode", "engine"]);
    expect(cellLabel(cells[0]!, ["mode", "gpus", "xla", "batch"])).toBe("train · host CPU · xla off · batch 16,384");
    expect(cellLabel({ ...cells[0]!, gpus: 8 }, ["gpus"])).toBe("8 GPUs");
  });
});

describe("the command that runs a cell again", () => {
  it.each([
    [["run"], "ncf-bench run --matrix quick --cell mode=train model=paper-8"],
    [
      ["run", "--matrix", "my nightly.yaml"],
      "ncf-bench run --matrix 'my nightly.yaml' --cell mode=train model=paper-8",
    ],
    [
      ["run", "--cell", "mode=train", "gpus=1", "--out", "x", "--launches", "7", "--json", "--resume=abc"],
      "ncf-bench run --launches 7 --matrix quick --cell mode=train model=paper-8",
    ],
    [
      ["run", "--cells-of", "out/comparison.json", "--launches", "7"],
      "ncf-bench run --launches 7 --matrix quick --cell mode=train model=paper-8",
    ],
    [["run", "--set", "epochs=3"], "ncf-bench run --set epochs=3 --matrix quick --cell mode=train model=paper-8"],
    [[], "ncf-bench run --matrix quick --cell mode=train model=paper-8"],
  ])("keeps what decides the measurement and drops what named the old run: %j", (command, wanted) => {
    expect(rerunCommand({ ...manifest, command }, cells[0]!, ["mode", "model"])).toBe(wanted);
  });

  it("is one word a value to a shell, whatever the value", () => {
    expect(shellWord("a'b $(touch x) `y`\n;z")).toBe("'a'\\''b $(touch x) `y` ↵ ;z'");
    expect(shellWord("synthetic:users=5,items=3")).toBe("synthetic:users=5,items=3");
  });
});

describe("labels", () => {
  const record = (changes: object) => [
    { engine: null, protocol: null, warnings: [], ...changes } as unknown as LaunchRecord,
  ];
  const real = { ...cells[0]!, dataset: "ml-100k" };
  it.each([
    ["a generated data set by the plan", cells[0]!, manifest.datasets, [], ["synthetic data"]],
    ["a generated data set by the records", real, {}, record({ protocol: { synthetic: true } }), ["synthetic data"]],
    ["the fake engine by the plan", { ...real, engine: "fake" }, {}, [], ["fake engine"]],
    ["the fake engine by the records", real, {}, record({ engine: { name: "fake" } }), ["fake engine"]],
    ["virtual devices", { ...real, backend: "emulated" }, {}, [], ["emulated devices"]],
    ["a planted fault", real, {}, record({ warnings: [{ code: "fault.injected", message: "" }] }), ["fault injected"]],
    ["nothing on a real measurement", real, {}, record({ protocol: { synthetic: false } }), []],
  ] as const)("say %s", (_, cell, datasets, records, wanted) => {
    expect(cellLabels(cell, datasets, records)).toEqual(wanted);
  });
});

describe("cells", () => {
  const reports = cellReports(run, { metricsOf });
  it("count the launches that gave a figure, and say why the others gave none", () => {
    expect(reports.map(({ valid, planned, state }) => `${valid}/${planned} ${state}`)).toEqual([
      "5/5 measured",
      "4/5 partly",
      "5/5 measured",
      "5/5 measured",
      "0/5 unsupported",
    ]);
    expect(reports[1]!.problems).toEqual([
      {
        kind: "crash",
        message: "the worker ended by SIGSEGV after epoch 4",
        hint: "see logs/ of the run",
        launches: [3],
      },
    ]);
    expect(reports[4]!.problems[0]!.launches).toEqual([0, 1, 2, 3, 4]);
  });

  it("give the median over launches, with the range in one unit", () => {
    const own = run.records.filter((r) => r.key === manifest.cells[0]!.key).map((r) => r.metrics["train.throughput"]!);
    expect(reports[0]!.median.value).toBe(own.toSorted((a, b) => a - b)[2]);
    expect(reports[0]!.range).toMatch(/^\d\d\.\d to \d\d\.\d k$/);
  });

  it("say of a launch that was planned and never recorded that it was not", () => {
    const [first, ...rest] = run.records;
    const [report] = cellReports({ ...run, records: rest }, { metricsOf });
    expect(report!.problems).toMatchObject([{ kind: "not-recorded", launches: [first!.launch] }]);
  });
});

describe("latency", () => {
  it("takes percentiles within a launch and their median over launches", () => {
    const launch = (base: number) =>
      ({
        inference: [
          { variant: "fed", batch: 64, warmupIterations: 1, latencies: [0, 1, 2, 3, 4].map((i) => base + i) },
        ],
      }) as unknown as LaunchRecord;
    const [report] = latencyReports([launch(10), launch(20), launch(90)]);
    expect(report).toMatchObject({ batch: 64, variant: "fed", launches: 3, iterations: 15 });
    expect(report!.percentiles.map(({ seconds }) => seconds.value)).toEqual([22, 23.6, 23.8, 23.96]);
  });
});

describe("facts", () => {
  it("are flat, sorted, and shorten hashes", () => {
    const hash = "0123456789abcdef".repeat(4);
    expect(flattenFacts({ b: [1, 2], a: { hash, none: null, list: [{ x: 1 }] } })).toEqual([
      { name: "a.hash", text: "0123456789abcdef…" },
      { name: "a.list", text: '[{"x":1}]' },
      { name: "a.none", text: "none" },
      { name: "b", text: "1, 2" },
    ]);
  });
});

describe("ticks and titles", () => {
  it.each([
    [tickSi(20_000), "20 k"],
    [tickSi(1.5e6), "1.5 M"],
    [tickSi(100), "100"],
    [tickSeconds(0.01), "10 ms"],
    [tickSeconds(2.5), "2.5 s"],
    [tickPercent(0.05), "+5 %"],
    [tickPercent(-0.025), "−2.5 %"],
    [tickPercent(0), "0 %"],
    [metricTitle("train.throughput"), "training throughput"],
    [metricTitle("infer.fed.throughput"), "inference throughput, fed"],
  ])("%s", (text, wanted) => expect(text).toBe(wanted));
});

describe("protocol", () => {
  it("is said once where all cells agree, and by group where they do not", () => {
    const { protocol } = buildReportModel({ run, metricsOf });
    expect(protocol.common).toContainEqual({ name: "dropoutMode", text: "active" });
    expect(protocol.common.map(({ name }) => name)).not.toContain("factors");
    expect(protocol.groups.map((group) => group.cells.length)).toEqual([1, 1, 2]);
    expect(protocol.unknown).toBe(1);
  });
});

describe("warnings", () => {
  it("of launches, machine and records are each said once, with where they come from", () => {
    const damaged = { ...run, damage: [{ line: 7, message: "the checksum does not match" }] };
    expect(buildReportModel({ run: damaged, metricsOf }).warnings).toMatchObject([
      { code: "virtual-machine", where: ["machine"], launches: 0 },
      { code: "record-damaged", message: "line 7 of the records: the checksum does not match" },
      { code: "host-busy", where: ["train · paper-8 · fp32 · batch 16,384"], launches: 1 },
    ]);
  });
});

describe("references", () => {
  it("stand beside measured values where they apply, and are counted with the reason where they do not", () => {
    const figure = { metric: "Training throughput", value: 1e7, citation: { section: "Table 3" } };
    const applied = {
      ...{ figure, source: "NVIDIA, 2019", verdict: "missed", measured: 8e6, unit: "items/s", better: "higher" },
      ...{ band: { low: 9e6, high: 2e7 }, ratio: 0.8, valid: 5, planned: 5, differences: ["framework: TensorFlow 1"] },
    };
    const empty = { applied: [], roofline: null };
    const check = {
      cells: [
        { ...empty, applied: [applied] },
        { ...empty, roofline: { device: "V100", bound: 2.4e7, share: 0.4, invalid: [] } },
      ],
      counts: { figures: 954, notApplicable: 953, reasons: { device: 900, batch: 50, ratio: 3 } },
      exitReason: "1 references missed",
    } as unknown as CheckResult;
    const report = referencesReport(check, cellReports(run, { metricsOf }));
    expect(report.rows).toMatchObject([
      {
        label: "train · paper-8 · fp32 · batch 16,384",
        measured: { text: "8.00 M items/s" },
        published: { text: "10.0 M items/s" },
        ratio: { text: "0.800" },
        band: "9.00 M items/s to 20.0 M items/s",
        symbol: "▼",
      },
    ]);
    expect(report.rooflines).toMatchObject([{ device: "V100", share: { text: "40.0 %" } }]);
    expect(report.notApplicable).toBe(
      "953 of 954 published figures do not apply here, by the cell that comes nearest: 900 another GPU or none, 50 another batch size, 3 ratios of two other figures.",
    );
  });
});
