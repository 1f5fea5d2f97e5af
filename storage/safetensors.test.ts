import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { UserError } from "../errors/user-error.js";
import { readSafetensors, writeSafetensors } from "./safetensors.js";

const dir = mkdtempSync(join(tmpdir(), "safetensors-"));
const path = join(dir, "t.safetensors");
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const python = process.env.NCF_BENCH_TEST_PYTHON ?? "python3";
const pythonReads = (() => {
  try {
    execFileSync(python, ["-c", "import safetensors.numpy"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

const sample = {
  tensors: new Map([
    ["b/bias", { shape: [3], data: Float32Array.of(1, 2, 3) }],
    ["a", { shape: [2, 2], data: Float64Array.of(0.1, -0.2, Number.MIN_VALUE, 1e300) }],
    ["ids", { shape: [1, 2], data: Int32Array.of(-1, 7) }],
    ["empty", { shape: [0, 4], data: new Float32Array(0) }],
  ]),
  metadata: { format: "test", text: 'quotes " and \\ and ü' },
};

/** A file from a header (any JSON text) and so many data bytes. */
function fileOf(header: string | Buffer, dataBytes: number, declared?: bigint): Buffer {
  const json = Buffer.from(header);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(declared ?? BigInt(json.length));
  return Buffer.concat([length, json, Buffer.alloc(dataBytes)]);
}

const tensor = (shape: unknown, offsets: unknown, dtype: unknown = "F32") =>
  JSON.stringify({ t: { dtype, shape, data_offsets: offsets } });

async function complaint(bytes: Buffer): Promise<UserError> {
  writeFileSync(path, bytes);
  const error = await readSafetensors(path).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
}

describe("safetensors", () => {
  it("reads back what it wrote, bit for bit", async () => {
    await writeSafetensors(path, sample);
    const { tensors, metadata } = await readSafetensors(path);
    expect(metadata).toEqual(sample.metadata);
    expect([...tensors.keys()].sort()).toEqual([...sample.tensors.keys()].sort());
    for (const [name, { shape, data }] of sample.tensors) expect(tensors.get(name)).toEqual({ shape, data });
  });

  it.skipIf(!pythonReads)("is read by Python's safetensors (needs python3 with safetensors and numpy)", async () => {
    await writeSafetensors(path, sample);
    const script = `
import json, sys
from safetensors import safe_open
with safe_open(sys.argv[1], "np") as f:
    print(json.dumps({"metadata": f.metadata(), "a": f.get_tensor("a").tolist(), "b": f.get_tensor("b/bias").tolist(),
                      "types": {k: str(f.get_tensor(k).dtype) for k in f.keys()}}))`;
    const seen = JSON.parse(execFileSync(python, ["-c", script, path], { encoding: "utf8" }));
    expect(seen).toEqual({
      metadata: sample.metadata,
      a: [
        [0.1, -0.2],
        [Number.MIN_VALUE, 1e300],
      ],
      b: [1, 2, 3],
      types: { a: "float64", "b/bias": "float32", empty: "float32", ids: "int32" },
    });
  });

  it.each([
    { what: "an empty file", bytes: Buffer.alloc(0), says: /0 bytes/ },
    { what: "seven bytes", bytes: Buffer.alloc(7), says: /7 bytes/ },
    {
      what: "a header of 2^63 bytes",
      bytes: fileOf("{}", 0, 2n ** 63n),
      says: /a header of 9223372036854775808 bytes/,
    },
    { what: "a header longer than the file", bytes: fileOf("{}", 0, 3n), says: /a header of 3 bytes/ },
    { what: "a header that begins with a space", bytes: fileOf(" {}", 0), says: /does not begin with \{/ },
    { what: "a header that is no JSON", bytes: fileOf("{x", 0), says: /no JSON/ },
    { what: "a header that is not UTF-8", bytes: fileOf(Buffer.from([0x7b, 0xff, 0x7d]), 0), says: /no JSON/ },
    { what: "a key twice", bytes: fileOf('{"a":1,"a":2}', 0), says: /no JSON/ },
    { what: "__proto__ as a name", bytes: fileOf('{"__proto__":{}}', 0), says: /no JSON/ },
    { what: "a list as header", bytes: fileOf("{}".replace("{}", "[]"), 0), says: /does not begin/ },
    { what: "metadata with a number", bytes: fileOf('{"__metadata__":{"a":1}}', 0), says: /__metadata__/ },
    { what: "an unknown type", bytes: fileOf(tensor([1], [0, 4], "F99"), 4), says: /unknown type "F99"/ },
    { what: "an inherited name as type", bytes: fileOf(tensor([1], [0, 4], "toString"), 4), says: /unknown type/ },
    { what: "a negative size", bytes: fileOf(tensor([-1], [0, 4]), 4), says: /no valid shape/ },
    { what: "a fractional size", bytes: fileOf(tensor([0.5], [0, 4]), 4), says: /no valid shape/ },
    {
      what: "sizes whose product overflows",
      bytes: fileOf(tensor([2 ** 40, 2 ** 40], [0, 4]), 4),
      says: /does not fill/,
    },
    { what: "a shape larger than its bytes", bytes: fileOf(tensor([2], [0, 4]), 4), says: /does not fill its 4 bytes/ },
    { what: "an end before its begin", bytes: fileOf(tensor([1], [4, 0]), 4), says: /no valid offsets/ },
    { what: "a hole", bytes: fileOf(tensor([1], [4, 8]), 8), says: /begins at 4 instead of 0/ },
    { what: "data that no tensor covers", bytes: fileOf(tensor([1], [0, 4]), 5), says: /cover 4 of 5 bytes/ },
    { what: "data that ends early", bytes: fileOf(tensor([2], [0, 8]), 4), says: /cover 8 of 4 bytes/ },
    { what: "a tensor that is null", bytes: fileOf('{"t":null}', 0), says: /unknown type/ },
  ])("refuses $what", async ({ bytes, says }) => {
    const error = await complaint(bytes);
    expect(error.code).toBe("checkpoint.damaged");
    expect(error.where).toBe(path);
    expect(error.message).toMatch(says);
  });

  it("refuses overlapping tensors", async () => {
    const header = {
      a: { dtype: "F32", shape: [2], data_offsets: [0, 8] },
      b: { dtype: "F32", shape: [1], data_offsets: [4, 8] },
    };
    expect((await complaint(fileOf(JSON.stringify(header), 8))).message).toMatch(/begins at 4 instead of 8/);
  });

  it("says when there is no file, and that a folder is none", async () => {
    await expect(readSafetensors(join(dir, "none"))).rejects.toMatchObject({ code: "checkpoint.missing" });
    await expect(readSafetensors(dir)).rejects.toBeInstanceOf(UserError);
  });

  it("answers any single damaged header byte with our error or a sound reading, never a crash", async () => {
    await writeSafetensors(path, sample);
    const good = readFileSync(path);
    const headerEnd = 8 + Number(good.readBigUInt64LE(0));
    await fc.assert(
      fc.asyncProperty(fc.nat(headerEnd - 1), fc.integer({ min: 0, max: 255 }), async (at, value) => {
        const bytes = Buffer.from(good);
        bytes[at] = value;
        writeFileSync(path, bytes);
        await readSafetensors(path).catch((error: unknown) => expect(error).toBeInstanceOf(UserError));
      }),
      { seed: 3, numRuns: 1500 },
    );
  });
});
