import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RecordBatchFileWriter, tableFromArrays, tableFromIPC } from "apache-arrow";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UserError } from "../../../errors/user-error.js";
import { canonicalJson, sha256Hex } from "../../../storage/canonical-json.js";
import type { NcfDataset } from "../dataset.js";
import { synthesize } from "./build.js";
import { writeDataset } from "./cache/write.js";
import { openDataset, openSampledNegatives } from "./open.js";

const root = mkdtempSync(join(tmpdir(), "ncf-open-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let data: NcfDataset;
const good = join(root, "good");
beforeAll(async () => {
  data = synthesize("users=40,items=60,ratings=900");
  await writeDataset(good, data, null, { seed: 3, perUser: 2, items: new Int32Array(80).fill(5) });
});

let copies = 0;
function copyOf(dir: string): string {
  const copy = join(root, `copy-${copies++}`);
  cpSync(dir, copy, { recursive: true });
  return copy;
}

describe("a prepared folder", () => {
  it("gives back every column and the manifest", async () => {
    expect(await openDataset(good)).toEqual(data);
    expect(await openSampledNegatives(good)).toEqual({ seed: 3, perUser: 2, items: new Int32Array(80).fill(5) });
  });

  it("keeps a data set's own evaluation negatives", async () => {
    const dir = join(root, "negatives");
    const own = { ...data, evalNegatives: { perUser: 3, items: Int32Array.from({ length: 120 }, (_, i) => i % 60) } };
    await writeDataset(dir, own, null);
    expect((await openDataset(dir)).evalNegatives).toEqual(own.evalNegatives);
    expect(await openSampledNegatives(dir)).toBeNull();
  });

  it("is plain Arrow with the columns user and item, for other tools", () => {
    const table = tableFromIPC(readFileSync(join(good, "train.arrow")));
    expect(table.schema.fields.map(String)).toEqual(["user: Int32", "item: Int32"]);
    expect([...table.getChild("item")!].slice(0, 5)).toEqual([...data.trainItems.subarray(0, 5)]);
  });

  it("replaces an older prepared folder, and leaves nothing aside", async () => {
    const dir = copyOf(good);
    const other = synthesize("users=5,items=9,ratings=30");
    await writeDataset(dir, other, null);
    expect((await openDataset(dir)).manifest.hash).toBe(other.manifest.hash);
    expect(readdirSync(dir).sort()).toEqual(["manifest.json", "test.arrow", "train.arrow"]);
    expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("leaves nothing aside when storing fails half-way", async () => {
    const broken = { seed: 1, perUser: 1, items: null as unknown as Int32Array };
    await expect(writeDataset(join(root, "failing"), data, null, broken)).rejects.toThrow();
    expect(readdirSync(root).filter((name) => name.includes("failing"))).toEqual([]);
  });

  it("never replaces a folder that holds anything else, or a file", async () => {
    const dir = copyOf(good);
    writeFileSync(join(dir, "thesis.tex"), "years of work");
    await expect(writeDataset(dir, data, null)).rejects.toMatchObject({ code: "data.out-in-use" });
    expect(readFileSync(join(dir, "thesis.tex"), "utf8")).toBe("years of work");
    writeFileSync(join(root, "plain-file"), "x");
    await expect(writeDataset(join(root, "plain-file"), data, null)).rejects.toMatchObject({ code: "data.out-in-use" });
  });

  it("is refused after any single bit of any file flipped", async () => {
    const names = readdirSync(good).filter((name) => name !== "sampled-negatives.arrow");
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.noBias(fc.nat(2 ** 31 - 1)),
        fc.nat(7),
        async (name, place, bit) => {
          const dir = copyOf(good);
          const bytes = readFileSync(join(dir, name));
          const at = place % bytes.length;
          bytes[at]! ^= 1 << bit;
          writeFileSync(join(dir, name), bytes);
          const outcome = await openDataset(dir).catch((error: unknown) => error);
          // Between the manifest's tokens a flip may turn one blank into another: then nothing has changed.
          if (name === "manifest.json" && !(outcome instanceof Error)) expect(outcome).toEqual(data);
          else expect(outcome).toBeInstanceOf(UserError);
          rmSync(dir, { recursive: true });
        },
      ),
      { seed: 4, numRuns: 300 },
    );
  });

  it.each(["manifest.json", "train.arrow", "test.arrow"])("is refused with %s cut at any length", async (name) => {
    const dir = copyOf(good);
    const length = readFileSync(join(good, name)).length;
    for (let cut = length - 2; cut >= 0; cut -= Math.ceil(length / 60)) {
      truncateSync(join(dir, name), cut);
      await expect(openDataset(dir)).rejects.toBeInstanceOf(UserError);
    }
  });

  it.each(["manifest.json", "train.arrow", "test.arrow"])("is refused without %s", async (name) => {
    const dir = copyOf(good);
    rmSync(join(dir, name));
    await expect(openDataset(dir)).rejects.toBeInstanceOf(UserError);
  });

  it("is refused, not waited for, where a pipe stands for the manifest", async () => {
    const dir = copyOf(good);
    rmSync(join(dir, "manifest.json"));
    execFileSync("mkfifo", [join(dir, "manifest.json")]);
    await expect(openDataset(dir)).rejects.toMatchObject({ code: "data.cache-damaged" });
  });

  it("is refused where a symbolic link stands for a column", async () => {
    const dir = copyOf(good);
    rmSync(join(dir, "train.arrow"));
    symlinkSync(join(good, "train.arrow"), join(dir, "train.arrow"));
    await expect(openDataset(dir)).rejects.toMatchObject({ code: "data.cache-damaged" });
  });

  it.each<[what: string, file: string, columns: Record<string, Int32Array>, says: RegExp]>([
    ["users out of order", "train.arrow", { user: flip(0, 1) }, /out of order/],
    ["a user beyond the last", "train.arrow", { user: last(40) }, /out of order/],
    ["items out of order", "train.arrow", { item: flip(0, 1) }, /not in order/],
    ["a repeated item", "train.arrow", { item: repeat() }, /not in order/],
    ["an item out of range", "train.arrow", { item: last(60) }, /out of range/],
    ["a negative item", "test.arrow", { item: last(-1) }, /out of range/],
    ["test users out of order", "test.arrow", { user: flip(0, 1) }, /not in order/],
    ["a missing column", "train.arrow", { user: drop() }, /no column user/],
    ["a column of another type", "train.arrow", { item: asFloat() }, /not plain int32/],
    ["fewer rows than the manifest says", "test.arrow", { user: shorter(), item: shorter() }, /39 rows instead of 40/],
  ])("is refused for %s even where the hashes were made to match", async (_, file, changes, says) => {
    const dir = copyOf(good);
    const table = tableFromIPC(readFileSync(join(dir, file)));
    const columns: Record<string, unknown> = {};
    for (const name of ["user", "item"]) {
      const values = Int32Array.from(table.getChild(name)!.toArray() as Int32Array);
      const change = changes[name] as unknown as ((values: Int32Array) => unknown) | undefined;
      const changed = change ? change(values) : values;
      if (changed !== undefined) columns[name] = changed;
    }
    const forged = RecordBatchFileWriter.writeAll(tableFromArrays(columns as Record<string, Int32Array>)).toUint8Array(
      true,
    );
    reseal(dir, file, forged);
    await expect(openDataset(dir)).rejects.toMatchObject({
      code: "data.cache-damaged",
      message: expect.stringMatching(says),
    });
  });

  it("of other rules is refused with the way out, not as damaged", async () => {
    const dir = copyOf(good);
    resealManifest(dir, (manifest) => {
      (manifest.dataset as { ruleVersion: number }).ruleVersion = 0;
    });
    await expect(openDataset(dir)).rejects.toMatchObject({
      code: "data.cache-version",
      hint: expect.stringMatching(/data prepare/),
    });
    resealManifest(dir, (manifest) => {
      manifest.schema = 2;
      manifest.fromTheFuture = true;
    });
    await expect(openDataset(dir)).rejects.toMatchObject({ code: "data.cache-version" });
  });
});

// Changes to a column; typed loosely in the table above, since some give something else than a column.
type Change = Int32Array;
const asChange = (change: (values: Int32Array) => unknown) => change as unknown as Change;
function flip(a: number, b: number): Change {
  return asChange((values) => {
    const at = values.findIndex((value, i) => i > 0 && values[i - 1] !== value) - 1;
    const [first, second] = [values[at + a]!, values[at + b]!];
    values[at + a] = second;
    values[at + b] = first;
    return values;
  });
}
function last(value: number): Change {
  return asChange((values) => {
    values[values.length - 1] = value;
    return values;
  });
}
function repeat(): Change {
  return asChange((values) => {
    values[1] = values[0]!;
    return values;
  });
}
function drop(): Change {
  return asChange(() => undefined);
}
function asFloat(): Change {
  return asChange((values) => Float64Array.from(values));
}
function shorter(): Change {
  return asChange((values) => values.slice(0, -1));
}

function reseal(dir: string, file: string, bytes: Uint8Array): void {
  writeFileSync(join(dir, file), bytes);
  resealManifest(dir, (manifest) => {
    const entry = (manifest.files as { name: string; bytes: number; sha256: string }[]).find(
      ({ name }) => name === file,
    )!;
    entry.bytes = bytes.length;
    entry.sha256 = sha256Hex(bytes);
  });
}

function resealManifest(dir: string, change: (manifest: Record<string, unknown>) => void): void {
  const path = join(dir, "manifest.json");
  const { checksum: _, ...manifest } = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  change(manifest);
  writeFileSync(path, JSON.stringify({ ...manifest, checksum: sha256Hex(canonicalJson(manifest)) }));
}
