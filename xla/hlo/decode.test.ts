import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import { expect, it } from "vitest";
import { decodeHloModule } from "./decode.js";

/** A program of one computation, number 1, of one instruction, number 2. */
function encoded({ operand, called, root = 2, depth = 0 }: Record<string, number>): Uint8Array {
  const writer = new BinaryWriter();
  const open = (field: number) => writer.tag(field, WireType.LengthDelimited).fork();
  const number = (field: number, value: number) => writer.tag(field, WireType.Varint).int64(value);
  open(1);
  number(6, 1);
  open(3);
  number(5, 1);
  number(6, root!);
  open(2);
  writer.tag(1, WireType.LengthDelimited).string("x");
  writer.tag(2, WireType.LengthDelimited).string("call");
  number(35, 2);
  if (operand !== undefined) number(36, operand);
  if (called !== undefined) number(38, called);
  open(3);
  for (let i = 0; i < depth!; i++) open(4);
  for (let i = 0; i < depth! + 4; i++) writer.join();
  return writer.finish();
}

it.each([
  ["x uses 2, which is not before it", { operand: 2 }],
  ["x uses 9, which is not before it", { operand: 9 }],
  ["x calls 1, which is not before it", { called: 1 }],
  [" has no root 3", { root: 3 }],
  ["a shape nests too deep", { depth: 65 }],
])("refuses a program where %s", (message, change) => {
  expect(decodeHloModule(encoded({})).computations.size).toBe(1);
  expect(() => decodeHloModule(encoded(change))).toThrow(`no optimized program: ${message}`);
});
