import type { LaunchRecord } from "../../record/schema.js";
import { mean } from "../../stats/quantile.js";

/** Where one launch's time went, seconds a round of work. */
export interface LaunchTime {
  /** The timed region, without evaluation: an epoch, or a batch. */
  region: number;
  /** Phases that every round of the launch has. */
  phases: ReadonlyMap<string, number>;
  evaluation: number | null;
}

/**
 * Means over the epochs after the first one of the launch, which no figure rests on, and over their evaluations. Null where
 * there is no such epoch.
 */
export function epochTime({ epochs, evaluations }: LaunchRecord): LaunchTime | null {
  const first = epochs[0]?.epoch;
  const warm = epochs.filter(({ epoch }) => epoch !== first);
  if (warm.length === 0) return null;
  const names = new Set(warm.flatMap(({ phases }) => Object.keys(phases ?? {})));
  const phases = new Map<string, number>();
  for (const name of names) {
    const seconds = warm.flatMap((sample) => sample.phases?.[name] ?? []);
    if (seconds.length === warm.length) phases.set(name, mean(seconds));
  }
  const evaluated = evaluations.filter(({ epoch }) => epoch !== first);
  return {
    region: mean(warm.map(({ seconds }) => seconds)),
    phases,
    evaluation: evaluated.length === 0 ? null : mean(evaluated.map(({ seconds }) => seconds)),
  };
}

/** Phases that a batch's time cannot be split into: both copies are told from the resident variant together. */
export const WITHIN_BATCH = { feed: "copies", readBack: "copies" } as const;

/**
 * Mean of the kept iterations of one variant; null where it was not measured. `resident` computes with ids that lie on the
 * device; what `fed` takes longer is `copies`, in and out, so that timing them costs the measured iterations nothing.
 */
export function batchTime({ inference }: LaunchRecord, variant: string): LaunchTime | null {
  const latency = (name: string) => {
    const latencies = inference.find((sample) => sample.variant === name)?.latencies ?? [];
    return latencies.length === 0 ? null : mean(latencies);
  };
  const [region, resident] = [latency(variant), latency("resident")];
  if (region === null) return null;
  const phases: [string, number][] = resident === null ? [] : [["compute", resident]];
  if (resident !== null && variant !== "resident") phases.push(["copies", region - resident]);
  return { region, phases: new Map(phases), evaluation: null };
}
