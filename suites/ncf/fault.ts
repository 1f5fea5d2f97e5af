import { UserError } from "../../errors/user-error.js";
import type { Warning } from "../suite.js";
import type { Clock } from "./clock.js";

/** Faults that tests and demonstrations plant by NCF_BENCH_FAULT, e.g. `slow=1.3`, `crash@epoch=1`. */
export interface Fault {
  kind: "slow" | "crash" | "hang" | "exit0" | "fail";
  /** Factor by which timed regions get longer; 1 for the other kinds. */
  factor: number;
  /** Epoch before which the others strike. */
  epoch: number;
}

/** @throws UserError for a value that is no fault: a typing error must not measure something else. */
export function parseFault(text: string | undefined): Fault | null {
  if (text === undefined || text === "") return null;
  const slow = /^slow=(\d+(?:\.\d+)?)$/.exec(text);
  if (slow && Number(slow[1]) >= 1) return { kind: "slow", factor: Number(slow[1]), epoch: 0 };
  const other = /^(crash|hang|exit0|fail)(?:@epoch=(\d+))?$/.exec(text);
  if (other) return { kind: other[1] as Fault["kind"], factor: 1, epoch: Number(other[2] ?? 0) };
  throw new UserError({
    code: "fault.syntax",
    what: `"${text}" is not a fault`,
    where: "NCF_BENCH_FAULT",
    hint: "use slow=FACTOR (at least 1), or crash, hang, exit0 or fail, each with @epoch=N if wanted; or unset it",
  });
}

export function faultWarning(fault: Fault): Warning {
  const what = fault.kind === "slow" ? `slow=${fault.factor}` : `${fault.kind}@epoch=${fault.epoch}`;
  return {
    code: "fault.injected",
    message: `a fault was planted by NCF_BENCH_FAULT: ${what}; the figures are not real`,
  };
}

/** Strikes before an epoch, where the fault says so. */
export function strikeBeforeEpoch(fault: Fault | null, epoch: number): void {
  if (fault === null || fault.kind === "slow" || epoch !== fault.epoch) return;
  if (fault.kind === "fail") throw new Error(`planted failure before epoch ${epoch}`);
  if (fault.kind === "exit0") process.exit(0);
  if (fault.kind === "crash") process.kill(process.pid, "SIGSEGV");
  // A hang, or a crash on its way: block the thread as a stuck native call would.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

/** Makes a region that began at `start` longer by the planted factor, by waiting busily as computing would. */
export function prolong(fault: Fault | null, start: number, clock: Clock): void {
  if (fault === null || fault.factor <= 1) return;
  const end = start + (clock() - start) * fault.factor;
  while (clock() < end);
}
