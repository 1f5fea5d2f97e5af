import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HloError } from "./decode.js";
import { hashHloModule } from "./hash.js";

/** What may be anything without the program being another one. */
interface Said {
  module: number;
  /** Of the called computation and the entry. */
  computations: [number, number];
  /** Of the entry's instructions. */
  instructions: [number, number, number];
  name: string;
  device: number;
  reversed: boolean;
  packed: boolean;
  spelled: boolean;
}

/** What the program does. */
interface Does {
  opcode: string;
  operands: [number, number];
  layout: number;
  backend: string;
  precision: number;
  attribute: string;
  alias: number;
  order: [number, number, number];
  root: number;
  calls: boolean;
}

const said: Said = {
  module: 1,
  computations: [1, 2],
  instructions: [1, 2, 3],
  name: "x",
  device: 0,
  reversed: false,
  packed: true,
  spelled: false,
};
const does: Does = {
  opcode: "add",
  operands: [0, 1],
  layout: 1,
  backend: "{}",
  precision: 0,
  attribute: "a",
  alias: 0,
  order: [0, 1, 2],
  root: 2,
  calls: true,
};

/** A module of two parameters and what is done with them, which calls a computation, with all the fields that vary. */
function encoded(what: Partial<Does> = {}, how: Partial<Said> = {}): Uint8Array {
  const { opcode, operands, layout, backend, precision, attribute, alias, order, root, calls } = { ...does, ...what };
  const { module, computations, instructions, name, device, reversed, packed, spelled } = { ...said, ...how };
  const writer = new BinaryWriter();
  const within = (field: number, write: () => void) => {
    writer.tag(field, WireType.LengthDelimited).fork();
    write();
    writer.join();
  };
  const text = (field: number, value: string) => writer.tag(field, WireType.LengthDelimited).string(value);
  const number = (field: number, value: number) => writer.tag(field, WireType.Varint).int64(value);
  const numbers = (field: number, values: number[]) => {
    if (packed) within(field, () => values.forEach((value) => void writer.int64(value)));
    else for (const value of values) number(field, value);
  };
  const mapped = (entries: (() => void)[]) => {
    for (const entry of reversed ? entries.toReversed() : entries) within(1, entry);
  };
  const instruction = (id: number, kind: string, rest: () => void) =>
    within(2, () => {
      text(1, `${name}.${id}`);
      text(2, kind);
      within(3, () => number(2, layout));
      within(7, () => text(2, `${name}.py`));
      rest();
      number(35, id);
    });
  within(1, () => {
    text(1, name);
    text(2, `${name}.main`);
    within(3, () => {
      text(1, name);
      instruction(9, "constant", () => undefined);
      number(5, computations[0]);
      number(6, 9);
    });
    within(3, () => {
      text(1, `${name}.main`);
      for (const index of [0, 1]) instruction(instructions[index]!, "parameter", () => number(9, index));
      instruction(instructions[2], opcode, () => {
        numbers(
          36,
          operands.map((index) => instructions[index]!),
        );
        if (calls) numbers(38, [computations[0]]);
        text(43, backend);
        if (spelled || precision > 0) within(51, () => numbers(1, [0, precision]));
        within(68, () => mapped([() => text(1, attribute), () => text(1, "z")]));
        text(88, name);
      });
      within(4, () => text(3, name));
      number(5, computations[1]);
      number(6, instructions[root]!);
    });
    within(4, () => text(3, name));
    number(5, module);
    number(6, computations[1]);
    within(7, () =>
      mapped(
        [[9], order.map((index) => instructions[index]!)].map((ids, index) => () => {
          number(1, computations[index]!);
          within(2, () => numbers(1, ids));
        }),
      ),
    );
    within(8, () => mapped([() => number(2, alias), () => number(2, 7)]));
    within(15, () => number(1, device));
  });
  within(2, () => text(1, name));
  return writer.finish();
}

const hashes = hashHloModule(encoded());
const ids = (count: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 40 }), { minLength: count, maxLength: count });

describe("the hash of an optimized program", () => {
  it("is that of its instructions, whatever their ids, their names, the order of maps and the device", () => {
    const how = fc.record({
      module: fc.nat(),
      computations: ids(2),
      instructions: ids(3),
      name: fc.string(),
      device: fc.nat(),
      reversed: fc.boolean(),
      packed: fc.boolean(),
      spelled: fc.boolean(),
    }) as fc.Arbitrary<Said>;
    fc.assert(
      fc.property(how, (one) => {
        expect(hashHloModule(encoded({}, one))).toEqual(hashes);
      }),
      { seed: 1 },
    );
  });

  it.each<[string, Partial<Does>]>([
    ["operation", { opcode: "multiply" }],
    ["operand", { operands: [1, 0] }],
    ["shape", { layout: 2 }],
    ["precision of its operands", { precision: 2 }],
    ["attribute", { attribute: "b" }],
    ["aliased argument", { alias: 1 }],
    ["order of execution", { order: [1, 0, 2] }],
    ["result", { root: 1 }],
    ["call", { calls: false }],
  ])("is another one after another %s", (_, change) => {
    const { instructions, settings } = hashHloModule(encoded(change));
    expect(instructions).toMatch(/^[0-9a-f]{64}$/);
    expect(instructions).not.toBe(hashes.instructions);
    expect(settings).toBe(hashes.settings);
  });

  it("tells the settings of the back end apart, whatever the order of their keys", () => {
    const tuned = (backend: string) => hashHloModule(encoded({ backend }));
    const [first, second] = [
      tuned('{"tile":{"m":16,"n":32},"stages":2}'),
      tuned('{"stages":2,"tile":{"n":32,"m":16}}'),
    ];
    expect(second).toEqual(first);
    expect(first.settings).toMatch(/^[0-9a-f]{64}$/);
    for (const other of ['{"stages":3,"tile":{"m":16,"n":32}}', "no JSON", "no json", ""]) {
      expect(tuned(other).settings).not.toBe(first.settings);
      expect(tuned(other).instructions).toBe(hashes.instructions);
    }
    expect(tuned("no JSON").settings).not.toBe(tuned("no json").settings);
  });

  it("tells what the CUDA plugin 0.11.2 made of one program twice on an H200, and that a program came out of a store", () => {
    const recorded = (name: string) =>
      hashHloModule(gunzipSync(readFileSync(join(import.meta.dirname, "testdata", `h200-${name}.pb.gz`))));
    const [first, stored, second] = [recorded("first"), recorded("first-stored"), recorded("second")];
    expect(stored).toEqual(first);
    expect(second.instructions).toBe(first.instructions);
    expect(second.settings).not.toBe(first.settings);
  });

  it("is none of what is no program", () => {
    expect(() => hashHloModule(Uint8Array.of(1, 2, 3))).toThrow(HloError);
    expect(() => hashHloModule(encoded().subarray(0, 90))).toThrow(HloError);
  });
});
