import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Mirror, makeZip, md5, type Served, serve } from "../testing/mirror.js";
import { type DownloadOptions, downloadDataset } from "./download.js";
import { fetchFile } from "./fetch-file.js";

const ratings = Array.from({ length: 40_000 }, (_, row) => `${row % 999},${row * 7919},4.0,${row}\n`).join("");
const archive = makeZip([
  { name: "ml-latest-small/README.txt", content: "licence" },
  { name: "ml-latest-small/ratings.csv", content: ratings },
]);

let cache: string;
let mirror: Mirror | undefined;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "ncf-download-"));
});
afterEach(async () => {
  await mirror?.stop();
  mirror = undefined;
  rmSync(cache, { recursive: true, force: true });
});

/** ml-latest-small from a mirror: the one archive whose md5 the publisher's own file tells. */
async function start(
  zip: Partial<Served> | null = {},
  checksum: string | null = md5(archive),
): Promise<DownloadOptions> {
  const files: Record<string, Served> = {};
  if (zip !== null) files["ml-latest-small.zip"] = { body: archive, ...zip };
  if (checksum !== null) files["ml-latest-small.zip.md5"] = { body: Buffer.from(`MD5 (x.zip) = ${checksum}\n`) };
  mirror = await Mirror.start(serve(files));
  return { env: { NCF_BENCH_CACHE: cache, NCF_BENCH_MIRROR: mirror.url }, retryMs: 1 };
}

const folder = () => join(cache, "downloads", "ml-latest-small");

