import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sealLine } from "../../../storage/checked-line.js";
import { RECORDS_FILE, writeManifest } from "../../run/run-dir.js";
import type { BuiltRun } from "./runs.js";

/** Puts a built run where `ncf-bench run` would have: under `cwd`, by its id or as `folder`. Returns its folder. */
export async function writeRun(
  cwd: string,
  { manifest, records }: BuiltRun,
  folder = manifest.run,
): Promise<string> {
  const dir = join(cwd, ".ncf-bench/runs", folder);
  await mkdir(dir, { recursive: true });
  await writeManifest(dir, manifest);
  await writeFile(join(dir, RECORDS_FILE), records.map((record) => `${sealLine(record)}\n`).join(""));
  return dir;
}
