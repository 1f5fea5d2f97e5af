import type { ConformanceCheck } from "./check.js";
import { executionChecks } from "./execution-checks.js";
import { lifetimeChecks } from "./lifetime-checks.js";
import { programChecks } from "./program-checks.js";
import { refusalChecks } from "./refusal-checks.js";
import { transferChecks } from "./transfer-checks.js";

/** All that a plugin is held to once it is loaded and has a client, what everything else needs first. */
export const conformanceChecks: readonly ConformanceCheck[] = [
  ...transferChecks,
  ...executionChecks,
  ...programChecks,
  ...refusalChecks,
  ...lifetimeChecks,
];
