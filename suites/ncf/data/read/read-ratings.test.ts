import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { UserError } from "../../../../errors/user-error.js";
import type { RatingsFormat } from "./layout.js";
import { readRatings } from "./read-ratings.js";

const dir = mkdtempSync(join(tmpdir(), "ncf-read-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

let files = 0;
function fileOf(content: string | Uint8Array): string {
  const path = join(dir, `file-${files++}`);
  writeFileSync(path, content);
  return path;
}

/** Rows as [user, item, time]. */
async function read(content: string | Uint8Array, format?: RatingsFormat) {
  const { ratings, layout } = await readRatings(fileOf(content), { format });
  const rows = Array.from({ length: ratings.rows }, (_, row) => [
    ratings.users[row],
    ratings.items[row],
    ratings.times?.[row] ?? null,
  ]);
  return { format: layout.format, rows };
}

const H = "userId,movieId,rating,timestamp\n";

describe("readRatings accepts", () => {
  it.each<[what: string, content: string | Uint8Array, rows: (number | null)[][], format?: string]>([
    [
      "ml-20m's and ml-latest-small's csv",
      `${H}1,2,3.5,1112486027\n1,29,3.5,964982703\n`,
      [
        [1, 2, 1112486027],
        [1, 29, 964982703],
      ],
    ],
    [
      "ml-1m's and ml-10m's ::",
      "1::1193::5::978300760\n1::661::0.5::978302109\n",
      [
        [1, 1193, 978300760],
        [1, 661, 978302109],
      ],
      "double-colon",
    ],
    ["ml-100k's tabs", "196\t242\t3\t881250949\n", [[196, 242, 881250949]], "tab"],
    ["columns in any order with extra ones", "timestamp,title,movieId,x,userId\n7,Heat,5,,6\n", [[6, 5, 7]]],
    ["two columns: no time", "userId,movieId\n3,4\n", [[3, 4, null]]],
    ["spaces, case and underscores in the header", "User_ID, MovieId , rating, Timestamp\n3,4,5,6\n", [[3, 4, 6]]],
    ["itemId for movieId", "userId,itemId\n3,4\n", [[3, 4, null]]],
    ["quoted header and fields", '"userId","movieId","timestamp"\n"3","4","5"\n', [[3, 4, 5]]],
    [
      "a delimiter, a quote and a newline in quotes",
      'userId,title,movieId\n1,"a, ""b""\nc",2\n3,d,4\n',
      [
        [1, 2, null],
        [3, 4, null],
      ],
    ],
    ["what looks like fields inside quotes", 'title,userId,x,movieId\n"a,7,b",1,2,3\n', [[1, 3, null]]],
    [
      "a quote inside an unquoted field",
      'userId,title,movieId\n1,5" disc,2\n3,4,5\n',
      [
        [1, 2, null],
        [3, 5, null],
      ],
    ],
    [
      "quotes after the last needed column",
      'userId,movieId,tag\n1,2,"x\ny"\n3,4,z"z\n',
      [
        [1, 2, null],
        [3, 4, null],
      ],
    ],
    [
      "CRLF",
      "userId,movieId,timestamp\r\n1,2,3\r\n4,5,6\r\n",
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    ["CRLF after an unneeded column", "userId,movieId,rating\r\n1,2,3\r\n", [[1, 2, null]]],
    ["a byte order mark", `\ufeff${H}1,2,3,4\n`, [[1, 2, 4]]],
    ["a byte order mark before data, and one alone in its line", "\ufeff\n\ufeff1\t2\t3\t4\n", [[1, 2, 4]], "tab"],
    ["no newline at the end", `${H}1,2,3,4`, [[1, 2, 4]]],
    [
      "blank lines anywhere",
      `\n \n${H}\n1,2,3,4\n\r\n5,6,7,8\n\n`,
      [
        [1, 2, 4],
        [5, 6, 8],
      ],
    ],
    ["spaces around fields", `${H} 1, 2 ,3 , 4 \n`, [[1, 2, 4]]],
    [
      "decimal, negative and huge timestamps",
      `${H}1,2,3,4.5\n1,3,3,-7\n1,4,3,1112486027000\n1,5,3,1e9\n`,
      [
        [1, 2, 4.5],
        [1, 3, -7],
        [1, 4, 1112486027000],
        [1, 5, 1e9],
      ],
    ],
    ["written-out timestamps as UTC", `${H}1,2,3,2005-04-02 23:53:47\n`, [[1, 2, 1112486027]]],
    [
      "the smallest and the largest id",
      `${H}0,2147483647,3,4\n2147483647,0,3,4\n`,
      [
        [0, 2147483647, 4],
        [2147483647, 0, 4],
      ],
    ],
    ["leading zeros", `${H}007,0000000001,3,4\n`, [[7, 1, 4]]],
    ["a single colon inside ::", "1::2::a:b::4\n", [[1, 2, 4]], "double-colon"],
    [":: without timestamp", "1::2::3\n", [[1, 2, null]], "double-colon"],
    ["a tab-separated file with a header", "userId\tmovieId\trating\n1\t2\t3\n", [[1, 2, null]]],
    ["semicolons", "userId;movieId;rating;timestamp\n1;2;3,5;4\n", [[1, 2, 4]]],
    ["rows with more fields than the header", `${H}1,2,3,4,5,6\n`, [[1, 2, 4]]],
    ["any text as rating", `${H}1,2,good,4\n`, [[1, 2, 4]]],
    [
      "gzip, told by content",
      gzipSync(`${H}1,2,3,4\n5,6,7,8\n`),
      [
        [1, 2, 4],
        [5, 6, 8],
      ],
    ],
    [
      "gzip in two members",
      Buffer.concat([gzipSync(`${H}1,2,3,4\n`), gzipSync("5,6,7,8\n")]),
      [
        [1, 2, 4],
        [5, 6, 8],
      ],
    ],
  ])("%s", async (_, content, rows, format = "csv") => {
    expect(await read(content)).toEqual({ format, rows });
  });

  it("random rows, however they are spelled, as they were written", async () => {
    const id = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 2 ** 31 - 1 }));
    const spelling = fc.constantFrom(
      (field: string) => field,
      (field: string) => field,
      (field: string) => ` ${field}`,
      (field: string) => `"${field}"`,
    );
    const row = fc.tuple(
      id,
      id,
      fc.integer({ min: -1000, max: 2 ** 33 }),
      spelling,
      fc.constantFrom("\n", "\r\n", "\n\n"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), fc.boolean(), async (rows, zip) => {
        const text = rows
          .map(
            ([user, item, time, spell, end]) => `x,${spell(`${item}`)},${spell(`${time}`)},${spell(`${user}`)}${end}`,
          )
          .join("");
        const whole = `title,movieId,timestamp,userId\n${text}`;
        const { rows: got } = await read(zip ? gzipSync(whole) : whole);
        expect(got).toEqual(rows.map(([user, item, time]) => [user, item, time]));
      }),
      { seed: 8, numRuns: 150 },
    );
  });

  it("files of many chunks: no row is lost or torn where chunks meet", async () => {
    const rows = 800_000;
    let text = "note,userId,movieId,timestamp\n";
    for (let row = 0; row < rows; row++) {
      const note = row % 50_000 === 0 ? '"quoted\nover, lines"' : "n".repeat(row % 13);
      text += `${note},${row % 977},${row % 3571},${900_000_000 + row}\n`;
    }
    for (const content of [text, gzipSync(text, { level: 1 })]) {
      const { ratings, bytes } = await readRatings(fileOf(content));
      expect(bytes).toBe(content.length);
      expect(ratings.rows).toBe(rows);
      for (let row = 0; row < rows; row += 1) {
        if (
          ratings.users[row] !== row % 977 ||
          ratings.items[row] !== row % 3571 ||
          ratings.times![row] !== 900_000_000 + row
        ) {
          throw new Error(`row ${row} is wrong`);
        }
      }
    }
  });

  it("reports the sha256 of the file as it lies on the disk", async () => {
    const { sha256 } = await readRatings(fileOf("1\t2\t3\t4\n"));
    expect(sha256).toBe(execFileSync("sha256sum", { input: "1\t2\t3\t4\n" }).toString().slice(0, 64));
  });

  it("tells its progress", async () => {
    const told: string[] = [];
    const path = fileOf(`${H}${"1,2,3,4\n".repeat(1_500_000)}`);
    await readRatings(path, { onProgress: (message) => told.push(message) });
    expect(told.at(-1)).toBe(`reading ${path}: 100 %`);
    expect(told.length).toBeGreaterThan(1);
  });
});

