import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import type { DatasetSource } from "../../suite.js";
import { readManifest } from "./cache/manifest.js";
import { locate } from "./locate.js";
import { datasetName, namedDataset, ncfSplitName } from "./named.js";
import { isSyntheticSpec } from "./synthetic/spec.js";

/**
 * The name of the data set that `spec` means, however its path is typed, and the spec by which every process finds it. Names
 * and `synthetic:…` stay as they are. For a path it is the name that preparing gives, so that ratings which are known by
 * their content are one data set wherever they lie; files that only share a name are told apart by the hash in the protocol.
 *
 * @throws UserError where nothing usable lies at the path: see `locate`.
 */
export async function datasetSource(spec: string, cwd: string): Promise<DatasetSource> {
  if (isSyntheticSpec(spec) || namedDataset(spec) !== undefined) return { name: spec, spec };
  const located = await locate(resolve(cwd, spec));
  const path = await realpath(located.path);
  if (located.kind === "prepared") return { name: (await readManifest(path)).dataset.name, spec: path };
  if (located.kind === "ncf") return { name: ncfSplitName(located.stem), spec: path };
  return { name: datasetName(path, await sha256Of(path)), spec: path };
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
