import { join } from "node:path";
import { it } from "vitest";
import { matchGolden } from "../../../../../test/golden.js";
import { printModule } from "../../../../../xla/stablehlo/print.js";
import { parseWorkloadOptions } from "../../../options.js";
import { numericsOf } from "../numerics.js";
import { epochProgram } from "./train-program.js";

// A change of a program shows here in review; `npm run golden` writes the new text.
it.each([
  { formulation: "layerwise", replicas: 1 },
  { formulation: "layerwise", replicas: 2 },
  { formulation: "factored", replicas: 1 },
  { formulation: "factored", replicas: 2 },
] as const)("an epoch's program is as reviewed: $formulation on $replicas devices", ({ formulation, replicas }) => {
  const { module } = epochProgram({
    sizes: { shape: { factors: 2, layers: [8, 4, 2] }, users: 5, items: 7 },
    samples: { users: 5, items: 7, positives: 11, negativeSamples: 2, batch: 8, replicas, exactNegatives: false },
    numerics: numericsOf("fp32"),
    formulation,
    sort: { users: formulation === "factored", items: formulation === "factored" },
    packMasks: formulation === "factored",
    options: parseWorkloadOptions({}),
  });
  matchGolden(join(import.meta.dirname, "testdata", `train-${formulation}-${replicas}.mlir`), printModule(module));
});
