import { spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appendLine } from "./append-line.js";
import { openLine, sealLine } from "./checked-line.js";
import { packageRoot } from "./package-root.js";
import { readLines } from "./read-lines.js";
import { failingAt } from "./test-support-faults.js";

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), "ncf-append-")), "lines.jsonl");
});
afterEach(() => rmSync(dirname(path), { recursive: true }));

/** The numbers of all lines that open, in order. */
async function readable(file = path): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const line of readLines(file)) {
    try {
      found.push(openLine(line.bytes!).n);
    } catch {
      // A torn line: what the callers of this function count is the others.
    }
  }
  return found;
}

describe("sealLine and openLine", () => {
  it("give the value back, with NaN, infinities, -0 and every string", () => {
    const value = fc.dictionary(
      fc.string().filter((key) => !["__proto__", "constructor", "prototype", "check", "nonfinite"].includes(key)),
      fc.oneof(fc.double(), fc.string({ unit: "binary" }), fc.constant(null), fc.array(fc.double()), fc.boolean()),
    );
    fc.assert(
      fc.property(value, (v) => {
        expect(openLine(Buffer.from(sealLine(v)))).toEqual({ ...v });
      }),
      { seed: 5, numRuns: 2000 },
    );
  });

  it("writes non-finite numbers as what they are, readable for jq", () => {
    expect(sealLine({ loss: Number.NaN, t: [Number.NEGATIVE_INFINITY] })).toMatch(
      /^\{"check":"[0-9a-f]{16}","loss":\{"nonfinite":"NaN"\},"t":\[\{"nonfinite":"-Infinity"\}\]\}$/,
    );
  });

  it("finds every flipped bit, or reads the same value", () => {
    const value = { name: "café", seconds: 0.123456789012345, samples: [1.5, -2, 3e-7, 123456789], ok: true };
    const line = Buffer.from(sealLine(value));
    let found = 0;
    for (let bit = 0; bit < line.length * 8; bit++) {
      const flipped = Buffer.from(line);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      try {
        expect(openLine(flipped)).toEqual(value);
      } catch (error) {
        expect((error as Error).message).toMatch(/checksum|UTF-8|at character|JSON object/);
        found++;
      }
    }
    expect(found).toBeGreaterThan(line.length * 8 - 8);
  });

  it.each([
    ["a line without a checksum", '{"n":1}', /no checksum/],
    ["a changed value", sealLine({ n: 1 }).replace('"n":1', '"n":2'), /does not match/],
    ["another key order is no damage", '{"n":1,"check":"CHECK"}', null],
  ])("%s", (_name, text, message) => {
    const check = /"check":"(.*?)"/.exec(sealLine({ n: 1 }))![1]!;
    const open = () => openLine(Buffer.from(text.replace("CHECK", check)));
    if (message === null) expect(open()).toEqual({ n: 1 });
    else expect(open).toThrow(message);
  });
});

describe("readLines", () => {
  it("says where each line begins, whether it ended, and skips a line over the cap without keeping it", async () => {
    writeFileSync(path, `a\n\n${"x".repeat(200_000)}\nlast é`);
    const lines = [];
    for await (const line of readLines(path, 100_000)) lines.push({ ...line, bytes: line.bytes?.toString() });
    expect(lines).toEqual([
      { number: 1, offset: 0, length: 1, bytes: "a", terminated: true },
      { number: 2, offset: 2, length: 0, bytes: "", terminated: true },
      { number: 3, offset: 3, length: 200_000, bytes: undefined, terminated: true },
      { number: 4, offset: 200_004, length: 7, bytes: "last é", terminated: false },
    ]);
  });

  it("reads a sparse file of one gigabyte without a newline in bounded memory", async () => {
    writeFileSync(path, "");
    truncateSync(path, 2 ** 30);
    const before = process.memoryUsage().rss;
    let length = 0;
    for await (const line of readLines(path)) length += line.length;
    expect(length).toBe(2 ** 30);
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
  });
});

