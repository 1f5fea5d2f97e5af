import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resolveDataset } from "./resolve.js";
import { datasetSource } from "./source.js";

let root: string;
const rows = Array.from({ length: 100 }, (_, i) => `${1 + (i % 4)}\t${1 + (i % 37)}\t5\t${i}`);

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "ncf-source-")));
  for (const folder of ["a/mine", "b/mine", "split"]) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, "a/mine/u.data"), `${rows.join("\n")}\n`);
  writeFileSync(join(root, "b/mine/u.data"), `${rows.slice(1).join("\n")}\n`);
  for (const part of ["train.rating", "test.rating", "test.negative"]) writeFileSync(join(root, `split/x.${part}`), "");
  symlinkSync(join(root, "a/mine"), join(root, "link"));
});
afterAll(() => rmSync(root, { recursive: true }));

describe("datasetSource", () => {
  it.each(["synthetic:ml-100k", "synthetic:users=40,items=60,ratings=1600,seed=3", "ml-1m"])(
    "leaves %s as it is, also where a folder of that name lies here",
    async (spec) => {
      mkdirSync(join(root, "a", spec), { recursive: true });
      expect(await datasetSource(spec, join(root, "a"))).toEqual({ name: spec, spec });
    },
  );

  it("is the same for every way to type one path", async () => {
    const cwd = join(root, "a");
    const one = { name: "mine", spec: join(root, "a/mine/u.data") };
    for (const typed of ["mine", "./mine/", "mine/u.data", "../a//mine", "../link", `${root}/link/u.data`]) {
      expect(await datasetSource(typed, cwd)).toEqual(one);
    }
    expect(await datasetSource("../b/mine", cwd)).toEqual({ name: "mine", spec: join(root, "b/mine/u.data") });
  });

  it("gives a path the name that preparing gives, prepared folders and the authors' split too", async () => {
    const env = { NCF_BENCH_CACHE: join(root, "cache") };
    const out = join(root, "out");
    const prepared = await resolveDataset(join(root, "link"), { env, out, name: "own" });
    expect(await datasetSource("../out", join(root, "a"))).toEqual({ name: prepared.name, spec: out });
    const unnamed = await resolveDataset(join(root, "a/mine"), { env });
    expect((await datasetSource("a/mine", root)).name).toBe(unnamed.name);
    expect(await datasetSource("split", root)).toEqual({ name: "x-ncf", spec: join(root, "split") });
  });

  it("says where nothing lies", async () => {
    await expect(datasetSource("./nothing", root)).rejects.toMatchObject({
      code: "data.missing-file",
      where: join(root, "nothing"),
    });
  });
});
