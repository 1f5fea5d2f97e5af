import type { GpuTelemetry } from "../record/schema.js";
import { type GpuSample, THROTTLE_REASONS } from "./gpu-sample.js";
import { rangeOf } from "./range.js";

/** Samples of several GPUs, one list a GPU, in order of the index. */
export function byGpu(samples: readonly GpuSample[]): GpuSample[][] {
  const gpus = new Map<string, GpuSample[]>();
  for (const sample of samples) {
    const name = sample.uuid ?? `index ${sample.index}`;
    const known = gpus.get(name);
    if (known === undefined) gpus.set(name, [sample]);
    else known.push(sample);
  }
  return [...gpus.values()].sort(([a], [b]) => (a!.index ?? 0) - (b!.index ?? 0));
}

/** What the samples of one GPU add up to. `foreign`: names of others' programs on it, null where that is not known. */
export function summarizeGpu(samples: readonly GpuSample[], foreign: string[] | null): GpuTelemetry {
  const first = samples[0]!;
  return {
    index: first.index,
    uuid: first.uuid,
    samples: samples.length,
    smClockMhz: rangeOf(samples.map(({ smClockMhz }) => smClockMhz)),
    memoryClockMhz: rangeOf(samples.map(({ memoryClockMhz }) => memoryClockMhz)),
    powerWatts: rangeOf(samples.map(({ powerWatts }) => powerWatts)),
    temperatureCelsius: rangeOf(samples.map(({ temperatureCelsius }) => temperatureCelsius)),
    throttled: throttledSamples(samples),
    eccCorrected: growth(samples.map(({ eccCorrected }) => eccCorrected)),
    eccUncorrected: growth(samples.map(({ eccUncorrected }) => eccUncorrected)),
    foreign,
    unavailable: first.unavailable,
  };
}

function throttledSamples(samples: readonly GpuSample[]): Record<string, number> | null {
  const told = samples.flatMap(({ throttle }) => throttle ?? []);
  if (told.length === 0) return null;
  const counted = THROTTLE_REASONS.map(([bit, reason]) => [reason, told.filter((mask) => mask & bit).length] as const);
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}

/** How much a counter grew; a counter that was reset meanwhile counts from 0. */
function growth(values: readonly (number | null)[]): number | null {
  const told = values.filter((value) => value !== null);
  if (told.length === 0) return null;
  return told.slice(1).reduce((sum, value, i) => sum + (value < told[i]! ? value : value - told[i]!), 0);
}
