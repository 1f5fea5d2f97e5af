import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseModel } from "../suites/ncf/workload.js";
import { loadPublished, type References } from "./load.js";

/** Figures of each source, as counted in the published documents. */
const COUNTS: Record<string, number> = {
  "tensorflow-2019-07": 57,
  "tensorflow-2023-04": 184,
  "pytorch-2019-02": 50,
  "pytorch-2019-07-08": 97,
  "pytorch-2019-07-16": 81,
  "pytorch-2020-06": 212,
  "pytorch-2023-04": 210,
  "paper-2017": 32,
  "mlperf-0.5-results": 27,
  "mlperf-0.5-rules": 4,
};

let references: References;
beforeAll(async () => {
  references = await loadPublished();
});

describe("published figures", () => {
  it("are 954, so many from each source", () => {
    const counts = Object.fromEntries(references.sources.map(({ id, figures }) => [id, figures.length]));
    expect(counts).toEqual(COUNTS);
    expect(references.sources.flatMap(({ figures }) => figures)).toHaveLength(954);
  });

  it("each cite repository, path and revision, under an id of its own", () => {
    const figures = references.sources.flatMap((source) => source.figures);
    expect(new Set(figures.map(({ id }) => id)).size).toBe(954);
    for (const { citation } of figures) expect(citation.repo).toMatch(/^[\w-]+\/[\w.-]+$/);
  });

  it.each([
    ["tensorflow-2019-07", "train.throughput", "fp32", 1, "off", 9_255_160],
    ["tensorflow-2019-07", "train.throughput", "fp16", 1, "off", 14_913_842],
    ["tensorflow-2019-07", "train.throughput", "fp16", 1, "on", 24_300_000],
  ])("%s: %s %s on %d V100 16 GB, XLA %s, is %d", (id, quantity, precision, gpus, xla, value) => {
    const found = references.sources
      .find((source) => source.id === id)!
      .figures.filter(
        (figure) =>
          figure.measures?.quantity === quantity &&
          figure.precision === precision &&
          figure.gpus === gpus &&
          figure.xla === xla &&
          figure.device === "V100-SXM2-16GB",
      );
    expect(found.map((figure) => figure.value)).toEqual([value]);
  });

  it("the value is the printed digits, in the printed scale", () => {
    for (const { figures } of references.sources) {
      for (const { id, value, unit, published } of figures) {
        if (published === null) continue;
        const digits = Number(/[\d.,]+(?:[eE][+-]?\d+)?/.exec(published)![0].replaceAll(",", ""));
        // Some tables print millions of samples a second under a heading that says so.
        const scale = unit === "samples/s" && digits < 1000 ? 1e6 : 1;
        expect(Math.abs(digits * scale - value), id).toBeLessThanOrEqual(1e-9 * Math.abs(value));
      }
    }
  });

  it("never mix evaluation with 100, 99 and 999 negatives", () => {
    const negatives = (id: string) => {
      const { figures } = references.sources.find((source) => source.id === id)!;
      return [...new Set(figures.filter(({ measures }) => measures?.quantity === "hr").map((f) => f.evalNegatives))];
    };
    expect(negatives("tensorflow-2019-07")).toEqual([100]);
    expect(negatives("pytorch-2023-04")).toEqual([100]);
    expect(negatives("paper-2017")).toEqual([99]);
    const mlperf = references.sources.find(({ id }) => id === "mlperf-0.5-results")!.figures;
    expect([...new Set(mlperf.map((figure) => figure.evalNegatives))]).toEqual([999]);
  });

  it("name only devices that are known and models that parse", () => {
    const devices = new Set(references.devices.map(({ id }) => id));
    for (const { figures } of references.sources) {
      for (const { device, model, id } of figures) {
        if (device !== null) expect(devices.has(device), id).toBe(true);
        expect(parseModel(model), id).not.toBeNull();
      }
    }
  });
});

describe("a damaged reference", () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "ncf-reference-"));
    await mkdir(join(root, "published"));
  });
  afterAll(() => rm(root, { recursive: true }));

  it.each([
    ["no JSON", "{", /JSON/],
    [
      "an unknown field",
      '{"schema":"ncf-bench.reference/1.0","id":"a","title":"t","figures":[],"more":1}',
      /more|figures/,
    ],
    ["another schema", '{"schema":"ncf-bench.reference/9.0","id":"a","title":"t","figures":[]}', /schema/],
  ])("%s is refused with file and field", async (_, text, message) => {
    await writeFile(join(root, "published", "a.json"), text);
    await expect(loadPublished(root)).rejects.toThrow(message);
    await expect(loadPublished(root)).rejects.toThrow(/a\.json/);
  });
});
