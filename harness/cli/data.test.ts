import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { openDataset, openSampledNegatives } from "../../suites/ncf/data/open.js";
import { buildEvaluationSet } from "../../suites/ncf/evalset.js";
import { main } from "./main.js";
import { captureIo, runMain } from "./test-support-io.js";

const root = mkdtempSync(join(tmpdir(), "ncf-data-cli-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let cases = 0;
let cwd: string;
beforeEach(() => {
  cwd = join(root, `case-${cases++}`);
  mkdirSync(cwd);
});

const run = (...argv: string[]) => runMain(["data", ...argv], { cwd, env: { NCF_BENCH_CACHE: join(cwd, "cache") } });
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(cwd, name), content);

const HEADER = "userId,movieId,rating,timestamp\n";
const GOOD = HEADER + Array.from({ length: 100 }, (_, row) => `${row % 4},${row},3,${row}\n`).join("");

describe("data prepare", () => {
  it("prepares a folder and says what it holds", async () => {
    write("mine.csv", GOOD);
    const { code, out, err } = await run("prepare", "mine.csv", "--out", "prepared");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^users +4$/m);
    expect(out).toMatch(/^training pairs +96$/m);
    expect((await openDataset(join(cwd, "prepared"))).users).toBe(4);
    expect(readdirSync(cwd).sort()).toEqual(["cache", "mine.csv", "prepared"]);
  });

  it("prints JSON that data info --json repeats", async () => {
    write("mine.csv", GOOD);
    const prepared = await run("prepare", "mine.csv", "--out", "prepared", "--json");
    const info = await run("info", "prepared", "--json");
    expect(JSON.parse(info.out)).toEqual(JSON.parse(prepared.out));
    expect(JSON.parse(info.out)).toMatchObject({ name: "mine", synthetic: false, counts: { rowsRead: 100, users: 4 } });
  });

  it("stores on request the negatives that evaluation samples for the seed, without the positive", async () => {
    write("mine.csv", GOOD);
    const { code, out } = await run(
      "prepare",
      "mine.csv",
      "--out",
      "p",
      "--with-eval-negatives",
      "7",
      "--valid-negative",
      "5",
    );
    expect(code).toBe(0);
    expect(out).toContain("5 per user of seed 7 stored");
    const [data, negatives] = [await openDataset(join(cwd, "p")), await openSampledNegatives(join(cwd, "p"))];
    expect(data.evalNegatives).toBeNull();
    expect(negatives).toMatchObject({ seed: 7, perUser: 5 });
    expect(negatives!.items.length).toBe(20);
    const evaluated = buildEvaluationSet(data, 5, 7).items;
    expect([...negatives!.items]).toEqual([...evaluated].filter((_, i) => i % 6 !== 5));
  });

  it("warns on stderr of what a reader must know", async () => {
    write("tied.csv", GOOD.replaceAll(/,\d+$/gm, ",5"));
    const { code, err } = await run("prepare", "tied.csv");
    expect(code).toBe(0);
    expect(err).toContain("warning: the last timestamp of 4 users (100.0 %) is shared");
  });

  it("names a data set on request", async () => {
    write("mine.csv", GOOD);
    expect(JSON.parse((await run("prepare", "mine.csv", "--name", "other", "--json")).out).name).toBe("other");
  });

  it("tells its progress on a terminal, and only there", async () => {
    write("mine.csv", GOOD);
    const { err } = await runMain(["data", "prepare", "mine.csv"], {
      cwd,
      interactive: true,
      env: { NCF_BENCH_CACHE: join(cwd, "cache") },
    });
    expect(err).toContain("reading ");
  });

  const gz = gzipSync(GOOD);
  it.each<[what: string, content: string | Uint8Array | null, where: string, says: string]>([
    ["a missing file", null, "in.csv", "no such file"],
    ["an empty file", "", "in.csv", "empty"],
    ["a missing column", GOOD.replace("movieId", "film"), "in.csv:1", "no column movieId"],
    ["no header", GOOD.slice(HEADER.length), "in.csv:1", "no header"],
    ["a text id", GOOD.replace("\n3,3,", "\n3,three,"), "in.csv:5", 'item id "three"'],
    ["a negative id", GOOD.replace("\n3,3,", "\n-3,3,"), "in.csv:5", 'user id "-3"'],
    ["an id above 2^31", GOOD.replace("\n3,3,", "\n3,4294967296,"), "in.csv:5", "4294967296"],
    ["a bad timestamp", GOOD.replace("\n3,3,3,3", "\n3,3,3,soon"), "in.csv:5", '"soon"'],
    ["a short row", GOOD.replace("\n3,3,3,3", "\n3,3"), "in.csv:5", "2 fields, 4 are needed"],
    ["no user above the minimum", `${HEADER}1,2,3,4\n1,3,3,4\n`, "in.csv", "fewer than 20 ratings"],
    ["users with one item only", `${HEADER}${"1,2,3,4\n".repeat(30)}`, "in.csv", "have a single item"],
    ["a truncated gzip", gz.subarray(0, gz.length - 20), "in.csv", "ends too early"],
    ["binary junk", Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 89) % 256)), "in.csv", "binary data"],
  ])("refuses %s with one error, place, remedy, exit 2, and no cache", async (_, content, where, says) => {
    if (content !== null) write("in.csv", content);
    const { code, out, err } = await run("prepare", "in.csv", "--out", "prepared");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    const lines = err.trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(`error: ${join(cwd, where)}: `);
    expect(lines[0]).toContain(says);
    expect(lines[1]).toMatch(/^ {2}→ \S/);
    expect(existsSync(join(cwd, "prepared"))).toBe(false);
    expect(readdirSync(cwd).filter((name) => name.startsWith("."))).toEqual([]);
    const cache = join(cwd, "cache");
    expect(existsSync(cache) ? readdirSync(cache, { recursive: true }) : []).toEqual([]);
  });

  it.each<[what: string, setUp: () => void, argv: string[], says: RegExp]>([
    ["a folder without ratings", () => mkdirSync(join(cwd, "d")), ["d"], /d: a folder without a ratings file/],
    ["several tables", () => ["a.csv", "b.csv"].map((name) => write(name, GOOD)), ["."], /several tables lie here/],
    ["a name that was not downloaded", () => {}, ["ml-20m"], /not here yet(.|\n)*data download ml-20m/],
    ["a bad synthetic size", () => {}, ["synthetic:ml-3m"], /'ml-3m' is neither a size/],
    [
      "an output folder in use",
      () => {
        mkdirSync(join(cwd, "o"));
        write("o/x", "x");
        write("a.csv", GOOD);
      },
      ["a.csv", "--out", "o"],
      /it holds 'x'/,
    ],
    [
      "--format ncf for a table",
      () => write("a.csv", GOOD),
      ["a.csv", "--format", "ncf"],
      /not the NCF authors' split/,
    ],
    ["a name that no cell could have", () => write("a.csv", GOOD), ["a.csv", "--name", "a b"], /not a name/],
    ["the wrong --format", () => write("a.csv", GOOD), ["a.csv", "--format", "tab"], /no tab between/],
    ["--min-ratings 0", () => {}, ["a.csv", "--min-ratings", "0"], /at least 1 is needed/],
    ["an unknown flag", () => {}, ["a.csv", "--fast"], /unknown option '--fast'/],
    ["an unknown format", () => {}, ["a.csv", "--format", "xml"], /Allowed choices are csv, double-colon, tab, ncf/],
    ["no path", () => {}, [], /missing required argument 'path'/],
  ])("refuses %s with exit 2", async (_, setUp, argv, says) => {
    setUp();
    const { code, out, err } = await run("prepare", ...argv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(says);
    expect(err).not.toContain("internal error");
  });

  it.skipIf(process.getuid?.() === 0)("refuses a file that may not be read", async () => {
    write("a.csv", GOOD);
    chmodSync(join(cwd, "a.csv"), 0);
    expect(await run("prepare", "a.csv")).toMatchObject({ code: 2, err: expect.stringMatching(/not readable/) });
  });

  it("stops on a signal with exit 130 and leaves nothing", async () => {
    write("mine.csv", GOOD);
    const { io, abort, written } = captureIo({ cwd, env: { NCF_BENCH_CACHE: join(cwd, "cache") } });
    abort.abort();
    expect(await main(["data", "prepare", "mine.csv", "--out", "p"], io)).toBe(130);
    expect(written.err).toContain("stopped");
    expect(existsSync(join(cwd, "p"))).toBe(false);
  });
});

