import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { UserError } from "../../../../errors/user-error.js";
import { fsyncDirectory } from "../../../../storage/atomic-write.js";
import { storageError } from "../../../../storage/storage-error.js";
import { bits32, Purpose, streamKey } from "../../random/counter.js";
import { looksSynthetic } from "../named.js";
import type { Ratings } from "../ratings.js";

const CHUNK_BYTES = 2 ** 20;
/** Four numbers of at most 16 digits, separators, rating and line end. */
const LONGEST_ROW = 80;

/** How often MovieLens' users (ml-20m) give 0.5, 1, … 5 stars, in per cent, summed up. */
const STARS_UP_TO = [1.2, 4.6, 6, 13.2, 17.6, 39, 50, 77.8, 85.5, 100];

/**
 * Writes ratings as `userId,movieId,rating,timestamp`, packed where the name ends in `.gz`; aside first, then renamed.
 *
 * @throws UserError `data.unlabelled` when the file's name does not say that the ratings are synthetic.
 */
export async function writeRatingsCsv(
  path: string,
  ratings: Ratings,
  seed: number,
  signal?: AbortSignal,
): Promise<{ bytes: number }> {
  if (!looksSynthetic(path)) {
    throw new UserError({
      code: "data.unlabelled",
      where: path,
      what: "generated ratings need 'synthetic' in their file's name, so that nobody takes them for real ones",
      hint: `use e.g. --out ${join(dirname(path), `synthetic-${basename(path)}`)}`,
    });
  }
  const aside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const out = (await open(aside, "wx", 0o644)).createWriteStream({ flush: true });
    let bytes = 0;
    const count = new Transform({
      transform(chunk: Buffer, _, done) {
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    const rows = Readable.from(csvChunks(ratings, seed), { objectMode: false });
    const abort = signal === undefined ? {} : { signal };
    if (path.endsWith(".gz")) await pipeline(rows, createGzip({ level: 6 }), count, out, abort);
    else await pipeline(rows, count, out, abort);
    await rename(aside, path);
    await fsyncDirectory(dirname(path));
    return { bytes };
  } catch (error) {
    await rm(aside, { force: true });
    throw storageError(error, path, "could not write the ratings");
  }
}

function* csvChunks(ratings: Ratings, seed: number): Generator<Buffer> {
  yield Buffer.from("userId,movieId,rating,timestamp\n");
  const stars = streamKey(seed, Purpose.Synthetic, 9);
  for (let row = 0; row < ratings.rows; ) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    let at = 0;
    for (; row < ratings.rows && at < CHUNK_BYTES - LONGEST_ROW; row++) {
      at = putInteger(chunk, at, ratings.users[row]!, 44);
      at = putInteger(chunk, at, ratings.items[row]!, 44);
      const percent = (100 * bits32(stars, row)) / 0x1_0000_0000;
      let half = 0;
      while (percent >= STARS_UP_TO[half]!) half++;
      chunk[at++] = 48 + ((half + 1) >> 1);
      chunk[at++] = 46;
      chunk[at++] = half % 2 === 0 ? 53 : 48;
      chunk[at++] = 44;
      at = putInteger(chunk, at, ratings.times![row]!, 10);
    }
    yield chunk.subarray(0, at);
  }
}

/** Writes a non-negative integer and the byte that ends it. */
function putInteger(chunk: Buffer, at: number, value: number, end: number): number {
  let digits = 1;
  for (let power = 10; value >= power; power *= 10) digits++;
  let rest = value;
  for (let place = at + digits - 1; place >= at; place--) {
    const next = Math.floor(rest / 10);
    chunk[place] = 48 + (rest - 10 * next);
    rest = next;
  }
  chunk[at + digits] = end;
  return at + digits + 1;
}
