import { UserError } from "../errors/user-error.js";
import { ncfSuite } from "./ncf/suite.js";
import type { Suite } from "./suite.js";

const suites: readonly Suite[] = [ncfSuite];

export const suiteNames: readonly string[] = suites.map((suite) => suite.name);

/** @throws UserError `suite.unknown`. */
export function getSuite(name: string): Suite {
  const suite = suites.find((candidate) => candidate.name === name);
  if (suite) return suite;
  throw new UserError({
    code: "suite.unknown",
    what: `there is no suite "${name}"`,
    hint: `use ${suiteNames.join(" or ")}`,
  });
}
