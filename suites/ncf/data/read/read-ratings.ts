import type { Ratings } from "../ratings.js";
import { ByteSource } from "./byte-source.js";
import { inputError } from "./errors.js";
import { detectLayout, type Layout, type RatingsFormat } from "./layout.js";
import { RowParser } from "./row-parser.js";

export interface ReadOptions {
  /** Told from the first line where it is not given. */
  format?: RatingsFormat | undefined;
  onProgress?: ((message: string) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export interface RatingsFile {
  readonly ratings: Ratings;
  readonly layout: Layout;
  readonly bytes: number;
  readonly sha256: string;
}

/** The first line must end within this many bytes. */
const MAX_FIRST_LINE = 2 ** 16;

/**
 * Reads a ratings file: `userId,movieId,rating,timestamp` CSV (columns in any order, timestamp optional), `::` or tab
 * separated, plain or gzip, in chunks of a few MB.
 *
 * @throws UserError with file and line for whatever is not as it should be.
 */
export async function readRatings(file: string, options: ReadOptions = {}): Promise<RatingsFile> {
  const source = await ByteSource.open(file, options.signal);
  const progress = new Progress(source, options.onProgress);
  const head = new Head(file, options.format);
  let parser: RowParser | undefined;
  for await (const chunk of source.chunks()) {
    if (parser !== undefined) parser.feed(chunk);
    else if (head.add(chunk, source.gzip)) {
      parser = head.start();
      if (parser.rows > 0) parser.expect(Math.ceil((1.03 * parser.rows * source.bytes) / source.bytesRead));
    }
    progress.tell();
  }
  parser ??= head.start();
  const ratings = parser.finish();
  if (ratings.rows === 0) {
    throw inputError(
      "data.empty",
      file,
      null,
      "the file has no ratings",
      "give a file with at least one line of ratings",
    );
  }
  return { ratings, layout: head.layout!, bytes: source.bytes, sha256: source.sha256() };
}

/** The beginning of a file, until its first line is there to tell the layout from. */
class Head {
  layout: Layout | undefined;
  private bytes: Buffer<ArrayBufferLike> = Buffer.alloc(0);
  private readonly file: string;
  private readonly format: RatingsFormat | undefined;

  constructor(file: string, format: RatingsFormat | undefined) {
    this.file = file;
    this.format = format;
  }

  /** Whether the first line is complete. */
  add(chunk: Uint8Array, gzip: boolean): boolean {
    this.bytes = Buffer.concat([this.bytes, chunk]);
    refuseBinary(this.bytes, this.file, gzip);
    const first = this.firstLine();
    if (first.end > MAX_FIRST_LINE || (first.end < 0 && this.bytes.length > MAX_FIRST_LINE)) {
      throw inputError(
        "data.not-text",
        this.file,
        1,
        `the first line is longer than ${MAX_FIRST_LINE} bytes`,
        "give a file of ratings: one rating a line",
      );
    }
    return first.end >= 0;
  }

  /** A parser that has taken all bytes so far. */
  start(): RowParser {
    const first = this.firstLine();
    const end = first.end < 0 ? this.bytes.length : first.end;
    const text = this.bytes.toString("utf8", first.begin, end).replace(/\r$/, "");
    if (text.trim() === "") {
      throw inputError(
        "data.empty",
        this.file,
        null,
        "the file has no ratings",
        "give a file with at least one line of ratings",
      );
    }
    this.layout = detectLayout(text, first.line, this.file, this.format);
    const parser = new RowParser(this.layout, this.file, this.layout.header ? first.line + 1 : first.line);
    parser.feed(this.bytes.subarray(this.layout.header ? Math.min(end + 1, this.bytes.length) : first.begin));
    return parser;
  }

  /** The first line that is not blank (a byte order mark is blank to `trim`). `end` is -1 while its line end has not been read. */
  private firstLine(): { begin: number; end: number; line: number } {
    let begin = 0;
    for (let line = 1; ; line++) {
      const end = this.bytes.indexOf(10, begin);
      if (end < 0 || this.bytes.toString("utf8", begin, end).trim() !== "") return { begin, end, line };
      begin = end + 1;
    }
  }
}

function refuseBinary(bytes: Buffer, file: string, gzip: boolean): void {
  const start = bytes.subarray(0, 4096);
  const kind = start.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"))
    ? "a zip archive"
    : start.length > 1 && (start.readUInt16BE() === 0xfffe || start.readUInt16BE() === 0xfeff)
      ? "UTF-16 text"
      : start.includes(0)
        ? "binary data"
        : null;
  if (kind === null) return;
  const hint =
    kind === "UTF-16 text"
      ? "convert it to UTF-8, e.g. with iconv -f UTF-16 -t UTF-8"
      : "give the ratings file itself (ratings.csv, ratings.dat, u.data), unpacked or as .gz";
  throw inputError(
    "data.not-text",
    file,
    null,
    `${gzip ? "inside the gzip is " : "this is "}${kind}, not a text of ratings`,
    hint,
  );
}

class Progress {
  private readonly source: ByteSource;
  private readonly report: ((message: string) => void) | undefined;
  private told = 0;

  constructor(source: ByteSource, report: ((message: string) => void) | undefined) {
    this.source = source;
    this.report = report;
  }

  tell(): void {
    const percent = Math.floor((100 * this.source.bytesRead) / this.source.bytes);
    if (this.report === undefined || percent < this.told + 10) return;
    this.told = percent;
    this.report(`reading ${this.source.file}: ${percent} %`);
  }
}
