import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sealLine } from "../../../storage/checked-line.js";
import { buildRun, type CellSpec, MACHINE, type RunSpec } from "../../compare/testdata/runs.js";
import { writeRun } from "../../compare/testdata/write-run.js";
import type { SentinelRecord } from "../../record/sentinel.js";
import { SENTINEL_FILE } from "../../run/run-dir.js";
import { gaussian, uniform } from "../../stats/random.js";

/** One night's run. */
export interface Night {
  cells: readonly CellSpec[];
  machine?: NonNullable<RunSpec["machine"]>;
  commit?: string;
  sentinels?: readonly SentinelRecord[];
}

export const nightId = (night: number): string => `night-${String(night + 1).padStart(3, "0")}`;

/** Writes a night's run under `cwd`: its id and date tell its number, from 0 on 1 January. Returns its folder. */
export async function writeNight(cwd: string, night: number, { commit, sentinels, ...spec }: Night): Promise<string> {
  const built = buildRun({ run: nightId(night), ...spec });
  const createdAt = new Date(Date.UTC(2026, 0, 1 + night, 2)).toISOString();
  Object.assign(built.manifest, { createdAt });
  if (commit !== undefined) built.manifest.software = { ...built.manifest.software, commit };
  const dir = await writeRun(cwd, built);
  if (sentinels !== undefined) {
    const lines = sentinels.map((sentinel) => `${sealLine({ ...sentinel, run: nightId(night) })}\n`);
    await writeFile(join(dir, SENTINEL_FILE), lines.join(""));
  }
  return dir;
}

/** Five launches around a level of items a second, 0.5 % apart, and the night itself 0.5 % off. */
export function launches(level: number, night: number, cell = 0): number[] {
  const next = gaussian(uniform(1000 * cell + night));
  const tonight = level * (1 + 0.005 * next());
  return Array.from({ length: 5 }, () => tonight * (1 + 0.005 * next()));
}

export function withKernel(kernel: string): NonNullable<RunSpec["machine"]> {
  return { soft: { ...MACHINE.soft, kernel } };
}
