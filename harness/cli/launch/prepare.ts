import type { Cell } from "../../../suites/cell.js";
import { cellKey } from "../../../suites/cell.js";
import type { PreparedDataset } from "../../../suites/suite.js";
import { visible } from "../../console/visible.js";
import { buildRecord } from "../../record/build.js";
import type { LaunchRecord } from "../../record/schema.js";
import { type Io, paint } from "../io.js";
import type { Situation } from "./session.js";

/** Makes the data set ready; null where the user stopped it. */
export async function prepareDataset(
  io: Io,
  { suite }: Situation,
  spec: string,
  minRatings: number | undefined,
): Promise<PreparedDataset | null> {
  try {
    return await suite.prepareDataset(spec, {
      ...(minRatings === undefined ? {} : { minRatings }),
      onProgress: (message) => io.err(`${paint(io.color.err, "dim", visible(message))}\n`),
      signal: io.signal,
    });
  } catch (error) {
    if (io.signal.aborted) return null;
    throw error;
  }
}

/** The record of a launch that this machine is known not to be able to make, without trying; null: try it. */
export function unsupportedHere(
  { suite, machine, software }: Situation,
  command: string,
  cell: Cell,
  seed: number,
): LaunchRecord | null {
  const unsupported = suite.unsupported(cell, machine.view);
  if (unsupported === null) return null;
  const now = new Date().toISOString();
  return buildRecord({
    run: command,
    cell,
    key: cellKey(cell),
    launch: 0,
    seed,
    outcome: { kind: "unsupported", unsupported },
    failure: null,
    startedAt: now,
    endedAt: now,
    durationSeconds: 0,
    telemetry: { loadAverageBefore: null, loadAverageAfter: null, cpuStealShare: null },
    machine: machine.fingerprint,
    software,
  });
}

/** Tells people why a launch has no result, or only part of one. */
export function reportFailure(io: Io, record: LaunchRecord, name: string): void {
  if (record.failure === null) return;
  const { kind, message, hint } = record.failure;
  const label = kind === "unsupported" ? "unsupported:" : kind === "interrupted" ? "stopped:" : `failed (${kind}):`;
  io.err(`${paint(io.color.err, "red", label)} ${visible(`${name}: ${message}`)}\n`);
  if (hint !== null && kind !== "interrupted") io.err(`  ${paint(io.color.err, "dim", "→")} ${visible(hint)}\n`);
}
