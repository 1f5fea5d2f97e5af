import { stripVTControlCharacters, styleText } from "node:util";
import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { type Column, renderTable } from "./table.js";
import { visible } from "./visible.js";

const columns: Column[] = [{ title: "cell" }, { title: "items/s", align: "right" }, { title: "verdict" }];
const rows = [
  ["ncf/train/tfjs/gpus=0/fp32/xla=off/batch=16384/synthetic:ml-100k", "17.8 k", "same"],
  ["ncf/infer", "1,048", "slower"],
];

describe("renderTable", () => {
  it("aligns numbers right and text left, without a frame or trailing spaces", () => {
    expect(
      renderTable(
        [{ title: "name" }, { title: "n", align: "right" }, { title: "note" }],
        [
          ["a", "1", ""],
          ["bcdef", "1,024", "x"],
        ],
      ),
    ).toBe(["name       n  note", "─────  ─────  ────", "a          1", "bcdef  1,024  x", ""].join("\n"));
  });

  it("wraps text columns to fit, at the cell key's slashes, and loses nothing", () => {
    const text = renderTable(columns, rows, { width: 50 });
    const lines = text.trimEnd().split("\n");
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(50);
    expect(lines[2]).toMatch(/^\S+\/ +17\.8 k {2}same$/);
    const key = lines.slice(2, -1).map((line) => line.split(" ")[0]);
    expect(key.join("")).toBe(rows[0]![0]);
  });

  it("writes a block per row where wrapping cannot fit", () => {
    expect(
      renderTable(
        columns,
        [
          ["ncf/infer", "1,048", "slower"],
          ["b", "2", "same"],
        ],
        { width: 20 },
      ),
    ).toBe(
      [
        "cell     ncf/infer",
        "items/s  1,048",
        "verdict  slower",
        "",
        "cell     b",
        "items/s  2",
        "verdict  same",
        "",
      ].join("\n"),
    );
  });

  it("counts the columns of wide characters and ignores those of combining ones", () => {
    const text = renderTable(
      [{ title: "name" }, { title: "n", align: "right" }],
      [
        ["日本", "1"],
        ["e\u0301e", "2"],
      ],
    );
    expect(text.split("\n").slice(2, 4)).toEqual(["日本  1", "e\u0301e    2"]);
  });

  it("shows control characters of data instead of obeying them", () => {
    const text = renderTable([{ title: "a\u001b[31m" }], [["\u001b]52;c;x\u0007\r\n\u202e"]]);
    expect(text).toContain("a\\x1b[31m");
    expect(text).toContain("\\x1b]52;c;x\\x07\\x0d\\x0a\\u{202e}");
  });

  it("colours after padding, so that colour never moves a column", () => {
    const style = (cell: string) => styleText("red", cell, { validateStream: false });
    const styled = [columns[0]!, { ...columns[1]!, style }, { ...columns[2]!, style }];
    const coloured = renderTable(styled, rows);
    expect(coloured).toContain("\u001b[31m 17.8 k\u001b[39m");
    expect(stripVTControlCharacters(coloured)).toBe(renderTable(columns, rows));
  });

  it("never exceeds the width, never loses a character, never emits a control character (any data)", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.string({ unit: "binary" }), fc.string()), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 24, max: 100 }),
        (data, width) => {
          const text = renderTable(columns, data, { width });
          for (const line of text.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(width);
          expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
          const letters = (s: string) =>
            [...s]
              .filter((c) => /[A-Za-z0-9]/.test(c))
              .sort()
              .join("");
          const all = letters(text);
          const wanted = letters(data.flat().map(visible).join(""));
          const titles = letters(columns.map((column) => column.title).join(""));
          const count = (all.length - wanted.length) / titles.length;
          expect([1, data.length]).toContain(count);
          expect(all).toBe(
            letters(
              data.flat().map(visible).join("") +
                columns
                  .map((c) => c.title)
                  .join("")
                  .repeat(count),
            ),
          );
        },
      ),
      { seed: 20190716 },
    );
  });
});
