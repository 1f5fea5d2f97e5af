import { z } from "zod";

/** What a step of a cell's compiled program may cost on each GPU. */
export const Ceiling = z.strictObject({
  kernels: z.int().positive(),
  bytesPerSample: z.int().positive(),
});
export type Ceiling = z.infer<typeof Ceiling>;

/** By target and cell key. */
export const Ceilings = z.record(z.string(), Ceiling);
export type Ceilings = z.infer<typeof Ceilings>;

/** A program that is better than its ceiling by more than this has a ceiling that no longer holds it. */
const SLACK = 0.02;

/** What is wrong with the figures of one cell: above its ceiling, far below it, or without one. Empty where nothing is. */
export function breaches(name: string, measured: Ceiling, ceiling: Ceiling | undefined): string[] {
  if (ceiling === undefined) return [`${name} has no ceiling: npm run golden stores one`];
  return (["kernels", "bytesPerSample"] as const).flatMap((figure) => {
    const [now, most] = [measured[figure], ceiling[figure]];
    if (now > most) return [`${name}: ${now} ${figure}, the ceiling is ${most}`];
    return now < most * (1 - SLACK)
      ? [`${name}: ${now} ${figure} is better than the ceiling of ${most}: npm run golden lowers it`]
      : [];
  });
}
