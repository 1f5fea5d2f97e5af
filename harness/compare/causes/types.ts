/** What a change can come of, in the order in which it is told. */
export const causeLabels = ["code", "compiler", "environment", "machine health", "method", "noise"] as const;
export type CauseLabel = (typeof causeLabels)[number];

/** One thing that differs between the sides, in each side's own words. */
export interface Difference {
  what: string;
  base: string;
  next: string;
}

/** Something that differs and so may have made a verdict what it is. That it did is not said: nothing here proves it. */
export interface Cause {
  label: CauseLabel;
  /** At least one. */
  evidence: Difference[];
}

export interface Causes {
  /** In the order of `causeLabels`; empty: nothing that the records hold differs. */
  differ: Cause[];
  /** What the records cannot tell, so that an absent label is not taken for one ruled out. */
  untold: { label: CauseLabel; why: string }[];
}
