import { performance } from "node:perf_hooks";

export interface TimedPasses {
  /** Seconds a pass, one value a repetition. */
  seconds: number[];
  /** Passes of a repetition. */
  passes: number;
  /** What the last pass computed. */
  answer: number;
}

const WARMUP = { passes: 3, seconds: 0.15 };
/** A repetition is long against the clock's steps and the scheduler's. */
const REPETITION_SECONDS = 0.02;
const REPETITIONS = { most: 25, least: 5 };
const BUDGET_SECONDS = 1;

/** Times a program that ends with its answer on the host: warmed up, then repetitions of equally many passes, for a second or so. */
export async function timePasses(pass: () => Promise<number>): Promise<TimedPasses> {
  const begin = performance.now();
  let fastest = Number.POSITIVE_INFINITY;
  let answer = Number.NaN;
  for (let done = 0; done < WARMUP.passes || since(begin) < WARMUP.seconds; done++) {
    const start = performance.now();
    answer = await pass();
    fastest = Math.min(fastest, since(start));
  }
  const passes = Math.max(1, Math.ceil(REPETITION_SECONDS / Math.max(fastest, 1e-6)));
  const seconds: number[] = [];
  const timed = performance.now();
  while (seconds.length < REPETITIONS.least || (seconds.length < REPETITIONS.most && since(timed) < BUDGET_SECONDS)) {
    const start = performance.now();
    for (let i = 0; i < passes; i++) answer = await pass();
    seconds.push(since(start) / passes);
  }
  return { seconds, passes, answer };
}

function since(start: number): number {
  return (performance.now() - start) / 1000;
}