describe("readRatings refuses", () => {
  it.each<[what: string, content: string | Uint8Array, code: string, line: number | null, says: string]>([
    ["an empty file", "", "data.empty", null, "empty"],
    ["a file of blank lines", "\n\n \n", "data.empty", null, "no ratings"],
    ["a header without rows", H, "data.empty", null, "no ratings"],
    ["a header without movieId", "userId,film,rating\n1,2,3\n", "data.column-missing", 1, "no column movieId"],
    [
      "a header without userId, below blank lines",
      "\n\nmovieId,rating\n1,2\n",
      "data.column-missing",
      3,
      "no column userId",
    ],
    ["a column that is there twice", "userId,movieId,userid\n1,2,3\n", "data.column-missing", 1, "there 2 times"],
    ["a csv without header", "1,2,3,4\n5,6,7,8\n", "data.no-header", 1, "no header"],
    ["a text id", `${H}1,2,3,4\nbob,2,3,4\n`, "data.bad-id", 3, 'user id "bob"'],
    ["a negative id", `${H}1,-2,3,4\n`, "data.bad-id", 2, 'item id "-2"'],
    ["an id of 2^31", `${H}2147483648,2,3,4\n`, "data.bad-id", 2, "2147483648"],
    ["an id of 30 digits", `${H}1,${"9".repeat(30)},3,4\n`, "data.bad-id", 2, "999999"],
    ["a decimal id", `${H}1.0,2,3,4\n`, "data.bad-id", 2, '"1.0"'],
    ["an empty id", `${H}1,,3,4\n`, "data.bad-id", 2, 'item id ""'],
    ["NaN as id", `${H}NaN,1,3,4\n`, "data.bad-id", 2, '"NaN"'],
    ["an empty timestamp", `${H}1,2,3,\n`, "data.bad-timestamp", 2, 'timestamp ""'],
    ["a text timestamp", `${H}1,2,3,now\n`, "data.bad-timestamp", 2, '"now"'],
    ["an infinite timestamp", `${H}1,2,3,1e999\n`, "data.bad-timestamp", 2, '"1e999"'],
    ["a short row", `${H}1,2,3,4\n1,2\n`, "data.short-row", 3, "2 fields, 4 are needed"],
    ["a last row that was cut off", `${H}1,2,3,4\n1,2,3`, "data.short-row", 3, "3 fields"],
    ["a single colon where two belong", "1::2::3::4\n5:67::3::8\n", "data.short-row", 2, "3 fields, 4 are needed"],
    ["a bad row under a quoted newline", 'a,userId,movieId\n"x\ny",1,2\nz,bob,2\n', "data.bad-id", 4, "bob"],
    ["a bad row under CRLF and blank lines", `${H.trim()}\r\n\r\n1,2,3,4\r\n1,x,3,4\r\n`, "data.bad-id", 4, '"x"'],
    [
      "a quote that is never closed",
      `userId,movieId,t\n1,2,"x\n${"3,4,5\n".repeat(200_000)}`,
      "data.unclosed-quote",
      2,
      "not closed",
    ],
    ["an open quote at the end", 'userId,movieId,t\n1,2,"x\n', "data.unclosed-quote", 2, "not closed"],
    ["binary junk", Uint8Array.from({ length: 999 }, (_, i) => (i * 37) % 256), "data.not-text", null, "binary"],
    ["junk inside gzip", gzipSync(Uint8Array.of(1, 2, 0, 3)), "data.not-text", null, "inside the gzip"],
    ["a zip archive", Buffer.from("PK\u0003\u0004\u0014\u0000abc"), "data.not-text", null, "zip archive"],
    ["UTF-16", Buffer.from(`\ufeff${H}1,2,3,4\n`, "utf16le"), "data.not-text", null, "UTF-16"],
    ["one endless line", "x".repeat(300_000), "data.not-text", 1, "longer than"],
    [
      "a truncated gzip",
      gzipSync(`${H}${"1,2,3,4\n".repeat(9999)}`).subarray(0, 60),
      "data.truncated-gzip",
      null,
      "too early",
    ],
    ["a damaged gzip", damaged(gzipSync(`${H}${"1,2,3,4\n".repeat(9999)}`)), "data.damaged-gzip", null, "damaged"],
    ["control characters, without obeying them", `${H}\u001b[31mred,2,3,4\n`, "data.bad-id", 2, "\\u001b[31mred"],
  ])("%s", async (_, content, code, line, says) => {
    const path = fileOf(content);
    const error = await readRatings(path).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code, where: line === null ? path : `${path}:${line}`, exitCode: 2 });
    expect((error as UserError).what).toContain(says);
    expect((error as UserError).hint).toBeTruthy();
  });

  it("a gzip that unpacks to over 200 times its size", async () => {
    const bomb = gzipSync(Buffer.alloc(100 * 2 ** 20, `${H}1,2,3,4\n`.slice(-8)));
    await expect(readRatings(fileOf(Buffer.concat([gzipSync(H), bomb])))).rejects.toMatchObject({
      code: "data.inflation",
    });
  });

  it("what is no file: nothing, a folder, a pipe that nobody writes to", async () => {
    await expect(readRatings(join(dir, "absent"))).rejects.toMatchObject({ code: "data.missing-file" });
    mkdirSync(join(dir, "folder"));
    await expect(readRatings(join(dir, "folder"))).rejects.toMatchObject({ code: "data.not-a-file" });
    execFileSync("mkfifo", [join(dir, "pipe")]);
    await expect(readRatings(join(dir, "pipe"))).rejects.toMatchObject({ code: "data.not-a-file" });
  });

  it("a record longer than 1 MiB, though its quote is closed", async () => {
    const path = fileOf(`userId,movieId,note\n1,2,"${"x\n".repeat(600_000)}"\n`);
    await expect(readRatings(path)).rejects.toMatchObject({ code: "data.unclosed-quote", where: `${path}:2` });
  });

  it("an endless line long before its end", async () => {
    const told: string[] = [];
    const path = fileOf(`${H}${"x".repeat(12 * 2 ** 20)}`);
    const reading = readRatings(path, { onProgress: (message) => told.push(message) });
    await expect(reading).rejects.toMatchObject({ code: "data.unclosed-quote", where: `${path}:2` });
    expect(told).toEqual([]);
  });

  it("a file that grows while it is read", async () => {
    const path = fileOf(`${H}${"1,2,3,4\n".repeat(1_500_000)}`);
    const onProgress = () => appendFileSync(path, "5,6,7,8\n");
    await expect(readRatings(path, { onProgress })).rejects.toMatchObject({ code: "data.changed", where: path });
  });

  it("to go on after an abort", async () => {
    const path = fileOf(`${H}${"1,2,3,4\n".repeat(1000)}`);
    await expect(readRatings(path, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
  });

  it("random junk with a UserError, never with a defect", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("", H, "1::2::3::4\n", "1\t2\t3\t4\n", 'userId,"movieId"\n'),
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
          fc
            .array(fc.constantFrom('"', ",", "\n", "\r", "1", "99", ":", "::", "\t", " ", "-", ".", "e"), {
              maxLength: 80,
            })
            .map((parts) => parts.join("")),
        ),
        async (head, junk) => {
          const outcome = await readRatings(fileOf(Buffer.from(head + junk, "latin1"))).then(
            ({ ratings }) => (ratings.rows > 0 ? "read" : "nothing"),
            (error: unknown) => (error instanceof UserError ? "refused" : error),
          );
          expect(["read", "refused"]).toContain(outcome);
        },
      ),
      { seed: 77, numRuns: 1500 },
    );
  });
});

function damaged(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy.fill(0xff, 30, 50);
  return copy;
}
