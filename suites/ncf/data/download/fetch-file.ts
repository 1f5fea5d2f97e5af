import { createReadStream } from "node:fs";
import { open, readFile, rm, stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { ExitCode } from "../../../../errors/exit-code.js";
import { UserError } from "../../../../errors/user-error.js";
import { writeFileAtomic } from "../../../../storage/atomic-write.js";

export interface FetchOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((message: string) => void) | undefined;
  /** A connection that says nothing for so long is given up and taken up anew. */
  stallMs?: number;
  /** Pause before the first retry; it doubles each time. */
  retryMs?: number;
}

const ATTEMPTS = 4;
const MAX_BYTES = 4 * 2 ** 30;

/** What the beginning in a `.part` file is the beginning of. */
const Validator = z.object({ url: z.string(), etag: z.string().nullable(), modified: z.string().nullable() });
type Validator = z.infer<typeof Validator>;

/**
 * Downloads `url` into `part`, going on where an earlier attempt stopped if the server still has the same file. What came
 * stays in `part` when the connection breaks, so that the same command resumes.
 *
 * @throws UserError `data.download`.
 */
export async function fetchFile(url: string, part: string, options: FetchOptions = {}): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetchRest(url, part, options);
    } catch (error) {
      options.signal?.throwIfAborted();
      if (error instanceof UserError) throw error;
      const reason = reasonOf(error);
      if (attempt === ATTEMPTS) {
        const kept = await sizeOf(part);
        throw new UserError({
          code: "data.download",
          where: url,
          what: `the download failed ${ATTEMPTS} times: ${reason}`,
          hint:
            kept > 0
              ? `${kept} bytes are kept: run the same command again to go on from there`
              : "check the network and the proxy settings; or copy the ratings file here by other means and use: ncf-bench data prepare PATH",
          exitCode: ExitCode.Usage,
          cause: error,
        });
      }
      options.onProgress?.(`${reason}; trying again`);
      await sleep((options.retryMs ?? 500) * 2 ** (attempt - 1), undefined, { signal: options.signal });
    }
  }
}

async function fetchRest(url: string, part: string, options: FetchOptions): Promise<void> {
  const validatorPath = `${part}.json`;
  const known = await readValidator(validatorPath);
  const validator = known?.url === url ? (known.etag ?? known.modified) : null;
  const have = validator === null ? 0 : await sizeOf(part);
  const stall = new Stall(options.stallMs ?? 30_000, options.signal);
  try {
    const headers: Record<string, string> = { "accept-encoding": "identity" };
    if (have > 0) Object.assign(headers, { range: `bytes=${have}-`, "if-range": validator });
    const response = await fetch(url, { headers, signal: stall.signal });
    const complete = have > 0 && response.status === 416;
    if (complete || !response.ok || response.body === null) {
      await response.body?.cancel();
      if (complete && response.headers.get("content-range") === `bytes */${have}`) return;
      if (complete) {
        await rm(part, { force: true });
        throw new Error("the file changed on the server");
      }
      throw statusError(url, response.status);
    }
    const resumed = response.status === 206;
    if (resumed && !response.headers.get("content-range")?.startsWith(`bytes ${have}-`)) {
      await response.body.cancel();
      await rm(part, { force: true });
      throw new Error("the server sent another part than asked for");
    }
    const remaining = Number(response.headers.get("content-length") ?? Number.NaN);
    const start = resumed ? have : 0;
    if (!resumed) {
      await rm(part, { force: true });
      const fresh: Validator = {
        url,
        etag: strong(response.headers.get("etag")),
        modified: response.headers.get("last-modified"),
      };
      await writeFileAtomic(validatorPath, JSON.stringify(fresh));
    }
    await append(response.body, part, start, remaining, url, stall, options);
  } finally {
    stall.end();
  }
}

async function append(
  body: ReadableStream<Uint8Array>,
  part: string,
  start: number,
  remaining: number,
  url: string,
  stall: Stall,
  options: FetchOptions,
): Promise<void> {
  const file = await open(part, "a", 0o644);
  let got = 0;
  let told = -1;
  try {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      stall.alive();
      got += chunk.length;
      if (start + got > MAX_BYTES) throw tooLarge(url);
      await file.appendFile(chunk);
      const percent = Math.floor((10 * (start + got)) / (start + remaining)) * 10;
      if (percent > told) {
        told = percent;
        options.onProgress?.(`downloading ${url}: ${percent} %`);
      }
    }
    await file.sync();
  } finally {
    await file.close();
  }
  if (Number.isFinite(remaining) && got !== remaining)
    throw new Error(`the connection ended after ${got} of ${remaining} bytes`);
}

/** A small text from the same server; null where it has none. */
export async function fetchText(url: string, options: FetchOptions = {}): Promise<string | null> {
  const stall = new Stall(options.stallMs ?? 30_000, options.signal);
  try {
    const response = await fetch(url, { signal: stall.signal });
    if (!response.ok) {
      await response.body?.cancel();
      return null;
    }
    return (await response.text()).slice(0, 4096);
  } catch (error) {
    options.signal?.throwIfAborted();
    throw new UserError({
      code: "data.download",
      where: url,
      what: reasonOf(error),
      hint: "check the network and run the same command again",
      cause: error,
    });
  } finally {
    stall.end();
  }
}

/** Aborts when nothing came for a while, or when the caller aborts. */
class Stall {
  private readonly controller = new AbortController();
  private readonly ms: number;
  private timer: NodeJS.Timeout | undefined;
  readonly signal: AbortSignal;

  constructor(ms: number, outer: AbortSignal | undefined) {
    this.ms = ms;
    this.signal = outer ? AbortSignal.any([outer, this.controller.signal]) : this.controller.signal;
    this.alive();
  }

  alive(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.controller.abort(new Error(`nothing came for ${this.ms / 1000} s`)), this.ms);
  }

  end(): void {
    clearTimeout(this.timer);
  }
}

/** Only a strong validator may glue two parts together (RFC 9110, 13.1.5). */
function strong(etag: string | null): string | null {
  return etag?.startsWith("W/") ? null : etag;
}

async function readValidator(path: string): Promise<Validator | null> {
  try {
    return Validator.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return null;
  }
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

function reasonOf(error: unknown): string {
  const cause = (error as Error).cause as NodeJS.ErrnoException | undefined;
  return cause?.code ?? cause?.message ?? (error as Error).message;
}

function statusError(url: string, status: number): Error {
  const what = `the server answered ${status}`;
  if (status >= 500 || status === 408 || status === 429) return new Error(what);
  return new UserError({
    code: "data.download",
    where: url,
    what,
    hint: "the address may have changed: download it by hand from https://grouplens.org/datasets/movielens/ and use: ncf-bench data prepare PATH",
  });
}

function tooLarge(url: string): UserError {
  return new UserError({
    code: "data.download",
    where: url,
    what: "larger than any MovieLens archive",
    hint: "check the mirror",
  });
}

/** Bytes of a file, for hashing. */
export function readChunks(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: 2 ** 20 });
}
