import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appendSentinel } from "../record/sentinel.js";
import { sentinel } from "../record/testdata/sentinels.js";
import { resolveRun } from "../run/run-dir.js";
import { baselinesFolder, listBaselines, readBaseline, removeBaseline, saveBaseline } from "./baseline.js";
import { buildRun, failed } from "./testdata/runs.js";
import { writeRun } from "./testdata/write-run.js";

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "ncf-baseline-"));
});
afterEach(() => rm(cwd, { recursive: true }));

const launches = [99, 100, 101];
async function run(id: string, values: Parameters<typeof buildRun>[0]["cells"][0]["launches"] = launches) {
  return resolveRun(await writeRun(cwd, buildRun({ run: id, cells: [{ launches: values }] })), cwd);
}

describe("baselines", () => {
  it("a saved run reads back as it was, also after the run itself is gone", async () => {
    const original = await run("run-a");
    await saveBaseline("v1", original, { cwd, force: false });
    await rm(original.dir, { recursive: true });
    const { baseline, run: kept } = await readBaseline("v1", cwd);
    expect(kept.manifest).toEqual(original.manifest);
    expect(kept.records).toEqual(original.records);
    expect(baseline).toMatchObject({ name: "v1", run: "run-a", launchesOk: 3, launchesPlanned: 3 });
    expect(await listBaselines(cwd)).toEqual(["v1"]);
    expect(await readFile(join(cwd, ".ncf-bench/.gitignore"), "utf8")).toBe("*\n");
  });

  it("a name is taken until --force replaces it, and nothing of the old one stays", async () => {
    await saveBaseline("v1", await run("run-a"), { cwd, force: false });
    await expect(saveBaseline("v1", await run("run-b"), { cwd, force: false })).rejects.toThrow(/exists already/);
    expect((await readBaseline("v1", cwd)).baseline.run).toBe("run-a");
    await saveBaseline("v1", await run("run-b"), { cwd, force: true });
    expect((await readBaseline("v1", cwd)).baseline.run).toBe("run-b");
    expect(await readdir(baselinesFolder(cwd))).toEqual(["v1"]);
  });

  it.each(["records.jsonl", "run.json", "baseline.json"])(
    "a changed %s is an error, never a baseline",
    async (file) => {
      await saveBaseline("v1", await run("run-a"), { cwd, force: false });
      const path = join(baselinesFolder(cwd), "v1", file);
      const text = await readFile(path, "utf8");
      await writeFile(
        path,
        file === "baseline.json" ? text.replace('"run"', '"runn"') : text.replace("run-a", "run-b"),
      );
      await expect(readBaseline("v1", cwd)).rejects.toMatchObject({ code: "baseline.damaged" });
    },
  );

  it.each(["records.jsonl", "run.json", "baseline.json"])("a missing %s is an error too", async (file) => {
    await saveBaseline("v1", await run("run-a"), { cwd, force: false });
    await rm(join(baselinesFolder(cwd), "v1", file));
    await expect(readBaseline("v1", cwd)).rejects.toMatchObject({ code: "baseline.damaged" });
    await removeBaseline("v1", cwd);
    expect(await listBaselines(cwd)).toEqual([]);
  });

  it("a copy under another name is still whole", async () => {
    await saveBaseline("v1", await run("run-a"), { cwd, force: false });
    await cp(join(baselinesFolder(cwd), "v1"), join(baselinesFolder(cwd), "v2"), { recursive: true });
    expect((await readBaseline("v2", cwd)).run.records).toHaveLength(3);
  });

  it.each(["latest", "", "../x", "a/b", ".hidden", "-x", "x".repeat(65)])("%j cannot name a baseline", async (name) => {
    await expect(saveBaseline(name, await run("run-a"), { cwd, force: true })).rejects.toMatchObject({
      code: "baseline.name",
    });
  });

  it("a run in which nothing was measured, and one with damaged records, are not kept", async () => {
    await expect(saveBaseline("v1", await run("run-a", [failed()]), { cwd, force: false })).rejects.toMatchObject({
      code: "baseline.nothing-measured",
      exitCode: 5,
    });
    const { dir } = await run("run-b");
    const path = join(dir, "records.jsonl");
    await writeFile(path, (await readFile(path, "utf8")).slice(0, -20));
    await expect(saveBaseline("v1", await resolveRun(dir, cwd), { cwd, force: false })).rejects.toMatchObject({
      code: "baseline.run-damaged",
    });
    expect(await listBaselines(cwd)).toEqual([]);
  });

  it("the sentinel's timings are kept and sealed with it: none may be changed, removed or brought in afterwards", async () => {
    const { dir } = await run("run-a");
    await saveBaseline("without", await resolveRun(dir, cwd), { cwd, force: false });
    await appendSentinel(join(dir, "sentinel.jsonl"), sentinel({}));
    await saveBaseline("with", await resolveRun(dir, cwd), { cwd, force: false });
    expect((await readBaseline("with", cwd)).run.sentinels).toEqual([sentinel({})]);
    expect((await readBaseline("without", cwd)).run.sentinels).toBeUndefined();
    const file = (name: string) => join(baselinesFolder(cwd), name, "sentinel.jsonl");
    await cp(file("with"), file("without"));
    await expect(readBaseline("without", cwd)).rejects.toMatchObject({ code: "baseline.damaged" });
    await appendSentinel(file("with"), sentinel({ seconds: 1 }));
    await expect(readBaseline("with", cwd)).rejects.toMatchObject({ code: "baseline.damaged" });
    await rm(file("with"));
    await expect(readBaseline("with", cwd)).rejects.toMatchObject({ what: "the file is missing" });
  });

  it("an unknown name is answered with the known ones", async () => {
    await saveBaseline("v1", await run("run-a"), { cwd, force: false });
    await expect(readBaseline("v2", cwd)).rejects.toMatchObject({ hint: "there are v1" });
    await expect(removeBaseline("v2", cwd)).rejects.toMatchObject({ code: "baseline.unknown" });
  });
});
