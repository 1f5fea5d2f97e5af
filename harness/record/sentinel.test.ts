import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sealLine } from "../../storage/checked-line.js";
import { appendSentinel, parseReading, readSentinels, SENTINEL_SCHEMA } from "./sentinel.js";
import { sentinel } from "./testdata/sentinels.js";

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "ncf-sentinel-"));
  file = join(dir, "sentinel.jsonl");
});
afterEach(() => rmSync(dir, { recursive: true }));

describe("sentinel.jsonl", () => {
  it("reads back what was appended, and is empty where there is none", async () => {
    expect(await readSentinels(file)).toEqual({ sentinels: [], damage: [] });
    const records = [sentinel({ seconds: 0.01 }), sentinel({ seconds: null })];
    for (const record of records) await appendSentinel(file, record);
    expect(await readSentinels(file)).toEqual({ sentinels: records, damage: [] });
  });

  it.each([
    ["a changed figure", (text: string) => text.replace("0.01", "0.02"), /checksum/],
    ["a torn line", (text: string) => text.slice(0, -30), /expected/],
    ["no JSON", () => "hello\n", /./],
    ["another schema", () => `${sealLine({ ...sentinel({}), schema: "ncf-bench.sentinel/2.0" })}\n`, /schema/],
    ["no seconds", () => `${sealLine({ ...sentinel({}), reading: { seconds: [] } })}\n`, /./],
  ])("names %s and leaves it out; what comes after it is read", async (_, damage, message) => {
    await appendSentinel(file, sentinel({ seconds: 0.01 }));
    writeFileSync(file, damage(readFileSync(file, "utf8")));
    await appendSentinel(file, sentinel({ seconds: 0.03 }));
    const { sentinels, damage: found } = await readSentinels(file);
    expect(sentinels).toEqual([sentinel({ seconds: 0.03 })]);
    expect(found).toMatchObject([{ line: 1, message: expect.stringMatching(message) }]);
  });

  it("a last line without its end is torn", async () => {
    await appendSentinel(file, sentinel({}));
    appendFileSync(file, '{"schema":');
    expect((await readSentinels(file)).damage).toMatchObject([{ line: 2, torn: true }]);
  });

  it("refuses what a worker cannot have timed", () => {
    const { reading } = sentinel({});
    expect(parseReading(reading)).toEqual(reading);
    for (const wrong of [
      null,
      {},
      { ...reading, seconds: [0] },
      { ...reading, seconds: [] },
      { ...reading, passes: 0 },
    ]) {
      expect(() => parseReading(wrong)).toThrow();
    }
    expect(SENTINEL_SCHEMA).toMatch(/\/1\./);
  });
});
