import type { Pinned } from "./pinned.js";

/** What a setup would do, for `--list`, `--dry-run` and the licence lines before a download. */
export interface SetupPlan {
  dir: string;
  present: boolean;
  downloadBytes: number;
  diskBytes: number;
  parts: { name: string; bytes: number; licence: string }[];
}

export interface SetupOptions {
  env: NodeJS.ProcessEnv;
  onStep(message: string): void;
  signal: AbortSignal;
  /** Folder that holds all files, in place of the network. */
  offline?: string;
}

/** Something that `ncf-bench setup NAME` brings into the cache folder. */
export interface SetupTarget {
  name: string;
  what: string;
  plan(env: NodeJS.ProcessEnv): SetupPlan;
  /** Every file that it is made of; empty where there is none for this platform. */
  files(): readonly Pinned[];
  /** Throws `UserError` naming the step that failed and what to do; nothing is left half installed. */
  install(options: SetupOptions): Promise<{ dir: string; built: boolean }>;
}

export function planOf(
  dir: string,
  present: boolean,
  wheels: readonly { requirement: string; bytes: number; licence: string }[],
  unpackedFactor: number,
): SetupPlan {
  const parts = wheels.map(({ requirement, bytes, licence }) => ({ name: requirement, bytes, licence }));
  const downloadBytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  return { dir, present, downloadBytes, diskBytes: downloadBytes * unpackedFactor, parts };
}
