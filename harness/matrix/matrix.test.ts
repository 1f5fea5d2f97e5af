import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { cellKey, globalBatch } from "../../suites/cell.js";
import { type ExpandRequest, expandMatrix } from "./expand.js";
import { builtInMatrices, loadMatrix } from "./load.js";
import { parseMatrix } from "./parse.js";
import { selectCells } from "./select.js";

const HEAD = "matrix: 1\nname: t\ndescription: d\n";
const ONE = "{ mode: train, batch: 64, dataset: d }";

const expand = (text: string, more: Partial<ExpandRequest> = {}) =>
  expandMatrix({ matrix: parseMatrix(text, "t.yaml"), defaultEngine: () => "tfjs", defaultXla: () => "off", ...more });
const keys = (text: string, more: Partial<ExpandRequest> = {}) => expand(text, more).map(({ key }) => key);

describe("parseMatrix", () => {
  it("fills in the defaults", () => {
    const matrix = parseMatrix(`${HEAD}cells: [${ONE}]`, "t.yaml");
    expect(matrix).toMatchObject({ suite: "ncf", launches: 5, timeoutSeconds: 3600, options: {} });
  });

  it.each([
    ["an unknown axis", `${HEAD}cells:\n  - { mode: train, colour: red }`, "t.yaml:5:5", /colour/],
    [
      "a wrong value in a list",
      `${HEAD}cells:\n  - mode: train\n    precision: [fp32, fp8]`,
      "t.yaml:6:23",
      /precision\.1: .*"fp32"/,
    ],
    ["a wrong scalar", `${HEAD}cells:\n  - { mode: train, batch: 0 }`, "t.yaml:5:27", /batch: Too small/],
    [
      "a number where a string is due",
      `${HEAD}cells:\n  - { mode: train, model: 8 }`,
      "t.yaml:5:27",
      /model: .*string/,
    ],
    ["no cells", HEAD, "t.yaml:1:1", /cells/],
    ["an empty list of cells", `${HEAD}cells: []`, "t.yaml:4:8", /cells/],
    ["another version", HEAD.replace("1", "2"), "t.yaml:1:9", /matrix: .*1/],
    ["a key twice", `${HEAD}name: u\ncells: [${ONE}]`, "t.yaml:4:1", /unique/],
    ["an unclosed bracket", `${HEAD}cells: [${ONE}`, "t.yaml:4:", /flow/i],
    ["a foreign tag", `${HEAD}cells: !!js/function "x"`, "t.yaml:4:", /tag/i],
    ["a bare on, which YAML 1.1 took for true", `${HEAD}cells: [{ mode: train, xla: true }]`, "t.yaml:4:29", /xla/],
    ["nothing", "", "t.yaml", /expected object/],
    ["two megabytes", `# ${"x".repeat(2e6)}`, "t.yaml", /larger than 1048576/],
  ])("names the place of %s", (_name, text, where, message) => {
    let error: unknown;
    try {
      parseMatrix(text, "t.yaml");
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({ name: "UserError", exitCode: 2, what: expect.stringMatching(message) });
    expect((error as { where: string }).where.startsWith(where)).toBe(true);
  });

  it("refuses an alias bomb at once", () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"];
    for (let i = 1; i < 9; i++) {
      const [name, before] = ["abcdefghi"[i]!, "abcdefghi"[i - 1]!];
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join()}]`);
    }
    const start = performance.now();
    expect(() => parseMatrix(bomb.join("\n"), "t.yaml")).toThrow(/alias/);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe("expandMatrix", () => {
  it("multiplies each block out over the defaults, the last axis fastest", () => {
    expect(
      keys(`${HEAD}defaults: { dataset: d, gpus: [1, 2] }
cells:
  - { mode: train, precision: [fp32, fp16], batch: 64 }
  - { mode: infer, gpus: 0, engine: oracle, backend: x, model: paper-8, batch: [1, 4] }`),
    ).toEqual([
      "ncf/train/tfjs/gpus=1/fp32/xla=off/batch=64/d",
      "ncf/train/tfjs/gpus=1/fp16/xla=off/batch=64/d",
      "ncf/train/tfjs/gpus=2/fp32/xla=off/batch=64/d",
      "ncf/train/tfjs/gpus=2/fp16/xla=off/batch=64/d",
      "ncf/infer/oracle.x/gpus=0/fp32/xla=off/batch=1/model=paper-8/d",
      "ncf/infer/oracle.x/gpus=0/fp32/xla=off/batch=4/model=paper-8/d",
    ]);
  });

  it("lays options over each other: the matrix's, the block's, the command line's", () => {
    const text = `${HEAD}options: { a: 1, b: 1, c: 1 }\ncells: [{ mode: train, batch: 1, dataset: d, options: { b: 2, c: 2 } }]`;
    expect(expand(text, { options: { c: 3 } })[0]!.options).toEqual({ a: 1, b: 2, c: 3 });
  });

  it("lets the command line replace an axis everywhere", () => {
    const text = `${HEAD}defaults: { dataset: d }\ncells: [{ mode: train, batch: 1, engine: [tfjs, oracle] }]`;
    expect(keys(text, { axes: { engine: "fake", dataset: "e" } })).toEqual([
      "ncf/train/fake/gpus=0/fp32/xla=off/batch=1/e",
    ]);
  });

  it("has a constant batch a GPU beside a constant global batch, as cells of their own", () => {
    const text = `${HEAD}defaults: { dataset: d }\ncells: [{ mode: train, batch: 64, gpus: 8, scaling: [strong, weak] }]`;
    expect(keys(text)).toEqual([
      "ncf/train/tfjs/gpus=8/fp32/xla=off/batch=64/d",
      "ncf/train/tfjs/gpus=8/fp32/xla=off/batch=64/scaling=weak/d",
    ]);
    expect(expand(text).map(({ cell }) => globalBatch(cell))).toEqual([64, 512]);
    expect(globalBatch({ batch: 64, gpus: 0, scaling: "weak" })).toBe(64);
  });

  it.each([
    ["a cell twice", `${HEAD}cells: [${ONE}, ${ONE}]`, /twice: in cells\.0 and cells\.1/],
    [
      "an engine twice by what auto means",
      `${HEAD}cells: [{ mode: train, batch: 1, dataset: d, engine: [auto, tfjs] }]`,
      /twice/,
    ],
    ["an axis without a value", `${HEAD}cells: [{ mode: train, batch: 1 }]`, /axis dataset has no value/],
    [
      "a name with a slash in an axis",
      `${HEAD}cells: [{ mode: train, batch: 1, dataset: d, engine: a/b }]`,
      /engine: letters/,
    ],
  ])("refuses %s", (_name, text, message) => {
    expect(() => expand(text)).toThrow(message);
  });
});

describe("selectCells", () => {
  const cells = expand(`${HEAD}defaults: { dataset: d }
cells:
  - { mode: train, gpus: [1, 4, 8], precision: [fp32, fp16], batch: 64 }
  - { mode: infer, batch: 1 }`);

  it.each([
    [[], 7],
    [["mode=train"], 6],
    [["precision=fp16", "gpus=4"], 1],
    [["gpus=1,4", "precision=fp32"], 2],
    [["gpus=1", "gpus=4"], 4],
    [["gpus = 0"], 1],
  ])("%j selects %i", (filters, count) => {
    expect(selectCells(cells, filters)).toHaveLength(count);
  });

  it.each([
    ["colour=red", /no axis "colour"/, /the axes are mode/],
    ["gpus=2", /no cell has gpus=2/, /gpus has 1, 4, 8, 0/],
    ["gpus", /expected key=value/, /mode=train/],
  ])("refuses --cell %s and says what there is", (filter, what, hint) => {
    const error = (() => {
      try {
        return selectCells(cells, [filter]);
      } catch (caught) {
        return caught;
      }
    })();
    expect(error).toMatchObject({ what: expect.stringMatching(what), hint: expect.stringMatching(hint) });
  });

  it("refuses values that exist, but in no cell together", () => {
    expect(() => selectCells(cells, ["mode=infer", "gpus=8"])).toThrow(
      /no cell has all of --cell mode=infer --cell gpus=8/,
    );
  });
});

describe("the built-in matrices", () => {
  const counts: Record<string, number> = {
    a100: 18,
    dgx1: 18,
    "dgx1-32g": 18,
    dgx2: 20,
    h100: 72,
    inference: 22,
    nightly: 10,
    quick: 4,
  };

  it("are exactly these", async () => {
    expect(await builtInMatrices()).toEqual(Object.keys(counts).sort());
  });

  it.each(Object.entries(counts))("%s is valid, bears its file's name and has %i cells", async (name, count) => {
    const { matrix } = await loadMatrix(name, "/");
    expect(matrix.name).toBe(name);
    const cells = expandMatrix({ matrix, defaultEngine: () => "tfjs", defaultXla: () => "off" });
    expect(cells).toHaveLength(count);
    for (const { cell, key } of cells) expect(cellKey(cell)).toBe(key);
  });
});

describe("loadMatrix", () => {
  it("reads a file by its path and refuses what is not there, naming what is", async () => {
    const dir = mkdtempSync(join(tmpdir(), "ncf-matrix-"));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    writeFileSync(join(dir, "own.yaml"), `${HEAD}cells: [${ONE}]`);
    expect((await loadMatrix("./own.yaml", dir)).matrix.name).toBe("t");
    expect((await loadMatrix(join(dir, "own.yaml"), "/")).matrix.name).toBe("t");
    await expect(loadMatrix("own", dir)).rejects.toMatchObject({ hint: expect.stringMatching(/dgx1.*\.\/own\.yaml/) });
    await expect(loadMatrix("./none.yaml", dir)).rejects.toThrow(/no such file/);
    await expect(loadMatrix("./", dir)).rejects.toThrow(/cannot be read/);
    await expect(loadMatrix("../../etc/passwd", "/tmp")).rejects.toMatchObject({ name: "UserError" });
  });
});