describe("appendLine", () => {
  it("after a tear at every offset of the last line, cut or filled with zeros, all other records and the new one are read", async () => {
    const first = `${sealLine({ n: 1 })}\n`;
    const last = `${sealLine({ n: 2, text: "x".repeat(60) })}\n`;
    for (let cut = 0; cut < last.length; cut++) {
      for (const fill of ["", "\0".repeat(last.length - cut), "\x9f{".repeat(3)]) {
        writeFileSync(path, Buffer.concat([Buffer.from(first + last.slice(0, cut)), Buffer.from(fill, "latin1")]));
        await appendLine(path, sealLine({ n: 3 }));
        const whole = cut === last.length - 1 && fill === "";
        expect(await readable(), `cut at ${cut}`).toEqual(whole ? [1, 2, 3] : [1, 3]);
      }
    }
  });

  it.each(["ENOSPC", "EIO", "EINTR", "SHORT"])(
    "whichever call fails with %s: what was acknowledged is read, what failed can be appended again",
    async (code) => {
      let faults = 0;
      for (let k = 1; ; k++) {
        rmSync(path, { force: true });
        await appendLine(path, sealLine({ n: 1 }));
        const fs = failingAt(k, code);
        const acknowledged = await appendLine(path, sealLine({ n: 2, fill: "x".repeat(300) }), fs).then(
          () => true,
          () => false,
        );
        const now = await readable();
        expect(now[0]).toBe(1);
        if (acknowledged) expect(now).toEqual([1, 2]);
        await appendLine(path, sealLine({ n: 3 }));
        const after = await readable();
        expect(after.filter((n) => n === 1 || n === 3)).toEqual([1, 3]);
        if (!fs.hit) break;
        faults++;
      }
      expect(faults).toBe(4);
    },
  );

  it("syncs each line, and the folder too when the file is new", async () => {
    const syncs = async (): Promise<number> => {
      const fs = failingAt(Number.POSITIVE_INFINITY, "EIO");
      await appendLine(path, sealLine({ n: 1 }), fs);
      return fs.calls.filter((call) => call === "sync").length;
    };
    expect(await syncs()).toBe(2);
    expect(await syncs()).toBe(1);
  });

  it("on a full disk takes back what it had half written, so that the file ends with a whole line", async () => {
    await appendLine(path, sealLine({ n: 1 }));
    const before = readFileSync(path, "utf8");
    await expect(appendLine(path, sealLine({ n: 2 }), failingAt(2, "ENOSPC"))).rejects.toThrow(/ENOSPC/);
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  it("refuses a newline in the line and a symbolic link as the file", async () => {
    await expect(appendLine(path, "a\nb")).rejects.toThrow(TypeError);
    symlinkSync("/dev/null", path);
    await expect(appendLine(path, "a")).rejects.toMatchObject({
      code: "storage.eloop",
      hint: expect.stringMatching(/symbolic link/),
    });
  });

  it("50 kills with SIGKILL at random moments lose no acknowledged line and read no line twice", async () => {
    const script = join(packageRoot(), "storage/testdata/append-forever.mjs");
    let acknowledged = -1;
    let random = 12345;
    for (let kill = 0; kill < 50; kill++) {
      const seen = (await readable().catch(() => [])) as number[];
      const next = Math.max(acknowledged, ...seen) + 1;
      const child = spawn(process.execPath, [script, path, String(next)], { stdio: ["ignore", "pipe", "inherit"] });
      let text = "";
      child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      const ended = new Promise((done) => child.on("close", done));
      await new Promise((done) => child.stdout.once("data", done));
      random = (random * 1103515245 + 12345) % 2 ** 31;
      await new Promise((done) => setTimeout(done, random % 20));
      child.kill("SIGKILL");
      await ended;
      const acks = [...text.matchAll(/^ack (\d+)\n/gm)].map((match) => Number(match[1]));
      acknowledged = Math.max(acknowledged, ...acks);
    }
    const all = (await readable()) as number[];
    expect(all.length).toBeGreaterThan(100);
    expect(new Set(all).size).toBe(all.length);
    for (let n = 0; n <= acknowledged; n++) expect(all[n]).toBe(n);
  });
});

describe("a torn tail that nobody repairs", () => {
  it("would swallow the next record without the newline guard (the fault this guards against is real)", async () => {
    writeFileSync(path, `${sealLine({ n: 1 })}\n${sealLine({ n: 2 }).slice(0, 10)}`);
    appendFileSync(path, `${sealLine({ n: 3 })}\n`);
    expect(await readable()).toEqual([1]);
  });
});
