import { describe, expect, it } from "vitest";
import { type Cell, cellKey } from "../../suites/cell.js";
import type { ExpandedCell } from "./expand.js";
import { nameDatasets } from "./name-datasets.js";

/** Paths here are `real/path`, typed with any number of leading `./`; the name is the last part. */
const suite = {
  datasetSource: async (typed: string) => {
    const spec = typed.replace(/^(\.\/)+/, "");
    return { name: spec.split("/").at(-1)!, spec };
  },
};

function cellsOf(...datasets: string[]): ExpandedCell[] {
  return datasets.map((dataset, i) => {
    const cell: Cell = {
      suite: "ncf",
      mode: "train",
      engine: "fake",
      backend: "auto",
      gpus: 0,
      precision: "fp32",
      xla: "off",
      batch: i + 1,
      model: "reference",
      formulation: "layerwise",
      scaling: "strong",
      dataset,
    };
    return { cell, key: cellKey(cell), options: { epochs: i } };
  });
}

describe("nameDatasets", () => {
  it("puts names for paths into cells and keys, keeps where each is found, and leaves names alone", async () => {
    const { cells, names, sources } = await nameDatasets(cellsOf("./x/a", "././x/a", "x/a", "ml-1m"), suite, "/");
    expect(cells.map(({ cell, key, options }) => [cell.dataset, key.split("/").at(-1), options])).toEqual([
      ["a", "a", { epochs: 0 }],
      ["a", "a", { epochs: 1 }],
      ["a", "a", { epochs: 2 }],
      ["ml-1m", "ml-1m", { epochs: 3 }],
    ]);
    expect(Object.fromEntries(names)).toEqual({ "./x/a": "a", "././x/a": "a", "x/a": "a", "ml-1m": "ml-1m" });
    expect(Object.fromEntries(sources)).toEqual({ a: "x/a" });
  });

  it.each([
    [["x/a", "y/a"], /x\/a and y\/a are two data sets of one name, a/],
    [["a", "y/a"], /a and y\/a are two data sets of one name, a/],
  ])("refuses %j in one plan", async (typed, message) => {
    await expect(nameDatasets(cellsOf(...typed), suite, "/")).rejects.toThrow(message);
  });

  it("refuses a cell that two ways to type one path make twice", async () => {
    const [one, other] = cellsOf("x/a", "./x/a") as [ExpandedCell, ExpandedCell];
    const same = { ...other, cell: { ...other.cell, batch: one.cell.batch } };
    await expect(nameDatasets([one, same], suite, "/")).rejects.toMatchObject({ code: "matrix.duplicate-cell" });
  });
});
