import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { openDataset } from "./open.js";
import { readRatings } from "./read/read-ratings.js";
import { resolveDataset } from "./resolve.js";
import { datasetSource } from "./source.js";
import { slowPreprocess } from "./testing/slow-reference.js";

const root = mkdtempSync(join(tmpdir(), "ncf-resolve-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let cases = 0;
let env: NodeJS.ProcessEnv;
let dir: string;
beforeEach(() => {
  dir = join(root, `case-${cases++}`);
  mkdirSync(dir);
  env = { NCF_BENCH_CACHE: join(dir, "cache") };
});

/** A CSV of `users` users with 25 ratings each. */
function csv(users: number): string {
  let text = "userId,movieId,rating,timestamp\n";
  for (let row = 0; row < users * 25; row++) text += `${1 + (row % users)},${row % 37},4,${1000 + ((row * 7) % 500)}\n`;
  return text;
}

function file(name: string, content: string): string {
  const path = join(dir, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

describe("resolveDataset", () => {
  it("prepares a file once: the second time it is found, not made", async () => {
    const path = file("mine.csv", csv(5));
    const first: string[] = [];
    const again: string[] = [];
    const made = await resolveDataset(path, { env, onProgress: (message) => first.push(message) });
    expect(await resolveDataset(path, { env, onProgress: (message) => again.push(message) })).toEqual(made);
    expect(made).toMatchObject({ name: "mine", synthetic: false, users: 5, items: 37 });
    expect([first.length > 0, again]).toEqual([true, []]);
    expect((await openDataset(made.dir)).manifest.hash).toBe(made.hash);
  });

  it("makes it anew when the file changed, also by one byte, also with its old time put back", async () => {
    const path = file("mine.csv", csv(5));
    const made = await resolveDataset(path, { env });
    writeFileSync(path, csv(5).replace("1,0,4,1000", "1,9,4,1000"));
    const changed = await resolveDataset(path, { env });
    expect(changed.dir).toBe(made.dir);
    expect(changed.hash).not.toBe(made.hash);
    const back = () => utimesSync(path, 1_000_000_000, 1_000_000_000);
    back();
    await resolveDataset(path, { env });
    writeFileSync(path, csv(5).replace("1,0,4,1000", "1,8,4,1000"));
    back();
    const backdated = await resolveDataset(path, { env });
    expect(new Set([made.hash, changed.hash, backdated.hash]).size).toBe(3);
  });

  it.each(["manifest.json", "train.arrow", "test.arrow"])("makes it anew when %s was torn", async (name) => {
    const path = file("mine.csv", csv(5));
    const made = await resolveDataset(path, { env });
    const whole = readFileSync(join(made.dir, name));
    writeFileSync(join(made.dir, name), whole.subarray(0, whole.length / 2));
    expect(await resolveDataset(path, { env })).toEqual(made);
    expect(readFileSync(join(made.dir, name)).equals(whole)).toBe(true);
  });

  it("makes a damaged prepared folder anew from its source, and refuses it where the source is gone", async () => {
    const path = file("mine.csv", csv(5));
    const made = await resolveDataset(path, { env, out: join(dir, "prepared") });
    const damage = () => writeFileSync(join(made.dir, "test.arrow"), "junk");
    damage();
    expect(await resolveDataset(made.dir, { env })).toEqual(made);
    damage();
    rmSync(path);
    await expect(resolveDataset(made.dir, { env })).rejects.toMatchObject({ code: "data.cache-damaged" });
  });

  it("makes a damaged synthetic folder anew", async () => {
    const made = await resolveDataset("synthetic:users=9,items=30,ratings=200", { env });
    expect(made).toMatchObject({ synthetic: true, name: "synthetic:users=9,items=30,ratings=200", users: 9 });
    writeFileSync(join(made.dir, "train.arrow"), "junk");
    expect(await resolveDataset(made.dir, { env })).toEqual(made);
    expect((await openDataset(made.dir)).manifest.hash).toBe(made.hash);
  });

  it("keeps one folder for each filter and format", async () => {
    const path = file("mine.csv", csv(5));
    const [low, high] = [await resolveDataset(path, { env, minRatings: 2 }), await resolveDataset(path, { env })];
    expect(low.dir).not.toBe(high.dir);
    await expect(resolveDataset(path, { env, minRatings: 26 })).rejects.toMatchObject({ code: "data.no-users" });
  });

  it("refuses a prepared folder of another filter", async () => {
    const made = await resolveDataset(file("mine.csv", csv(5)), { env, minRatings: 3 });
    expect((await resolveDataset(made.dir, { env })).hash).toBe(made.hash);
    await expect(resolveDataset(made.dir, { env, minRatings: 20 })).rejects.toMatchObject({ code: "data.min-ratings" });
  });

  it("finds the ratings in a folder", async () => {
    file("ml-mine/ratings.csv", csv(5));
    file("ml-mine/movies.csv", "movieId,title\n1,Heat\n");
    expect(await resolveDataset("ml-mine", { env, cwd: dir })).toMatchObject({ name: "ml-mine", users: 5 });
  });

  it("does not take a name for a download: it says which command to run", async () => {
    await expect(resolveDataset("ml-20m", { env })).rejects.toMatchObject({
      code: "data.not-downloaded",
      hint: expect.stringMatching(/ncf-bench data download ml-20m/),
    });
  });

  it("holds a file that goes by a published name against the published counts", async () => {
    const path = file("ml-1m/ratings.dat", "1::2::3::4\n1::3::3::5\n");
    await expect(resolveDataset(path, { env, minRatings: 1 })).rejects.toMatchObject({
      code: "data.counts",
      what: expect.stringMatching(/2 ratings instead of 1000209, 1 users instead of 6040, 2 items instead of 3706/),
    });
    expect(await resolveDataset(path, { env, minRatings: 1, name: "mine" })).toMatchObject({ name: "mine" });
  });

  it("labels what carries 'synthetic' in its file name", async () => {
    const made = await resolveDataset(file("synthetic-ml-1m.csv", csv(5)), { env });
    expect(made).toMatchObject({ name: "synthetic-ml-1m", synthetic: true });
  });

  it.each(["ml-20m/synthetic-ratings.csv", "ml-20m/Synthetic.csv", "ml-10M100K/ratings-synthetic.csv.gz"])(
    "never takes generated ratings for a published set by their path: %s",
    async (name) => {
      const text = csv(5);
      const path = file(name, "");
      writeFileSync(path, name.endsWith(".gz") ? gzipSync(text) : text);
      const made = await resolveDataset(path, { env });
      expect([made.synthetic, made.name]).toEqual([true, expect.stringMatching(/synthetic/i)]);
      expect((await datasetSource(path, dir)).name).toBe(made.name);
    },
  );

  it("refuses a published set's name for generated ratings and for a split, and stores nothing", async () => {
    const path = file("synthetic.csv", csv(5));
    await expect(resolveDataset(path, { env, name: "ml-20m" })).rejects.toMatchObject({
      code: "data.published-name",
      what: expect.stringMatching(/cannot be called ml-20m/),
    });
    for (const part of ["train.rating", "test.rating", "test.negative"]) file(`split/ml-20m.${part}`, "");
    await expect(resolveDataset(join(dir, "split"), { env, name: "ml-20m" })).rejects.toMatchObject({
      code: "data.published-name",
    });
    expect(readdirSync(join(dir, "cache"))).toEqual([]);
    expect(await resolveDataset(path, { env, name: "mine" })).toMatchObject({ name: "mine", synthetic: true });
  });

  it("leaves no trace of a preparation that failed", async () => {
    const path = file("bad.csv", `${csv(5)}bob,1,2,3\n`);
    await expect(resolveDataset(path, { env, out: join(dir, "out") })).rejects.toMatchObject({ code: "data.bad-id" });
    expect(existsSync(join(dir, "out"))).toBe(false);
    expect(readdirSync(dir).sort()).toEqual(["bad.csv", "cache"]);
    expect(readdirSync(join(dir, "cache"))).toEqual([]);
  });

  it("is made once where several want it at the same time", async () => {
    const told: string[] = [];
    const want = () =>
      resolveDataset("synthetic:users=40,items=90,ratings=2000", { env, onProgress: (message) => told.push(message) });
    const [first, ...others] = await Promise.all([want(), want(), want()]);
    expect(others).toEqual([first, first]);
    expect(told.filter((message) => message.startsWith("generating"))).toHaveLength(1);
  });

  it("clears away what killed preparations left, once they are a day old", async () => {
    const out = join(dir, "out");
    for (const name of [".out.tmp-old", ".out.tmp-new", ".other.tmp-old"]) mkdirSync(join(dir, name));
    const yesterday = new Date(Date.now() - 25 * 3600 * 1000);
    for (const name of [".out.tmp-old", ".other.tmp-old"]) utimesSync(join(dir, name), yesterday, yesterday);
    await resolveDataset(file("mine.csv", csv(5)), { env, out });
    expect(
      readdirSync(dir)
        .filter((name) => name.startsWith("."))
        .sort(),
    ).toEqual([".other.tmp-old", ".out.tmp-new"]);
  });

  it("looks at the output folder before it does the work", async () => {
    const out = join(dir, "out");
    mkdirSync(out);
    writeFileSync(join(out, "mine.txt"), "x");
    const told: string[] = [];
    const path = file("mine.csv", csv(5));
    await expect(resolveDataset(path, { env, out, onProgress: (m) => told.push(m) })).rejects.toMatchObject({
      code: "data.out-in-use",
    });
    expect(told).toEqual([]);
  });
});

describe("the NCF authors' split", () => {
  const train = "0\t3\t4\t100\n0\t1\t5\t101\n1\t2\t3\t90\n1\t2\t3\t91\n2\t0\t1\t5\n";
  const test = "0\t2\t4\t200\n1\t0\t3\t99\n2\t3\t5\t6\n";
  const negative = "(0,2)\t4\t5\n(1,0)\t1\t4\n(2,3)\t1\t5\n";
  function split(files: Partial<Record<"train.rating" | "test.rating" | "test.negative", string | null>> = {}): string {
    const all = { "train.rating": train, "test.rating": test, "test.negative": negative, ...files };
    for (const [suffix, content] of Object.entries(all)) if (content !== null) file(`split/tiny.${suffix}`, content);
    return join(dir, "split");
  }

  it("is taken as it is, with its own negatives", async () => {
    const made = await resolveDataset(split(), { env, format: "ncf", minRatings: 20 });
    expect(made).toMatchObject({ name: "tiny-ncf", users: 3, items: 6, trainRows: 4 });
    const data = await openDataset(made.dir);
    expect([...data.trainUsers]).toEqual([0, 0, 1, 2]);
    expect([...data.trainItems]).toEqual([1, 3, 2, 0]);
    expect([...data.testItems]).toEqual([2, 0, 3]);
    expect(data.evalNegatives).toEqual({ perUser: 2, items: Int32Array.of(4, 5, 1, 4, 1, 5) });
    expect(data.manifest.counts.duplicatePairs).toBe(1);
  });

  it("is told by its files without --format, and made anew when one of them changed", async () => {
    const folder = split();
    const made = await resolveDataset(folder, { env });
    expect(await resolveDataset(folder, { env })).toEqual(made);
    split({ "test.negative": negative.replace("(0,2)\t4", "(0,2)\t0") });
    expect((await resolveDataset(folder, { env })).hash).not.toBe(made.hash);
  });

  it.each<[what: string, files: Parameters<typeof split>[0], where: RegExp, says: RegExp]>([
    ["a missing file", { "test.negative": null }, /tiny\.test\.negative$/, /no such file/],
    [
      "a user without test row",
      { "test.rating": "0\t2\t4\t200\n1\t0\t3\t99\n" },
      /tiny\.test\.rating$/,
      /2 test rows for 3 users/,
    ],
    ["a user with two test rows", { "test.rating": `${test}1\t5\t3\t99\n` }, /tiny\.test\.rating:4$/, /user 1 has two/],
    [
      "a huge user id",
      { "train.rating": `${train}2147483647\t0\t1\t1\n` },
      /tiny\.test\.rating$/,
      /3 test rows for 2147483648 users/,
    ],
    [
      "negatives of another test item",
      { "test.negative": negative.replace("(1,0)", "(1,2)") },
      /negative:2$/,
      /no row of test/,
    ],
    [
      "uneven negatives",
      { "test.negative": negative.replace("\t4\n(2", "\n(2") },
      /negative:2$/,
      /1 negatives, the lines before have 2/,
    ],
    ["a user without negatives", { "test.negative": "(0,2)\t4\t5\n" }, /negative$/, /user 1 has no line/],
    ["a user twice", { "test.negative": `${negative}(0,2)\t4\t5\n` }, /negative:4$/, /user 0 is there twice/],
    ["a bad negative", { "test.negative": negative.replace("\t4\t5", "\t4\tx") }, /negative:1$/, /"x"/],
    ["a huge item id", { "train.rating": `${train}2\t2147483647\t1\t1\n` }, /split$/, /largest item id is 2147483647/],
    ["no negatives", { "test.negative": "(0,2)\n" }, /negative:1$/, /0 negatives/],
    ["too many negatives", { "test.negative": `(0,2)${"\t1".repeat(100_001)}\n` }, /negative:1$/, /100001 negatives/],
    ["a bad pair", { "test.negative": negative.replace("(0,2)", "0,2") }, /negative:1$/, /not \(user,item\)/],
    ["a bad training row", { "train.rating": `${train}x\t1\t1\t1\n` }, /train\.rating:6$/, /user id "x"/],
  ])("is refused for %s", async (_, files, where, says) => {
    await expect(resolveDataset(split(files), { env })).rejects.toMatchObject({
      where: expect.stringMatching(where),
      what: expect.stringMatching(says),
      exitCode: 2,
    });
  });
});

describe.skipIf(!process.env.NCF_BENCH_TEST_DATA)("real ratings (NCF_BENCH_TEST_DATA)", () => {
  const data = process.env.NCF_BENCH_TEST_DATA ?? "";

  it.each([
    { name: "ml-100k", path: "ml-100k/u.data", users: 943, items: 1682, trainRows: 99_057 },
    { name: "ml-latest-small", path: "ml-latest-small/ratings.csv", users: 610, items: 9724, trainRows: 100_226 },
  ])(
    "$name has its published counts, by file, by folder and by name once prepared",
    async ({ name, path, ...counts }) => {
      const made = await resolveDataset(join(data, path), { env });
      expect(made).toMatchObject({ name, synthetic: false, ...counts });
      expect((await resolveDataset(join(data, name), { env })).hash).toBe(made.hash);
      expect((await resolveDataset(name, { env })).hash).toBe(made.hash);
    },
  );

  it.each(["ml-100k/u.data", "ml-latest-small/ratings.csv", "ml-1m-sample100k/ratings.dat"])(
    "%s splits as the slow reference splits it",
    async (path) => {
      const { ratings } = await readRatings(join(data, path));
      for (const minRatings of [20, 50]) {
        const slow = slowPreprocess(ratings, minRatings);
        const made = await openDataset((await resolveDataset(join(data, path), { env, minRatings })).dir);
        expect([made.users, made.items]).toEqual([slow.users, slow.items]);
        expect([...made.testItems]).toEqual(slow.test);
        expect([...made.trainUsers]).toEqual(slow.train.map(([user]) => user));
        expect([...made.trainItems]).toEqual(slow.train.map(([, item]) => item));
        expect(made.manifest.counts).toMatchObject({
          duplicatePairs: slow.duplicatePairs,
          usersWithTiedLast: slow.usersWithTiedLast,
          usersDroppedBelowMin: slow.usersDroppedBelowMin,
        });
      }
    },
  );

  it("a changed copy of ml-100k is not called ml-100k", async () => {
    cpSync(join(data, "ml-100k", "u.data"), join(dir, "u.data"));
    const text = readFileSync(join(dir, "u.data"), "utf8");
    const path = file("ml-100k/u.data", `${text}1\t9999\t3\t1\n`);
    await expect(resolveDataset(path, { env })).rejects.toMatchObject({ code: "data.counts" });
  });
});
