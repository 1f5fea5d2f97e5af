import { UserError } from "../errors/user-error.js";
import { ncfMetrics } from "./ncf/metrics-info.js";
import type { MetricInfo } from "./suite.js";

const METRICS: ReadonlyMap<string, readonly MetricInfo[]> = new Map([["ncf", ncfMetrics]]);

/**
 * What a suite measures, without loading what measures it: all that runs are compared and reported by.
 *
 * @throws UserError `suite.unknown`.
 */
export function suiteMetrics(suite: string): readonly MetricInfo[] {
  const metrics = METRICS.get(suite);
  if (metrics) return metrics;
  throw unknownSuite(suite);
}

export function unknownSuite(name: string): UserError {
  return new UserError({
    code: "suite.unknown",
    what: `there is no suite "${name}"`,
    hint: `use ${[...METRICS.keys()].join(" or ")}`,
  });
}
