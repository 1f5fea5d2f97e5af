import type { EnvironmentDifference } from "../compare/types.js";
import type { Experiment } from "./experiment.js";

/**
 * Differences between the variants that no setting of theirs accounts for. Another engine, backend, plugin, checkout or
 * environment may change what the engine says of itself, and another checkout our software; nothing accounts for the machine.
 */
export function unexpectedDifferences(
  { a, b }: Pick<Experiment, "a" | "b">,
  environment: readonly EnvironmentDifference[],
): EnvironmentDifference[] {
  const checkout = a.checkout !== b.checkout || a.commit !== b.commit;
  const settings = JSON.stringify([a.axes, a.env]) !== JSON.stringify([b.axes, b.env]);
  return environment.filter((difference) => {
    if (difference.class === "software") return !checkout;
    if (difference.class === "engine") return !checkout && !settings;
    // Which GPUs are visible is the environment's affair; the machine itself is not.
    return !(settings && difference.field === "gpu.visible");
  });
}

/** Fields of the protocol that the variants' settings change by what they ask for. */
export function protocolAsked({ a, b }: Pick<Experiment, "a" | "b">): string[] {
  const options = [...a.set, ...b.set].map((pair) => pair.slice(0, pair.indexOf("=")));
  // Only fp16 has its loss scaled.
  return a.axes.precision === b.axes.precision ? options : [...options, "lossScale"];
}
