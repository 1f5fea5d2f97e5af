import type { Io } from "./io.js";
import { main } from "./main.js";

export interface Captured {
  code: number;
  out: string;
  err: string;
}

/** An Io that keeps what is written, and an abort for the signal. */
export function captureIo(changes: Partial<Io> = {}): {
  io: Io;
  written: { out: string; err: string };
  abort: AbortController;
} {
  const written = { out: "", err: "" };
  const abort = new AbortController();
  const io: Io = {
    out: (chunk) => {
      written.out += chunk;
    },
    err: (chunk) => {
      written.err += chunk;
    },
    interactive: false,
    color: { out: false, err: false },
    env: { PATH: process.env.PATH, CUDA_VISIBLE_DEVICES: "" },
    cwd: process.cwd(),
    signal: abort.signal,
    ...changes,
  };
  return { io, written, abort };
}

/** Runs the tool in this process. */
export async function runMain(argv: readonly string[], changes: Partial<Io> = {}): Promise<Captured> {
  const { io, written } = captureIo(changes);
  const code = await main(argv, io);
  return { code, ...written };
}
