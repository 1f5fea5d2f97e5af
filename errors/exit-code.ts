/** Exit codes of the command line: the API of the gate. */
export const ExitCode = {
  /** Everything asked for was measured, and nothing is slower. */
  Ok: 0,
  /** A confirmed regression, a missed reference, or a missed quality target. */
  Regression: 1,
  /** Usage or input error: nothing was measured. */
  Usage: 2,
  /** Inconclusive: not enough launches to say. */
  Inconclusive: 3,
  /** Refused: machine or protocol do not match. */
  Refused: 4,
  /** Nothing, or less than was asked for, was measured. */
  Incomplete: 5,
  /** Stopped by SIGINT, after what was measured was kept. */
  Interrupted: 130,
  /** Stopped by SIGTERM, after what was measured was kept. */
  Terminated: 143,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