describe("downloadDataset", () => {
  it("leaves the ratings and nothing else", async () => {
    const told: string[] = [];
    const path = await downloadDataset("ml-latest-small", {
      ...(await start()),
      onProgress: (message) => told.push(message),
    });
    expect(path).toBe(join(folder(), "ratings.csv"));
    expect(readFileSync(path, "utf8")).toBe(ratings);
    expect(readdirSync(folder())).toEqual(["ratings.csv"]);
    expect(told.some((message) => message.endsWith("100 %"))).toBe(true);
  });

  it("does not ask the network again for what is there", async () => {
    const options = await start();
    await downloadDataset("ml-latest-small", options);
    const asked = mirror!.requests.length;
    await downloadDataset("ml-latest-small", options);
    expect(mirror!.requests.length).toBe(asked);
  });

  it("goes on by itself where a connection broke", async () => {
    const options = await start({ breakAfter: 50_000, breaks: 2 });
    expect(readFileSync(await downloadDataset("ml-latest-small", options), "utf8")).toBe(ratings);
    const asked = mirror!.requests.filter(({ url }) => url.endsWith(".zip")).map(({ range }) => range);
    expect(asked).toHaveLength(3);
    expect(asked[0]).toBeUndefined();
    expect(asked[2]).toMatch(/^bytes=\d+-$/);
  });

  it("keeps what came when it gives up, and the next run goes on from there", async () => {
    const options = await start({ breakAfter: 10_000, breaks: 4 });
    await expect(downloadDataset("ml-latest-small", options)).rejects.toMatchObject({
      code: "data.download",
      what: expect.stringMatching(/failed 4 times/),
      hint: expect.stringMatching(/\d+ bytes are kept: run the same command again/),
    });
    expect(existsSync(join(folder(), "ratings.csv"))).toBe(false);
    const kept = statSync(join(folder(), "ml-latest-small.zip.part")).size;
    expect(kept).toBeGreaterThan(0);
    await downloadDataset("ml-latest-small", options);
    expect(mirror!.requests.find(({ range }) => range === `bytes=${kept}-`)).toBeDefined();
    expect(readFileSync(join(folder(), "ratings.csv"), "utf8")).toBe(ratings);
  });

  it("goes on after a kill that left the whole archive but no ratings", async () => {
    const options = await start({}, null);
    await expect(downloadDataset("ml-latest-small", options)).rejects.toMatchObject({ code: "data.checksum" });
    await mirror!.stop();
    const again = await start();
    // Another port is another address: the beginning is not trusted.
    await downloadDataset("ml-latest-small", again);
    expect(mirror!.requests[0]!.range).toBeUndefined();
    rmSync(join(folder(), "ratings.csv"));
    await downloadDataset("ml-latest-small", again);
  });

  it("starts anew when the archive changed on the server", async () => {
    const files: Record<string, Served> = {
      "ml-latest-small.zip": {
        body: Buffer.concat([Buffer.from("old"), archive]),
        etag: '"old"',
        breakAfter: 9000,
        breaks: 4,
      },
      "ml-latest-small.zip.md5": { body: Buffer.from(md5(archive)) },
    };
    mirror = await Mirror.start(serve(files));
    const options = { env: { NCF_BENCH_CACHE: cache, NCF_BENCH_MIRROR: mirror.url }, retryMs: 1 };
    await expect(downloadDataset("ml-latest-small", options)).rejects.toMatchObject({ code: "data.download" });
    files["ml-latest-small.zip"] = { body: archive, etag: '"new"' };
    expect(readFileSync(await downloadDataset("ml-latest-small", options), "utf8")).toBe(ratings);
  });

  it("does not glue parts together that only a weak validator vouches for", async () => {
    const options = await start({ etag: 'W/"weak"', breakAfter: 5000, breaks: 1 });
    await downloadDataset("ml-latest-small", options);
    expect(mirror!.requests.every(({ range }) => range === undefined)).toBe(true);
  });

  it("resumes a complete part without fetching it again", async () => {
    const options = await start({ breakAfter: 100, breaks: 1 });
    mirror!.requests.length = 0;
    const part = join(cache, "x.part");
    await fetchFile(`${mirror!.url}/ml-latest-small.zip`, part, { retryMs: 1 });
    await fetchFile(`${mirror!.url}/ml-latest-small.zip`, part, { retryMs: 1 });
    expect(readFileSync(part).equals(archive)).toBe(true);
    truncateSync(part, 77);
    await fetchFile(`${mirror!.url}/ml-latest-small.zip`, part, options);
    expect(readFileSync(part).equals(archive)).toBe(true);
    expect(mirror!.requests.at(-1)!.range).toBe("bytes=77-");
  });

  it("removes an archive whose md5 is wrong", async () => {
    const options = await start({}, "0".repeat(32));
    await expect(downloadDataset("ml-latest-small", options)).rejects.toMatchObject({
      code: "data.checksum",
      what: expect.stringMatching(new RegExp(`md5 ${md5(archive)} instead of 0{32}`)),
    });
    expect(readdirSync(folder())).toEqual([]);
  });

  it("holds a mirror to the pinned md5", async () => {
    mirror = await Mirror.start(
      serve({ "ml-1m.zip": { body: archive }, "ml-1m.zip.md5": { body: Buffer.from(md5(archive)) } }),
    );
    const options = { env: { NCF_BENCH_CACHE: cache, NCF_BENCH_MIRROR: `${mirror.url}/` } };
    await expect(downloadDataset("ml-1m", options)).rejects.toMatchObject({
      code: "data.checksum",
      what: expect.stringMatching(/instead of c4d9eecfca2ab87c1945afe126590906/),
    });
  });

  it("refuses an archive without the ratings, though its md5 is right", async () => {
    const other = makeZip([{ name: "../../ratings.csv", content: "x" }]);
    const options = await start({ body: other }, md5(other));
    await expect(downloadDataset("ml-latest-small", options)).rejects.toMatchObject({ code: "data.zip" });
    expect(existsSync(join(folder(), "ratings.csv"))).toBe(false);
  });

  it.each<[what: string, zip: Partial<Served> | null, requests: number, says: RegExp]>([
    ["404 at once", null, 1, /answered 404/],
    ["403 at once", { status: 403 }, 1, /answered 403/],
    ["503 after trying again", { status: 503 }, 4, /answered 503/],
  ])("gives up on %s", async (_, zip, requests, says) => {
    const options = await start(zip);
    await expect(downloadDataset("ml-latest-small", options)).rejects.toMatchObject({
      code: "data.download",
      what: expect.stringMatching(says),
      exitCode: 2,
    });
    expect(mirror!.requests.length).toBe(requests);
  });

  it("says what to do without a network", async () => {
    const options = await start();
    await mirror!.stop();
    await expect(downloadDataset("ml-latest-small", options)).rejects.toMatchObject({
      code: "data.download",
      what: expect.stringMatching(/ECONNREFUSED/),
      hint: expect.stringMatching(/check the network.*ncf-bench data prepare PATH/),
    });
  });

  it("gives up a connection that says nothing", async () => {
    mirror = await Mirror.start((_, response) => {
      response.writeHead(200, { "content-length": 1000, etag: '"x"' });
      response.write("begin");
    });
    const options = { env: { NCF_BENCH_CACHE: cache, NCF_BENCH_MIRROR: mirror.url }, retryMs: 1, stallMs: 80 };
    await expect(downloadDataset("ml-latest-small", options)).rejects.toMatchObject({
      what: expect.stringMatching(/nothing came for 0.08 s/),
    });
  });

  it("lets a slow connection live as long as something comes", async () => {
    mirror = await Mirror.start((_, response) => {
      response.writeHead(200, { "content-length": 8, etag: '"x"' });
      for (let i = 0; i < 8; i++) setTimeout(() => response.write("x"), 300 * i);
    });
    const part = join(cache, "slow.part");
    await fetchFile(`${mirror.url}/slow`, part, { retryMs: 1, stallMs: 1500 });
    expect(readFileSync(part, "utf8")).toBe("x".repeat(8));
    expect(mirror.requests).toHaveLength(1);
  });

  it("stops on an abort and keeps the beginning", async () => {
    const abort = new AbortController();
    mirror = await Mirror.start((_, response) => {
      response.writeHead(200, { "content-length": 1000, etag: '"x"' });
      response.write("begin");
    });
    const options = { env: { NCF_BENCH_CACHE: cache, NCF_BENCH_MIRROR: mirror.url }, signal: abort.signal };
    const part = join(folder(), "ml-latest-small.zip.part");
    const watch = setInterval(() => existsSync(part) && statSync(part).size === 5 && abort.abort(), 10);
    await expect(downloadDataset("ml-latest-small", options)).rejects.toThrow();
    clearInterval(watch);
    expect(readFileSync(join(folder(), "ml-latest-small.zip.part"), "utf8")).toBe("begin");
  });

  it("knows only published names", async () => {
    await expect(downloadDataset("../etc", {})).rejects.toMatchObject({ code: "data.unknown-name" });
  });
});
