import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { UserError } from "../../../../errors/user-error.js";
import { makeZip, type ZipEntry } from "../testing/mirror.js";
import { extractMember } from "./zip.js";

const dir = mkdtempSync(join(tmpdir(), "ncf-zip-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

let files = 0;
async function extract(archive: Uint8Array, name = "ml/ratings.csv"): Promise<Buffer> {
  const path = join(dir, `${files++}.zip`);
  const target = `${path}.out`;
  writeFileSync(path, archive);
  try {
    await extractMember(path, name, target);
    return readFileSync(target);
  } finally {
    rmSync(target, { force: true });
    rmSync(path);
  }
}

const content = "userId,movieId\n".repeat(500);
const entry = (lies?: ZipEntry["lies"]): ZipEntry => ({ name: "ml/ratings.csv", content, ...(lies ? { lies } : {}) });

describe("extractMember", () => {
  it.each<[string, Buffer]>([
    ["a deflated member", makeZip([{ name: "ml/README", content: "x" }, entry()])],
    ["a stored member", makeZip([{ ...entry(), stored: true }])],
    ["an archive with a comment", makeZip([entry()], "a comment PK")],
  ])("unpacks %s", async (_, archive) => {
    expect((await extract(archive)).toString()).toBe(content);
  });

  it("unpacks an empty member", async () => {
    const archive = makeZip([{ name: "ml/ratings.csv", content: "", stored: true }]);
    expect((await extract(archive)).length).toBe(0);
  });

  it("writes nothing but its target, whatever the other names are", async () => {
    const names = ["../evil", "/tmp/ncf-evil", "ml/../../evil", "ml/ratings.csv/../../evil", "C:\\evil"];
    const before = readdirSync(dir);
    await extract(makeZip([...names.map((name): ZipEntry => ({ name, content: "evil" })), entry()]));
    expect(readdirSync(dir)).toEqual(before);
    expect([existsSync(join(dir, "..", "evil")), existsSync("/tmp/ncf-evil")]).toEqual([false, false]);
  });

  it.each<[what: string, archive: Buffer, says: RegExp]>([
    [
      "without the member",
      makeZip([{ name: "ml/movies.csv", content: "x" }]),
      /no ml\/ratings\.csv in it; it has "ml\/movies\.csv"/,
    ],
    ["that is no zip", Buffer.from("<html>404</html>"), /not a complete zip/],
    ["that is cut off", makeZip([entry()]).subarray(0, 60), /not a complete zip/],
    ["with a wrong CRC", makeZip([entry({ crc: 1 })]), /CRC or size/],
    ["with more content than it says", makeZip([entry({ size: 10 })]), /larger than the directory says/],
    ["with less content than it says", makeZip([entry({ size: content.length + 1 })]), /CRC or size/],
    ["that claims to unpack 200-fold", makeZip([entry({ size: 2 ** 31 })]), /more than 200 times/],
    ["packed by an unknown method", makeZip([entry({ method: 12 })]), /method 12/],
    ["whose member lies beyond the end", makeZip([entry({ at: 10_000 })]), /cut off/],
    ["whose member is longer than the file", makeZip([entry({ compressed: 10_000, size: 10_000 })]), /cut off/],
    ["whose member is elsewhere", makeZip([entry({ at: 1 })]), /not where the directory says/],
    ["with junk for data", junk(makeZip([entry()])), /damaged/],
  ])("refuses an archive %s", async (_, archive, says) => {
    await expect(extract(archive)).rejects.toMatchObject({ code: "data.zip", what: expect.stringMatching(says) });
  });

  it("never follows or replaces what stands at its target", async () => {
    const path = join(dir, "taken.zip");
    writeFileSync(path, makeZip([entry()]));
    writeFileSync(join(dir, "taken"), "mine");
    await expect(extractMember(path, "ml/ratings.csv", join(dir, "taken"))).rejects.toMatchObject({ code: "EEXIST" });
    expect(readFileSync(join(dir, "taken"), "utf8")).toBe("mine");
  });

  it("refuses random damage with a UserError or gives the true content", async () => {
    const whole = makeZip([{ name: "ml/README", content: "read me" }, entry()]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (hits) => {
          const archive = Buffer.from(whole);
          for (const [at, byte] of hits) archive[at] = byte;
          const outcome = await extract(archive).then(String, (error: unknown) => error);
          if (typeof outcome === "string") expect(outcome).toBe(content);
          else expect(outcome).toBeInstanceOf(UserError);
        },
      ),
      { seed: 6, numRuns: 600 },
    );
  });
});

function junk(archive: Buffer): Buffer {
  archive.fill(0xff, 50, 70);
  return archive;
}
