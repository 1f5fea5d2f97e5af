import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sealLine } from "../../storage/checked-line.js";
import { type Cell, cellKey } from "../../suites/cell.js";
import type { LaunchResult } from "../../suites/suite.js";
import { buildRecord, protocolHash, type RecordParts, recordId } from "./build.js";
import { recordParser } from "./parse-line.js";
import { LaunchRecord } from "./schema.js";
import { sealedRecordReader } from "./sealed-record.js";
import { appendRecord, readRecords, setAsideTornTail } from "./store.js";

const cell: Cell = {
  suite: "ncf",
  mode: "train",
  engine: "fake",
  backend: "auto",
  gpus: 0,
  precision: "fp32",
  xla: "off",
  batch: 64,
  model: "reference",
  formulation: "layerwise",
  scaling: "strong",
  dataset: "synthetic:ml-100k",
};

const result: LaunchResult = {
  engine: { name: "fake", backend: "fake", version: "1", device: "cpu", details: { threads: 2, rate: Number.NaN } },
  protocol: { batch: 64, target: 0.5 },
  epochs: [{ epoch: 0, seconds: 1.5, loss: Number.POSITIVE_INFINITY, items: 640, steps: 10, phases: { compute: 1 } }],
  evaluations: [],
  inference: [{ variant: "fed", batch: 1, warmupIterations: 1, latencies: [0.1, Number.NaN] }],
  metrics: { "train.throughput": 1e6 },
  quality: null,
  memory: { peakRssBytes: 1, engineBytes: null },
  warnings: [],
};

const parts: RecordParts = {
  run: "r",
  cell,
  key: cellKey(cell),
  launch: 0,
  seed: 7,
  outcome: { kind: "ok", result },
  failure: null,
  startedAt: "2020-01-01T00:00:00.000Z",
  endedAt: "2020-01-01T00:00:02.000Z",
  durationSeconds: 2,
  telemetry: { loadAverageBefore: 0.5, loadAverageAfter: null, cpuStealShare: 0 },
  machine: "m",
  software: { version: "0", commit: null, node: "v20" },
};

const record = (launch: number): LaunchRecord => buildRecord({ ...parts, launch });

let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), "ncf-records-")), "records.jsonl");
});
afterEach(() => rmSync(dirname(file), { recursive: true }));