describe("data generate", () => {
  it("writes a ratings file that prepares to the same data set as the size by name", async () => {
    const size = "users=50,items=80,ratings=1500,seed=4";
    expect(await run("generate", size, "--out", "synthetic-small.csv.gz")).toMatchObject({ code: 0, err: "" });
    const text = gunzipSync(readFileSync(join(cwd, "synthetic-small.csv.gz"))).toString();
    expect(text).toMatch(/^userId,movieId,rating,timestamp\n(\d+,\d+,[0-5]\.[05],\d+\n){1500}$/);
    const file = JSON.parse((await run("prepare", "synthetic-small.csv.gz", "--json")).out);
    const direct = JSON.parse((await run("generate", size, "--json")).out);
    expect(file.hash).toBe(direct.hash);
    expect(file).toMatchObject({ name: "synthetic-small", synthetic: true });
    expect(direct).toMatchObject({ name: `synthetic:${size}`, synthetic: true });
  });

  it("gives the table the label, and the seed its way", async () => {
    const { out } = await run("generate", "users=30,items=40,ratings=700", "--seed", "9", "--out", "folder");
    expect(out).toMatch(/^name +synthetic:users=30,items=40,ratings=700,seed=9 \(synthetic ratings\)$/m);
    expect(out).toMatch(/^source +generated, seed 9$/m);
    expect((await run("info", "folder")).out).toBe(out);
  });

  it("refuses a file name that hides what the ratings are", async () => {
    const { code, err } = await run("generate", "users=30,items=40,ratings=700", "--out", "ratings.csv");
    expect(code).toBe(2);
    expect(err).toContain("synthetic-ratings.csv");
    expect(existsSync(join(cwd, "ratings.csv"))).toBe(false);
  });
});

describe("data info", () => {
  it("refuses what is not prepared, and what is damaged", async () => {
    mkdirSync(join(cwd, "empty"));
    expect(await run("info", "empty")).toMatchObject({ code: 2, out: "" });
    await run("generate", "users=30,items=40,ratings=700", "--out", "folder");
    const path = join(cwd, "folder", "train.arrow");
    const bytes = readFileSync(path);
    bytes[700]! ^= 1;
    writeFileSync(path, bytes);
    const { code, out, err } = await run("info", "folder");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`${path}: the prepared data set is damaged: its sha256`);
  });
});

describe("data download", () => {
  it("shows the conditions and downloads nothing until they are accepted", async () => {
    const { code, out, err } = await run("download", "ml-1m");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("may not use it for commercial purposes");
    expect(err).toContain("ncf-bench data download ml-1m --accept-licence");
    expect(existsSync(join(cwd, "cache"))).toBe(false);
  });

  it("knows the names that there are", async () => {
    expect(await run("download", "netflix")).toMatchObject({ code: 2 });
  });
});
