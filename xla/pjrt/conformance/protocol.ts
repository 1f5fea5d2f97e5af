/** What the process under test says on descriptor 3, one JSON object a line. */
export type ConformanceMessage = { started: string } | { ended: string; status: CheckStatus; message: string };

export type CheckStatus = "ok" | "failed" | "not offered";

export interface CheckResult {
  name: string;
  status: CheckStatus;
  /** What was seen, or what is wrong. */
  message: string;
}

export const MESSAGE_FD = 3;

/** Checks that come first: without them there is nothing to check. */
export const FIRST_CHECKS = ["plugin.load", "plugin.client"] as const;