describe("buildRecord", () => {
  it("makes valid records of success, failure and unsupported, in one shape", () => {
    const failure = { kind: "timeout", message: "after 5 s", hint: null };
    const reason = { code: "gpus", reason: "this machine has 0 GPUs", hint: "use one" };
    const records = [
      buildRecord(parts),
      buildRecord({ ...parts, outcome: null, failure }),
      buildRecord({ ...parts, outcome: { kind: "unsupported", unsupported: reason } }),
    ];
    for (const made of records) expect(LaunchRecord.parse(made)).toEqual(made);
    expect(records.map((made) => made.status)).toEqual(["ok", "failed", "unsupported"]);
    expect(records.map((made) => made.failure?.kind)).toEqual([undefined, "timeout", "unsupported"]);
    expect(new Set(records.map((made) => Object.keys(made).join())).size).toBe(1);
    expect(() => buildRecord({ ...parts, outcome: null })).toThrow(/needs a failure/);
  });

  it("gives each launch its own stable id, and a redone one another", () => {
    expect(recordId("r", "k", 1)).toBe(recordId("r", "k", 1));
    const ids = [recordId("r", "k", 1), recordId("r", "k", 2), recordId("r2", "k", 1), recordId("r", "k", 1, 1)];
    expect(new Set(ids).size).toBe(4);
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it("hashes equal protocols equally whatever the order of their members", () => {
    expect(protocolHash({ a: 1, b: Number.NaN })).toBe(protocolHash({ b: Number.NaN, a: 1 }));
    expect(protocolHash({ a: 1 })).not.toBe(protocolHash({ a: 2 }));
  });
});

describe("readRecords", () => {
  it("gives back what was appended, non-finite numbers included", async () => {
    await appendRecord(file, record(0));
    await appendRecord(file, record(1));
    expect(await readRecords(file)).toEqual({ records: [record(0), record(1)], damage: [] });
  });

  it("without samples gives back the rest, of lines in another order, too, and equal protocols and engines as one object", async () => {
    const quote = 'a "quoted" },"protocolHash": and ,"epochs":[ and ],"key":';
    const protocol = { ...result.protocol, quote, rate: Number.NaN, nested: { epochs: [1], list: [{ a: 1 }] } };
    const said = [0, 1, 2].map((launch) =>
      buildRecord({
        ...parts,
        launch,
        outcome: { kind: "ok", result: { ...result, protocol: launch === 2 ? { target: 0.9 } : protocol } },
        warnings: [{ code: "a", message: quote }],
      }),
    );
    const { check, ...rest } = JSON.parse(sealLine(said[1]!)) as Record<string, unknown>;
    writeFileSync(file, `${sealLine(said[0]!)}\n${JSON.stringify({ check, ...rest })}\n${sealLine(said[2]!)}\n`);
    expect(await readRecords(file)).toEqual({ records: said, damage: [] });
    const { records, damage } = await readRecords(file, { samples: false });
    expect(records).toEqual(said.map((one) => ({ ...one, epochs: [], evaluations: [], inference: [] })));
    expect(damage).toEqual([]);
    appendFileSync(file, `${sealLine({ ...said[0]!, id: "x", launch: 3 })}\n`);
    const all = await readRecords(file);
    expect(all.records[3]!.protocol).toBe(all.records[0]!.protocol);
    expect(all.records[3]!.engine).toBe(all.records[0]!.engine);
  });

  it.each([
    ["a mark inside the protocol", { protocol: { inner: { a: { b: 1 }, protocolHash: 1 }, z: 2 } }],
    ["a mark inside the engine", { engine: { ...result.engine, within: { epochs: "[" }, observed: { a: 1 } } }],
    ["metrics with marks for names", { metrics: { '},"protocolHash":': 1, '],"key":': 2 } }],
    ["text that is not ASCII", { warnings: [{ code: "ü", message: "日本 \u2028" }] }],
    ["a member that a newer minor added", { memory: { peakRssBytes: 1, engineBytes: null, pinned: { bytes: 2 } } }],
  ])("reads the same from a written line as from any other: %s", (_, said) => {
    const written = sealLine({ ...record(0), ...said });
    const { check, ...rest } = JSON.parse(written) as Record<string, unknown>;
    for (const samples of [true, false]) {
      const parse = recordParser(samples);
      const fromAny = parse(Buffer.from(JSON.stringify({ check, ...rest })), "there");
      expect(parse(Buffer.from(written), "here")).toEqual(fromAny);
      expect(fromAny).toMatchObject(samples ? said : { ...said, epochs: [] });
    }
  });

  it("takes the short way for what a launch that ran wrote, and for nothing else", () => {
    const short = sealedRecordReader(false);
    expect(short(Buffer.from(sealLine(record(0))))).toMatchObject({ key: parts.key, epochs: [] });
    const others = [
      sealLine({ ...record(0), engine: null }),
      sealLine({ ...record(0), schema: "ncf-bench.record/1.1" }),
      sealLine({ ...record(0), cell: { ...cell, precision: "fp8" } }),
      sealLine({ ...record(0), launch: -1 }),
      sealLine(record(0)).replace('"seed":7', '"seed":8'),
      sealLine(record(0)).slice(0, -1),
      "",
    ];
    for (const line of others) expect(short(Buffer.from(line)), line).toBeNull();
  });

  it("a line that was changed in a sample is damage, also where samples are not read", async () => {
    writeFileSync(file, `${sealLine(record(0)).replace('"seconds":1.5', '"seconds":1.4')}\n`);
    for (const samples of [true, false]) {
      const { records, damage } = await readRecords(file, { samples });
      expect([records, damage[0]!.message]).toEqual([[], expect.stringContaining("checksum")]);
    }
  });

  it("is empty for a file that does not exist", async () => {
    expect(await readRecords(file)).toEqual({ records: [], damage: [] });
  });

  it("drops a torn last line at every 25th offset, says where, and a later append loses nothing", async () => {
    const first = `${sealLine(record(0))}\n`;
    const last = sealLine(record(1));
    for (let cut = 1; cut <= last.length; cut += 25) {
      writeFileSync(file, first + last.slice(0, cut));
      const { records, damage } = await readRecords(file);
      expect(records).toEqual([record(0)]);
      expect(damage).toMatchObject([{ offset: Buffer.byteLength(first), line: 2, torn: true }]);
      await appendRecord(file, record(2));
      expect((await readRecords(file)).records.at(-1)).toEqual(record(2));
    }
  });

  it("names damage in the middle by line and offset and reads the others", async () => {
    const lines = [0, 1, 2, 3].map((launch) => sealLine(record(launch)));
    lines[1] = lines[1]!.replace('"launch":1', '"launch":9');
    lines[2] = lines[2]!.slice(0, 50);
    writeFileSync(file, `${lines.join("\n")}\n`);
    const { records, damage } = await readRecords(file);
    expect(records.map((r) => r.launch)).toEqual([0, 3]);
    expect(damage).toEqual([
      { line: 2, offset: lines[0]!.length + 1, torn: false, message: expect.stringMatching(/checksum does not match/) },
      {
        line: 3,
        offset: lines[0]!.length + lines[1]!.length + 2,
        torn: false,
        message: expect.stringMatching(/expected a string at character 47/),
      },
    ]);
  });

  it("counts a record that was written twice once", async () => {
    await appendRecord(file, record(0));
    await appendRecord(file, record(0));
    const { records, damage } = await readRecords(file);
    expect(records).toHaveLength(1);
    expect(damage).toMatchObject([{ line: 2, message: expect.stringMatching(/record of line 1 again/) }]);
  });

  it("reports a line over four megabytes and goes on", async () => {
    writeFileSync(file, `${"x".repeat(5_000_000)}\n${sealLine(record(1))}\n`);
    const { records, damage } = await readRecords(file);
    expect(records).toEqual([record(1)]);
    expect(damage).toMatchObject([{ line: 1, message: expect.stringMatching(/longer than 4194304/) }]);
  });

  it("refuses a newer major schema, naming both, and does not touch the file", async () => {
    appendFileSync(file, `${sealLine({ ...record(0), schema: "ncf-bench.record/99.0" })}\n`);
    const before = readFileSync(file);
    await expect(readRecords(file)).rejects.toMatchObject({
      code: "record.newer-schema",
      message: expect.stringMatching(/records\.jsonl:1: .*99\.0.*1\.0/),
      exitCode: 2,
    });
    expect(readFileSync(file)).toEqual(before);
  });

  it("keeps what a newer minor added, at every depth, also through a rewrite", async () => {
    const newer = {
      ...record(0),
      schema: "ncf-bench.record/1.9",
      news: [1],
      cell: { ...cell, racks: 2 },
      telemetry: { ...parts.telemetry, watts: 300 },
    };
    appendFileSync(file, `${sealLine(newer)}\n`);
    const { records } = await readRecords(file);
    expect(records).toEqual([newer]);
    expect(sealLine(records[0]!)).toBe(sealLine(newer));
  });

  it.each([
    ["a record with a member missing", { ...record(0), key: undefined }, /not a record: key/],
    ["another kind of file", { hello: 1 }, /not a record/],
    ["a status we do not know", { ...record(0), status: "fine" }, /not a record: status/],
  ])("names %s", async (_name, value, message) => {
    writeFileSync(file, `${sealLine(value)}\n`);
    expect((await readRecords(file)).damage[0]!.message).toMatch(message);
  });
});

describe("setAsideTornTail", () => {
  it("moves the torn tail into a file of its own and leaves whole lines", async () => {
    await appendRecord(file, record(0));
    const whole = readFileSync(file);
    expect(await setAsideTornTail(file)).toBeNull();
    appendFileSync(file, '{"half');
    expect(await setAsideTornTail(file)).toBe(`${file}.torn-${whole.length}`);
    expect(readFileSync(file)).toEqual(whole);
    expect(readFileSync(`${file}.torn-${whole.length}`, "utf8")).toBe('{"half');
    expect(readdirSync(join(file, ".."))).toHaveLength(2);
  });
});
