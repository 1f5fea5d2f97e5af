import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { UserError } from "../../../../errors/user-error.js";
import { canonicalJson, sha256Hex } from "../../../../storage/canonical-json.js";
import { parseStrictJson } from "../../../../storage/strict-json.js";
import type { DatasetManifest } from "../../dataset.js";
import { RULE_VERSION } from "../preprocess.js";

export const MANIFEST = "manifest.json";

/** Everything that a prepared folder may hold. A folder with anything else in it is never replaced. */
export const cacheFiles = {
  train: "train.arrow",
  test: "test.arrow",
  evalNegatives: "eval-negatives.arrow",
  sampledNegatives: "sampled-negatives.arrow",
} as const;

const Count = z.int().min(0);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const Source = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("file"), format: z.string(), path: z.string(), bytes: Count, sha256: Sha256 }),
  z.strictObject({ kind: z.literal("synthetic"), spec: z.string(), seed: Count, generatorVersion: Count }),
]);

const Dataset: z.ZodType<DatasetManifest> = z.strictObject({
  ruleVersion: Count,
  name: z.string(),
  synthetic: z.boolean(),
  hash: Sha256,
  source: Source,
  minRatings: Count,
  counts: z.strictObject({
    rowsRead: Count,
    usersRead: Count,
    usersDroppedBelowMin: Count,
    usersDroppedSingleItem: Count,
    duplicatePairs: Count,
    usersWithTiedLast: Count,
    users: Count,
    items: Count,
    trainRows: Count,
  }),
  warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })),
});

const File = z.strictObject({ name: z.enum(Object.values(cacheFiles)), bytes: Count, sha256: Sha256 });

/** What tells that the source file is still the one that was prepared. */
const Stamp = z.strictObject({ bytes: Count, mtimeMs: z.number(), ctimeMs: z.number() });
export type Stamp = z.infer<typeof Stamp>;

const CacheManifest = z.strictObject({
  format: z.literal("ncf-bench-dataset"),
  schema: z.literal(1),
  dataset: Dataset,
  files: z.array(File),
  /** Negatives per user in `eval-negatives.arrow`, which are the data set's own. */
  evalNegatives: z.int().min(1).nullable(),
  /** What `sampled-negatives.arrow` holds, for reuse and for timing; evaluation samples its own unless told. */
  sampledNegatives: z.strictObject({ seed: Count, perUser: z.int().min(1) }).nullable(),
  /** Null for synthetic ratings. */
  stamp: Stamp.nullable(),
});
export type CacheManifest = z.infer<typeof CacheManifest>;
export type CacheFile = z.infer<typeof File>;

/** A manifest with its own checksum as last member. */
export function sealManifest(manifest: CacheManifest): string {
  return `${JSON.stringify({ ...manifest, checksum: sha256Hex(canonicalJson(manifest)) }, null, 2)}\n`;
}

const MAX_MANIFEST_BYTES = 2 ** 20;

/**
 * Reads the manifest of a prepared folder.
 *
 * @throws UserError `data.not-prepared` where there is none, `data.cache-damaged` where it does not hold together,
 * `data.cache-version` where it is another version's.
 */
export async function readManifest(dir: string): Promise<CacheManifest> {
  const path = join(dir, MANIFEST);
  const value = parse(await readSmallFile(path, dir), path);
  const { checksum, ...rest } = value;
  const versions = z.looseObject({ format: z.literal("ncf-bench-dataset"), schema: z.int() }).safeParse(rest);
  if (!versions.success) throw damaged(path, "it is not a prepared data set's manifest");
  if (checksum !== sha256Hex(canonicalJson(rest))) throw damaged(path, "its checksum does not match");
  const parsed = CacheManifest.safeParse(rest);
  if (!parsed.success && versions.data.schema === 1) throw damaged(path, z.prettifyError(parsed.error).split("\n")[0]!);
  if (!parsed.success || parsed.data.dataset.ruleVersion !== RULE_VERSION) {
    throw new UserError({
      code: "data.cache-version",
      where: path,
      what: "it was prepared by another version of ncf-bench, under other rules",
      hint: `prepare it again: ncf-bench data prepare SOURCE --out ${dir}`,
    });
  }
  return parsed.data;
}

async function readSmallFile(path: string, dir: string): Promise<string> {
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    throw new UserError({
      code: "data.not-prepared",
      where: dir,
      what: "not a prepared data set (no readable manifest.json)",
      hint: `prepare one: ncf-bench data prepare RATINGS --out ${dir}`,
      cause: error,
    });
  }
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw damaged(path, "it is not a regular file");
    if (stat.size > MAX_MANIFEST_BYTES) throw damaged(path, "it is far too large");
    return await handle.readFile("utf8");
  } finally {
    await handle.close();
  }
}

function parse(text: string, path: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = parseStrictJson(text);
  } catch (error) {
    throw damaged(path, `it is not JSON: ${(error as Error).message}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw damaged(path, "it is no JSON object");
  return value as Record<string, unknown>;
}

/** Error for a prepared file that cannot be trusted. */
export function damaged(path: string, why: string, cause?: unknown): UserError {
  return new UserError({
    code: "data.cache-damaged",
    where: path,
    what: `the prepared data set is damaged: ${why}`,
    hint: "prepare it again: ncf-bench data prepare SOURCE --out DIR --force",
    cause,
  });
}
