import { z } from "zod";

/** What the site's other pages say of a run: kept, so that a run whose files did not change is not read again. */
export const RunVerdict = z.object({
  slug: z.string(),
  run: z.string(),
  createdAt: z.string(),
  base: z.string().nullable(),
  /** As `compare` would exit; null: there was nothing to compare with. */
  exitCode: z.int().nullable(),
  tone: z.string(),
  headline: z.string(),
  /** Launches with a figure, and planned ones. */
  valid: z.int(),
  planned: z.int(),
  counts: z.record(z.string(), z.int()),
  /** Cells whose verdict is slower or faster. */
  changed: z.array(
    z.object({ key: z.string(), label: z.string(), verdict: z.string(), change: z.string(), reason: z.string() }),
  ),
});
export type RunVerdict = z.infer<typeof RunVerdict>;
