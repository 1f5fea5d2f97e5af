import { unknownSuite } from "./metrics.js";
import { ncfSuite } from "./ncf/suite.js";
import type { Suite } from "./suite.js";

const suites: readonly Suite[] = [ncfSuite];

/** @throws UserError `suite.unknown`. */
export function getSuite(name: string): Suite {
  const suite = suites.find((candidate) => candidate.name === name);
  if (suite) return suite;
  throw unknownSuite(name);
}
