import { describe, expect, it } from "vitest";
import { checkRun } from "../reference/check.js";
import { loadPublished } from "../reference/load.js";
import { publishedScaling } from "../reference/published-scaling.js";
import { panels } from "./charts/panels.js";
import { heatMaps } from "./heat.js";
import { buildReportModel } from "./model.js";
import { gpuRun } from "./test-support-gpu.js";
import { metricsOf, sampleRun } from "./test-support-run.js";

const references = await loadPublished();
const run = gpuRun();
const model = buildReportModel({ run, metricsOf, check: checkRun(run, references), sources: references.sources });

describe("heat maps", () => {
  it("lay GPUs or batch down and precision and compiler setting across, figures and share of the ceiling", () => {
    expect(model.heat.map(({ title, corner, columns, rows }) => [title, corner, columns.length, rows.length])).toEqual([
      ["Matrix of training throughput", "gpus", 4, 4],
      ["Share of the ceiling: training throughput", "gpus", 4, 4],
      ["Matrix of inference throughput, fed", "batch", 2, 5],
      ["Share of the ceiling: inference throughput, fed", "batch", 2, 5],
    ]);
    expect(model.heat[0]!.columns).toEqual(["fp32 · xla off", "fp32 · xla on", "fp16 · xla off", "fp16 · xla on"]);
  });

  it("show of each cell what its row shows, link to that row, and colour the better ones stronger", () => {
    const bySlug = new Map(model.cells.map((cell) => [cell.slug, cell]));
    const [figures, shares] = model.heat;
    for (const square of figures!.rows.flatMap(({ squares }) => squares)) {
      const cell = bySlug.get(square!.slug)!;
      expect(cell.median.text).toBe(`${square!.text} items/s`);
      expect(square!.level).toBe(Math.min(7, Math.floor((cell.median.value! / 129e6) * 8)));
    }
    expect(shares!.rows[0]!.squares[0]!.text).toBe(bySlug.get(shares!.rows[0]!.squares[0]!.slug)!.ceiling.text);
  });

  it("colour by the logarithm over a wide range, keep the place of what was not measured, and leave lists to the table", () => {
    expect(model.heat[2]!.caption).toMatch(/by the logarithm/);
    expect(model.heat[2]!.rows[0]!.squares[0]!.level).toBe(0);
    const none = model.cells.map((cell, i) => (i === 0 ? { ...cell, median: { value: null, text: "–" } } : cell));
    expect(heatMaps(none)[0]!.rows[0]!.squares[0]).toMatchObject({ text: "measured", level: null });
    expect(heatMaps(model.cells.filter(({ cell }) => cell.precision === "fp32" && cell.mode === "infer"))).toEqual([]);
  });
});

describe("scaling", () => {
  it("is held against the cell of the fewest GPUs, with every launch", () => {
    const [first] = model.scaling;
    expect(first).toMatchObject({ name: "fp32 · xla off", from: 1 });
    const medians = model.cells.filter(({ cell }) => cell.precision === "fp32" && cell.xla === "off").slice(0, 4);
    expect(first!.points.map(({ gpus, launches }) => [gpus, launches.length])).toEqual([
      [1, 5],
      [2, 5],
      [4, 5],
      [8, 5],
    ]);
    first!.points.forEach(({ speedup }, i) => {
      expect(speedup).toBeCloseTo(medians[i]!.median.value! / medians[0]!.median.value!, 12);
    });
  });

  it("stands beside the published DGX-1 only where that did the same work", () => {
    expect(
      model.scaling.map(({ name, published }) => [name, published?.points.map(({ gpus }) => gpus) ?? null]),
    ).toEqual([
      ["fp32 · xla off", [1, 4, 8]],
      ["fp32 · xla on", null],
      ["fp16 · xla off", [1, 4, 8]],
      ["fp16 · xla on", null],
    ]);
    const [cell] = run.manifest.cells;
    const published = (change: object, dataset: string | null = "ml-20m") =>
      publishedScaling({ ...cell!.cell, ...change }, dataset, references.sources);
    expect(published({})).not.toBeNull();
    for (const other of [{ batch: 65_536 }, { model: "paper-8" }, { precision: "bf16" }, { scaling: "weak" }]) {
      expect(published(other), JSON.stringify(other)).toBeNull();
    }
    expect(published({ backend: "emulated" })).toBeNull();
    expect(published({}, null)).toBeNull();
    expect(publishedScaling(cell!.cell, "ml-20m", [])).toBeNull();
  });
});

describe("telemetry", () => {
  it("is a strip for what launches told, in the order they ran, and marks those in which the GPU held its clock down", () => {
    expect(model.telemetry.map(({ title, of, launches }) => [title, of, launches.length])).toEqual([
      ["GPU clock", 130, 130],
      ["GPU memory clock", 130, 130],
      ["GPU power", 130, 130],
      ["GPU temperature", 130, 130],
      ["CPU busy", 130, 130],
      ["CPU used by others", 130, 130],
      ["CPU stolen by the hypervisor", 130, 130],
      ["Load before the launch", 130, 130],
    ]);
    const clock = model.telemetry[0]!.launches;
    expect(clock.map(({ order }) => order)).toEqual(Array.from({ length: 130 }, (_, i) => i + 1));
    expect(clock.filter(({ held }) => held)).toHaveLength(3);
    expect(model.telemetry[2]!.launches.every(({ least, most }) => least === 58 && most === 262)).toBe(true);
    expect(buildReportModel({ run: { ...run, records: run.records.slice(0, 1) }, metricsOf }).telemetry).toEqual([]);
  });
});

describe("panels", () => {
  it("say in words what they show: sweeps, speed-up, efficiency, strips", () => {
    const drawn = panels(model);
    const said = (title: string) => /aria-label="([^"]*)"/.exec(drawn.find((panel) => panel.title === title)!.svg)![1]!;
    expect(said("Speed-up over GPUs")).toMatch(
      /fp32 · xla off: 1 GPUs 1.00 ×, 2 GPUs .* published for DGX-1 \(V100 16 GB\): 1 GPUs 1.00 ×, 4 GPUs/,
    );
    expect(said("Scaling efficiency")).toContain("1 GPUs 100 %");
    expect(said("Batch sweep: inference throughput, fed")).toContain("fp32: batch 1,024 1.1");
    expect(said("GPU power")).toBe("Strip chart of GPU power over 130 launches: from 58.0 W to 262 W.");
  });

  it("leave out a curve of one evaluation: it is a figure of the table", () => {
    const sample = sampleRun();
    const records = sample.records.map((record) => ({ ...record, evaluations: record.evaluations.slice(-1) }));
    const titles = panels(buildReportModel({ run: { ...sample, records }, metricsOf })).map(({ title }) => title);
    expect(titles).toContain("Training loss by epoch");
    expect(titles).not.toContain("HR@10 by epoch");
  });
});
