import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../../../errors/user-error.js";
import { fsyncDirectory } from "../../../../storage/atomic-write.js";
import { storageError } from "../../../../storage/storage-error.js";
import { namedDataset, namedDatasets } from "../named.js";
import { downloadDir } from "../resolve.js";
import { type FetchOptions, fetchFile, fetchText, readChunks } from "./fetch-file.js";
import { extractMember } from "./zip.js";

const PUBLISHER = "https://files.grouplens.org/datasets/movielens";

export interface DownloadOptions extends FetchOptions {
  env?: NodeJS.ProcessEnv | undefined;
}

/**
 * Downloads a published data set's archive, checks its md5 (pinned where the archive never changes, else the publisher's own
 * .md5 file), unpacks the ratings file and removes the archive. `NCF_BENCH_MIRROR` replaces the publisher's address; the
 * pinned md5 holds for it too.
 *
 * @returns the path of the ratings file; at once where it is there already.
 * @throws UserError `data.unknown-name`, `data.download`, `data.checksum`, `data.zip`.
 */
export async function downloadDataset(name: string, options: DownloadOptions = {}): Promise<string> {
  const published = namedDataset(name);
  if (published === undefined) {
    throw new UserError({
      code: "data.unknown-name",
      where: `data set ${JSON.stringify(name)}`,
      what: "not a name that can be downloaded",
      hint: `choose one of ${namedDatasets.join(", ")}`,
    });
  }
  const dir = downloadDir(name, options.env);
  const ratings = join(dir, published.ratingsFile);
  if (existsSync(ratings)) return ratings;
  const base = (options.env?.NCF_BENCH_MIRROR || PUBLISHER).replace(/\/+$/, "");
  const url = `${base}/${name}.zip`;
  const archive = join(dir, `${name}.zip.part`);
  const aside = join(dir, `.${published.ratingsFile}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await fetchFile(url, archive, options);
    await checkMd5(archive, published.zipMd5 ?? (await publishedMd5(`${url}.md5`, options)), url);
    options.onProgress?.(`unpacking ${published.ratingsFile}`);
    await extractMember(archive, `${published.folder}/${published.ratingsFile}`, aside);
    await rename(aside, ratings);
    await fsyncDirectory(dir);
    await rm(archive);
    await rm(`${archive}.json`, { force: true });
  } catch (error) {
    await rm(aside, { force: true });
    throw storageError(error, dir, "could not store the download");
  }
  return ratings;
}

async function checkMd5(archive: string, expected: string, url: string): Promise<void> {
  const hash = createHash("md5");
  for await (const chunk of readChunks(archive)) hash.update(chunk);
  const found = hash.digest("hex");
  if (found === expected) return;
  await rm(archive, { force: true });
  await rm(`${archive}.json`, { force: true });
  throw new UserError({
    code: "data.checksum",
    where: url,
    what: `what was downloaded is not the published archive: md5 ${found} instead of ${expected}`,
    hint: "it was removed; run the same command again, and ask your network's owner if it happens again",
  });
}

async function publishedMd5(url: string, options: FetchOptions): Promise<string> {
  const text = await fetchText(url, options);
  const md5 = /\b[0-9a-f]{32}\b/i.exec(text ?? "")?.[0];
  if (md5 !== undefined) return md5.toLowerCase();
  throw new UserError({
    code: "data.checksum",
    where: url,
    what: "the publisher's checksum is not there",
    hint: "download the archive by hand, unpack it and use: ncf-bench data prepare PATH",
  });
}
