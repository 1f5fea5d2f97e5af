import type { RootCommand } from "@bomb.sh/tab";
import { syntheticSizes } from "../../../suites/ncf/data/synthetic/spec.js";
import { getSuite } from "../../../suites/suites.js";
import { listBaselines } from "../../compare/baseline.js";
import { builtInMatrices } from "../../matrix/load.js";
import { listRuns } from "../../run/run-dir.js";
import { schemaNames } from "../schema.js";
import { setupNames } from "../setup.js";

/** Candidates by the name of the argument or option that takes them. */
type Values = Readonly<Record<string, readonly { value: string; description: string }[]>>;

/** What lies here that an argument can name: looked up when the shell asks. */
export async function completionValues(cwd: string): Promise<Values> {
  const some = (values: readonly string[], description: string) => values.map((value) => ({ value, description }));
  const runs = [
    ...some(["latest"], "the newest run"),
    ...some(
      (await listRuns(cwd)).map(({ id }) => id),
      "run",
    ),
  ];
  const baselines = some(await listBaselines(cwd), "baseline");
  return {
    run: runs,
    resume: runs,
    confirm: runs,
    baseline: [...baselines, ...runs],
    name: baselines,
    matrix: some(await builtInMatrices(), "built-in matrix"),
    engine: some(getSuite("ncf").engines, "engine"),
    dataset: some(
      syntheticSizes.map((size) => `synthetic:${size}`),
      "generated ratings",
    ),
    document: some(await schemaNames(), "JSON Schema"),
    target: some(setupNames, "to set up"),
  };
}

/** Hands the candidates to every argument and option of those names, in every command. */
export function giveValues(root: RootCommand, values: Values): void {
  for (const command of root.commands.values()) {
    for (const [name, taker] of [...command.arguments, ...command.options]) {
      const known = values[name];
      if (known === undefined) continue;
      taker.handler = (complete) => {
        for (const { value, description } of known) complete(value, description);
      };
    }
  }
}
