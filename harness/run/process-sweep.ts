import { setTimeout } from "node:timers/promises";
import { processesWithVariable } from "../../storage/process-identity.js";
import { MARKER } from "../worker/protocol.js";

/** Sends a signal to a whole process group; false where nobody was left to get it. */
export function signalGroup(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

/**
 * Kills what a launch left running: daemons that left its process group are found by the marker in their environment.
 * Returns the pids that did not die within `seconds` (stuck in the kernel).
 */
export async function sweep(marker: string, seconds = 2): Promise<number[]> {
  const end = process.hrtime.bigint() + BigInt(Math.round(seconds * 1e9));
  for (;;) {
    const left = processesWithVariable(MARKER, marker);
    if (left.length === 0 || process.hrtime.bigint() > end) return left;
    for (const pid of left) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // Gone meanwhile.
      }
    }
    await setTimeout(10);
  }
}
