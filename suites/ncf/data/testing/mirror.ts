import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  name: string;
  content: Uint8Array | string;
  stored?: boolean;
  /** What the directory claims instead of the truth. */
  lies?: { size?: number; compressed?: number; crc?: number; method?: number; at?: number };
}

/** A zip archive, with whatever lies a test wants in its directory. */
export function makeZip(entries: ZipEntry[], comment = ""): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, stored = false, lies = {} } of entries) {
    const raw = Buffer.from(content);
    const packed = stored ? raw : deflateRawSync(raw);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(lies.method ?? (stored ? 0 : 8), 10);
    entry.writeUInt32LE(lies.crc ?? crc32(raw), 16);
    entry.writeUInt32LE(lies.compressed ?? packed.length, 20);
    entry.writeUInt32LE(lies.size ?? raw.length, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(lies.at ?? at, 42);
    directory.push(entry, Buffer.from(name));
    parts.push(local, Buffer.from(name), packed);
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, ...directory, end, Buffer.from(comment)]);
}

export function md5(bytes: Uint8Array): string {
  return createHash("md5").update(bytes).digest("hex");
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this machine, as a mirror. */
export class Mirror {
  readonly requests: { url: string; range: string | undefined }[] = [];
  private readonly server: Server;

  private constructor(server: Server) {
    this.server = server;
  }

  static async start(handler: Handler): Promise<Mirror> {
    const server = createServer((request, response) => {
      mirror.requests.push({ url: request.url!, range: request.headers.range });
      handler(request, response);
    });
    const mirror = new Mirror(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return mirror;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/movielens`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export interface Served {
  body: Buffer;
  etag?: string;
  /** Breaks the connection after so many bytes, for the first `breaks` requests. */
  breakAfter?: number;
  breaks?: number;
  status?: number;
}

/** Serves files with ranges, as the publisher does. */
export function serve(files: Record<string, Served>): Handler {
  return (request, response) => {
    const file = files[request.url!.split("/").at(-1)!];
    if (file === undefined) return void response.writeHead(404).end("gone");
    if (file.status !== undefined) return void response.writeHead(file.status).end();
    const etag = file.etag ?? `"${md5(file.body)}"`;
    const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? "");
    const fits = range !== null && request.headers["if-range"] === etag;
    const from = fits ? Number(range[1]) : 0;
    if (fits && from >= file.body.length) {
      return void response.writeHead(416, { "content-range": `bytes */${file.body.length}` }).end();
    }
    const rest = file.body.subarray(from);
    const headers: Record<string, string | number> = { etag, "content-length": rest.length };
    if (fits) headers["content-range"] = `bytes ${from}-${file.body.length - 1}/${file.body.length}`;
    response.writeHead(fits ? 206 : 200, headers);
    if (file.breakAfter !== undefined && (file.breaks ?? 0) > 0) {
      file.breaks = (file.breaks ?? 0) - 1;
      response.write(rest.subarray(0, file.breakAfter), () => setTimeout(() => response.destroy(), 200));
    } else response.end(rest);
  };
}
