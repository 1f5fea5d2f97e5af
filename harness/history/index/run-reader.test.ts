import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildRun } from "../../compare/testdata/runs.js";
import { writeRun } from "../../compare/testdata/write-run.js";
import { runReader } from "./run-reader.js";

const HERE = 1;
const IN_THREADS = 1000;

let cwd: string;
let root: string;
const folders: string[] = [];
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "ncf-reader-"));
  root = join(cwd, ".ncf-bench/runs");
  for (let i = 0; i < 20; i++) {
    const run = `run-${i}`;
    await writeRun(cwd, buildRun({ run, cells: [{ launches: [17_800 + i, 17_900, 17_700] }] }));
    folders.push(run);
  }
  await mkdir(join(root, "broken"));
  await writeFile(join(root, "broken/run.json"), "{");
  folders.splice(7, 0, "broken");
});
afterAll(() => rm(cwd, { recursive: true }));

async function read(count: number, signal = new AbortController().signal) {
  const reader = runReader(root, count, signal);
  const told: number[] = [];
  try {
    return { ...(await reader.read(folders, (done) => told.push(done))), told };
  } finally {
    await reader.close();
  }
}

it("gives the same by threads as without, in the folders' order, what cannot be read told apart", async () => {
  const [here, threaded] = [await read(HERE), await read(IN_THREADS)];
  expect(threaded).toEqual({ ...here, told: expect.any(Array) as number[] });
  expect(here.digests.map(([folder]) => folder)).toEqual(folders.filter((folder) => folder !== "broken"));
  expect(here.problems).toEqual([["broken", expect.stringContaining("is not what was written")]]);
  for (const { told } of [here, threaded]) expect(told.at(-1)).toBe(folders.length);
});

it.each([HERE, IN_THREADS])("stops at the signal (%i runs)", async (count) => {
  const abort = new AbortController();
  const reading = read(count, abort.signal);
  abort.abort(new Error("enough"));
  await expect(reading).rejects.toThrow("enough");
});
