import { type ElementType, elementBytes, elementTypes } from "../../element-type.js";
import type { DeviceBuffer } from "../buffer.js";
import type { Client } from "../client.js";
import { type ConformanceCheck, expectTrue, expectValues } from "./check.js";
import { identityProgram } from "./programs.js";

const COUNT = 33;

/** Bytes that are no NaN in any float type (which a plugin may rewrite), and 0 or 1 for predicates. */
function pattern(type: ElementType): Uint8Array {
  return Uint8Array.from({ length: COUNT * elementBytes(type) }, (_, i) =>
    type === "pred" ? Number(i % 3 === 0) : (i * 29 + 7) % 96,
  );
}

async function expectBytes(buffer: DeviceBuffer, wanted: Uint8Array, what: string): Promise<void> {
  const got = await buffer.toHost(new Uint8Array(wanted.length));
  expectTrue(Buffer.compare(got, wanted) === 0, `${what} changed the values`);
}

/** To a device and back, at once and through a program. */
async function roundTrip(client: Client, type: ElementType): Promise<string> {
  const data = pattern(type);
  const sent = await client.fromHost(data, type, [COUNT]);
  await expectBytes(sent, data, "the round trip");
  const identity = await client.compile(identityProgram(type, [COUNT]));
  const execution = identity.execute([[sent]]);
  const [result] = execution.outputs[0]!;
  await execution.done();
  expectTrue(
    result!.type === type && result!.dims.join() === `${COUNT}`,
    `a program gives ${result!.type}[${result!.dims}]`,
  );
  await expectBytes(result!, data, "a program that gives back its argument");
  for (const object of [sent, result!, identity]) object.dispose();
  return `${data.length} bytes`;
}

export const transferChecks: readonly ConformanceCheck[] = [
  ...elementTypes.map((type) => ({
    name: `transfer.${type}`,
    run: ({ client }: { client: Client }) => roundTrip(client, type),
  })),
  {
    name: "transfer.shapes",
    async run({ client }) {
      const shapes = [[], [1], [0], [0, 3], [2, 3, 4], [1, 1, 1, 1, 1, 1]];
      for (const dims of shapes) {
        const data = Float32Array.from({ length: dims.reduce((n, size) => n * size, 1) }, (_, i) => i + 0.5);
        const buffer = await client.fromHost(data, "f32", dims);
        await expectValues(buffer, data, `f32[${dims}]`);
        buffer.dispose();
      }
      return `${shapes.length} shapes, scalars and empty ones among them`;
    },
  },
  {
    name: "transfer.blocking",
    async run({ client }) {
      const data = Float32Array.of(1, 2, 3, 4);
      const buffer = client.fromHostSync(data, "f32", [4]);
      data.fill(9);
      const got = buffer.toHostSync(new Float32Array(4));
      buffer.dispose();
      expectTrue(got.join() === "1,2,3,4", `memory that was changed after the call was sent: [${got}]`);
      return "the memory is free when the call returns";
    },
  },
  {
    name: "transfer.many-at-once",
    async run({ client }) {
      const sent = await Promise.all(
        Array.from({ length: 400 }, (_, i) => client.fromHost(Int32Array.of(i), "i32", [1])),
      );
      const got = await Promise.all(sent.map((buffer) => buffer.toHost(new Int32Array(1))));
      for (const buffer of sent) buffer.dispose();
      expectTrue(
        got.every(([value], i) => value === i),
        "values were mixed up",
      );
      return "400 each way";
    },
  },
  {
    name: "transfer.dispose-while-copying",
    async run({ client }) {
      const data = new Float32Array(1 << 20).fill(3);
      const buffer = await client.fromHost(data, "f32", [data.length]);
      const copy = buffer.toHost(new Float32Array(data.length));
      buffer.dispose();
      expectTrue(
        (await copy).every((value) => value === 3),
        "the copy was cut short",
      );
      return "the copy is finished first";
    },
  },
];
