import { styleText } from "node:util";
import { visibleJson } from "../console/visible.js";

/** Where a command reads and writes. Tests pass buffers; the binary passes the process's own streams. */
export interface Io {
  /** Data only. */
  out(text: string): void;
  /** Everything else: progress, warnings, errors. */
  err(text: string): void;
  /** Whether stderr is a terminal that may be redrawn. */
  interactive: boolean;
  color: { out: boolean; err: boolean };
  /** Width of stdout where it is a terminal; absent: tables are as wide as their content. */
  columns?: number | undefined;
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** Aborted by the first SIGINT or SIGTERM; a second one ends the process at once. */
  signal: AbortSignal;
}

type Style = Parameters<typeof styleText>[0];

/** Colours text for a stream only where that stream takes colour. */
export function paint(enabled: boolean, style: Style, text: string): string {
  return enabled ? styleText(style, text, { validateStream: false }) : text;
}

/** Prints a JSON document, as every `--json` does: nothing in it acts on a terminal. */
export function outJson(io: Io, value: unknown): void {
  io.out(`${visibleJson(JSON.stringify(value, null, 2))}\n`);
}
