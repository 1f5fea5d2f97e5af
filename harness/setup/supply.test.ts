import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runMain } from "../cli/test-support-io.js";
import { contentName, type Pinned } from "./pinned.js";
import { download, fetchedFolder, folderSupply, networkSupply } from "./supply.js";

const WHEEL = Buffer.from("the bytes of a wheel");
const PACKAGE = Buffer.from("the bytes of a package");
const wheel: Pinned = {
  kind: "wheel",
  requirement: "some-wheel==1.0",
  sha256: createHash("sha256").update(WHEEL).digest("hex"),
  bytes: WHEEL.length,
  licence: "MIT",
};
const npm: Pinned = {
  kind: "npm",
  spec: "some-package@1.0.0",
  integrity: `sha512-${createHash("sha512").update(PACKAGE).digest("base64")}`,
};

let dir: string;
let work: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "supply-"));
  work = join(dir, "work");
  mkdirSync(work);
});
afterEach(() => rmSync(dir, { recursive: true }));

/** No tool can be found, so that whatever is fetched fails. */
const options = () => ({
  env: { PATH: join(dir, "none"), NCF_BENCH_CACHE: join(dir, "cache") },
  signal: new AbortController().signal,
  onStep: () => undefined,
});
const keep = (bytes: Buffer) => {
  mkdirSync(fetchedFolder(options().env), { recursive: true });
  writeFileSync(join(fetchedFolder(options().env), contentName(wheel)), bytes);
};

describe("a setup with a network", () => {
  it("goes on with what a stopped one had fetched, and clears it away at its end", async () => {
    keep(WHEEL);
    const supply = networkSupply(options());
    expect(readFileSync(await supply.file(wheel, work))).toEqual(WHEEL);
    await supply.done();
    expect(readdirSync(fetchedFolder(options().env))).toEqual([]);
    // What is in use stays.
    expect(readdirSync(work)).toHaveLength(1);
  });

  it("fetches again what was kept with other bytes", async () => {
    keep(WHEEL.subarray(0, 5));
    await expect(networkSupply(options()).file(wheel, work)).rejects.toMatchObject({
      code: "setup.tool-missing",
      where: "fetching some-wheel==1.0",
    });
  });
});

describe("a folder in place of the network", () => {
  it("finds files by their bytes, whatever they are called", async () => {
    writeFileSync(join(dir, "renamed.whl"), WHEEL);
    writeFileSync(join(dir, "other.tgz"), PACKAGE);
    const supply = await folderSupply(dir, [wheel, npm], "some");
    expect(await supply.file(wheel, work)).toBe(join(dir, "renamed.whl"));
    expect(await supply.file(npm, work)).toBe(join(dir, "other.tgz"));
    await supply.done();
    expect(existsSync(join(dir, "renamed.whl"))).toBe(true);
  });

  it.each([
    { what: "an empty folder", files: {}, missing: "some-wheel==1.0, some-package@1.0.0" },
    { what: "a torn file", files: { "a.whl": WHEEL.subarray(1), "b.tgz": PACKAGE }, missing: "some-wheel==1.0" },
    { what: "a file of another kind", files: { "a.zip": WHEEL, "b.tgz": PACKAGE }, missing: "some-wheel==1.0" },
  ])("names all that is not there in $what", async ({ files, missing }) => {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(dir, name), bytes);
    await expect(folderSupply(dir, [wheel, npm], "some")).rejects.toMatchObject({
      code: "setup.offline-files",
      what: expect.stringMatching(new RegExp(`not there: ${missing}$`)),
      hint: expect.stringContaining("setup some --download DIR"),
    });
  });

  it("is filled only with what is not in it", async () => {
    writeFileSync(join(dir, "a.whl"), WHEEL);
    writeFileSync(join(dir, "b.tgz"), PACKAGE);
    expect(await download([wheel, npm], dir, options())).toBe(0);
    rmSync(join(dir, "b.tgz"));
    await expect(download([wheel, npm], dir, options())).rejects.toMatchObject({
      where: "fetching some-package@1.0.0",
    });
    expect(readdirSync(dir).sort()).toEqual(["a.whl", "work"]);
  });
});

describe("ncf-bench setup --offline", () => {
  it("names every file that the folder lacks, with 2, and leaves nothing", async () => {
    const env = { ...process.env, NCF_BENCH_CACHE: join(dir, "cache"), NCF_BENCH_OFFLINE: "1" };
    const { code, out, err } = await runMain(["setup", "cpu", "--offline", work], { env });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/1 of 1 files are not there: xla-cpu-pjrt==/);
    expect(existsSync(join(dir, "cache", "plugins", "cpu-0.0.1"))).toBe(false);
  });
});
