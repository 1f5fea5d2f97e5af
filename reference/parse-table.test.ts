import { beforeAll, describe, expect, it } from "vitest";
import { UserError } from "../errors/user-error.js";
import { loadPublished, type References } from "./load.js";
import { MAX_TABLE_BYTES, parseTable, tableJsonSchema } from "./parse-table.js";
import { type Figure, ReferenceFile } from "./schema.js";
import { ownFigure, ownTable } from "./testdata/own-table.js";

let references: References;
beforeAll(async () => {
  references = await loadPublished();
});

const parse = (text: string) => parseTable(text, "mine.json", references.devices);
const jsonOf = (...figures: Figure[]) => JSON.stringify(ownTable(figures), null, 1);

function refusal(text: string): UserError {
  try {
    parse(text);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return error as UserError;
  }
  throw new Error("the table was taken");
}

describe("a user's table", () => {
  it("is the same whether it was written as JSON or as YAML", () => {
    const json = parse(jsonOf(ownFigure({})));
    expect(json).toEqual(ownTable([ownFigure({})]));
    const yaml = Object.entries(json.figures[0]!).map(([key, value]) => `    ${key}: ${JSON.stringify(value)}\n`);
    const head = `schema: ${json.schema}\nid: mine\ntitle: ${json.title}\nfigures:\n  -\n`;
    expect(parse(`# of ours\n${head}${yaml.join("")}`)).toEqual(json);
  });

  const wrong: [string, Partial<Record<keyof Figure, unknown>>, RegExp][] = [
    ["a word for a number", { gpus: "8" }, /figures\[0\]\.gpus: .*number.*; it takes number of GPUs/],
    ["an unknown field", { speed: 3 } as never, /figures\[0\]: .*"speed"; its fields are id, metric, value/],
    ["a missing field", { dataset: undefined }, /figures\[0\]\.dataset: .*; it takes data set by name/],
    ["no such precision", { precision: "fp8" }, /figures\[0\]\.precision: .*"bf16"/],
    ["no such quantity", { measures: { quantity: "speed", statistic: "mean" } }, /figures\[0\]\.measures\.quantity/],
    ["neither measured nor kept", { measures: null }, /either measures or notApplied/],
    ["both measured and kept", { notApplied: "ratio" }, /either measures or notApplied/],
    ["another unit", { unit: "s" }, /figures\[0\]\.unit: train\.throughput is in samples\/s/],
    ["a speed of 0", { value: 0 }, /figures\[0\]\.value: a measured figure is above 0/],
    ["no number", { value: null }, /figures\[0\]\.value/],
    [
      "percent",
      { value: 95.9, unit: "fraction", measures: { quantity: "hr", statistic: "mean" } },
      /figures\[0\]\.value: a fraction is at most 1/,
    ],
    [
      "a hit rate among unknown negatives",
      { value: 0.959, unit: "fraction", measures: { quantity: "hr", statistic: "mean" }, evalNegatives: null },
      /figures\[0\]\.evalNegatives: hr depends on the evaluation negatives/,
    ],
    [
      "a time to no target",
      { value: 3, unit: "s", measures: { quantity: "timeToTarget", statistic: "mean" } },
      /figures\[0\]\.measures\.target/,
    ],
    [
      "inference of neither variant",
      { measures: { quantity: "infer.throughput", statistic: "mean" } },
      /figures\[0\]\.measures\.variant/,
    ],
    ["an empty band", { band: { low: 2, high: 1 } }, /figures\[0\]\.band: low is not below high/],
    ["a band beside its figure", { band: { low: 1, high: 2 } }, /figures\[0\]\.band: the figure itself lies outside/],
    ["an unknown GPU", { device: "RTX-4090" }, /figures\[0\]\.device: unknown; the known ones are V100-SXM2-16GB/],
    ["no GPU", { device: null }, /figures\[0\]\.device: without it no run matches/],
    ["no batch", { batch: null }, /figures\[0\]\.batch: without it no run matches/],
    ["the CPU", { gpus: 0 }, /figures\[0\]\.gpus: .*at least 1/],
    ["memory that the GPU has not", { gpuMemoryGB: 32 }, /figures\[0\]\.gpuMemoryGB: V100-SXM2-16GB has 16/],
    ["no model", { model: "neumf" }, /figures\[0\]\.model: no model/],
    ["more than the GPU can do", { value: 96e6 }, /figures\[0\]\.value: above the 2\d{7} items\/s/],
  ];
  it.each(wrong)("with %s is refused with place, path and what to do", (_, changes, message) => {
    const error = refusal(jsonOf(ownFigure(changes as Partial<Figure>)));
    expect(error.message).toMatch(message);
    expect(error.message).toMatch(/^mine\.json:\d+:\d+: /);
    expect([error.exitCode, error.hint]).toEqual([2, expect.stringContaining("reference --schema")]);
  });

  it("with another figure's id is refused", () => {
    const text = jsonOf(ownFigure({})).replace("mine/1", "mine/7");
    expect(refusal(text).message).toMatch(/figures\[0\]\.id: expected the id mine\/1/);
  });

  it.each([
    ["a torn file", '{"schema": ', /mine\.json:1:/],
    ["a key twice", '{"schema": "a", "schema": "b"}', /keys must be unique/i],
    ["another schema", jsonOf(ownFigure({})).replace("reference/1.0", "reference/9.0"), /schema: .*reference\/1\.0/],
    ["no figures", '{"schema":"ncf-bench.reference/1.0","id":"a","title":"t","figures":[]}', /figures: /],
    ["a list", "[]", /expected object/],
    ["nothing", "", /expected object/],
    [
      "an id that is a path",
      jsonOf(ownFigure({})).replace('"id": "mine"', '"id": "../mine"'),
      /id: lower-case letters/,
    ],
    ["too much", " ".repeat(MAX_TABLE_BYTES + 1), /larger than/],
  ])("%s is refused", (_, text, message) => {
    expect(refusal(text).message).toMatch(message);
  });

  it("lists every error, each with its own line", () => {
    const error = refusal(jsonOf(ownFigure({ gpus: 0 }), ownFigure({}), ownFigure({ device: null, model: "x" })));
    const lines = error.message.split("\n");
    expect(lines[0]).toBe("mine.json: 3 errors");
    expect(lines.slice(1).map((line) => /figures\[\d\]\.\w+/.exec(line)![0])).toEqual([
      "figures[0].gpus",
      "figures[2].device",
      "figures[2].model",
    ]);
    expect(new Set(lines.slice(1).map((line) => /^ {2}mine\.json:(\d+):\d+: /.exec(line)![1])).size).toBe(3);
  });

  it("of which each figure is wrong is refused with the first twenty errors and how many more there are", () => {
    const error = refusal(jsonOf(...Array.from({ length: 50 }, () => ownFigure({ gpus: 0 }))));
    expect(error.message.split("\n")).toHaveLength(22);
    expect(error.message).toMatch(/and 30 more$/);
  });

  it("may keep figures that are never applied, with the reason", () => {
    const figure = ownFigure({ measures: null, notApplied: "other-definition", device: null, value: -1 });
    expect(parse(jsonOf(figure)).figures[0]).toMatchObject({ notApplied: "other-definition" });
  });
});

describe("the JSON Schema of a table", () => {
  it("says what each field of a figure takes, and requires what the parser requires", () => {
    const schema = tableJsonSchema();
    const figure = schema.properties!.figures!.items!;
    const described = ["unit"];
    for (const [name, field] of Object.entries(figure.properties!)) {
      expect(field.description !== undefined || described.includes(name), name).toBe(true);
    }
    const { required } = figure as { required?: string[] };
    for (const name of required!) {
      const { [name]: _, ...less } = ownFigure({}) as Record<string, unknown>;
      expect(ReferenceFile.safeParse({ ...ownTable([]), figures: [less] }).success, name).toBe(false);
    }
  });
});
