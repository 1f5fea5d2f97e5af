import { UserError } from "../../errors/user-error.js";
import type { Plan } from "../plan/plan.js";
import { VARIANT_AXES, type Variant } from "./variant.js";

/**
 * Checks that the plans of both variants hold the same cells in the same order but for the axes that a variant sets, and
 * tells which of them (by index) both can measure here. Throws `UserError` where a cell has no counterpart.
 */
export function sharedCells(plans: { a: Plan; b: Plan }, variants: { a: Variant; b: Variant }): number[] {
  const { a, b } = plans;
  const varied = VARIANT_AXES.filter((axis) => axis in variants.a.axes || axis in variants.b.axes);
  // What nobody names of these follows from the engine.
  const free = new Set<string>(varied.includes("engine") ? [...varied, "xla", "backend"] : varied);
  const fixed = ({ cells }: Plan, index: number): string =>
    JSON.stringify(Object.entries(cells[index]?.cell ?? {}).filter(([axis]) => !free.has(axis)));
  const length = Math.max(a.cells.length, b.cells.length);
  if (Array.from({ length }, (_, index) => index).some((index) => fixed(a, index) !== fixed(b, index))) {
    throw new UserError({
      code: "ab.cells",
      what: `the ${a.cells.length} cells of A and the ${b.cells.length} of B are no pairs: the matrix varies what a variant sets (${varied.join(", ")})`,
      where: "--a, --b",
      hint: `let both variants set ${varied.join(", ")}`,
    });
  }
  return a.cells.flatMap((_, index) => (a.unsupported[index] === null && b.unsupported[index] === null ? [index] : []));
}
