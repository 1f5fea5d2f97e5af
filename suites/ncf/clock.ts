import type { NcfSession } from "./engine.js";

/** Seconds on a clock that never jumps. */
export type Clock = () => number;

const monotonic: Clock = () => Number(process.hrtime.bigint()) / 1e9;

/** The clock that a session is timed with: the machine's, but for the fake engine, which scripts its own. */
export function clockOf(session: NcfSession): Clock {
  return session.clock ? () => session.clock!() : monotonic;
}
