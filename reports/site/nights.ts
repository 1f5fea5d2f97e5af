import type { Stream } from "./streams.js";

/** A run that was to come and did not. */
export interface MissedNight {
  stream: Stream;
  /** When it was to begin, ISO. */
  expected: string;
  /** The last run before. */
  after: string;
}

const HOUR = 3_600_000;
/** Runs a stream must have, and the interval that most of them keep, to be taken for a nightly one. */
const LEAST_RUNS = 4;
const NIGHTLY = [20 * HOUR, 28 * HOUR] as const;
/** Later than this after the usual time, a run has not come. */
const PATIENCE = 6 * HOUR;
/** A stream that was silent for longer has ended: it is told of no more. */
const MOST_MISSED = 7;

/**
 * Nights on which a nightly stream has no run, by time: between its runs, and from its last one to `asOf`. A stream is nightly
 * if the median time between its runs is about a day.
 */
export function missedNights(streams: readonly Stream[], asOf: number): MissedNight[] {
  return streams.flatMap((stream) => missedIn(stream, asOf)).sort((a, b) => (a.expected < b.expected ? -1 : 1));
}

function missedIn(stream: Stream, asOf: number): MissedNight[] {
  const begins = stream.runs.map(({ run }) => Date.parse(run.createdAt)).filter((time) => !Number.isNaN(time));
  if (begins.length < LEAST_RUNS) return [];
  const gaps = begins.slice(1).map((time, i) => time - begins[i]!);
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)]!;
  if (usual < NIGHTLY[0] || usual > NIGHTLY[1]) return [];
  return begins.flatMap((time, i) => {
    const until = begins[i + 1] ?? asOf;
    const after = stream.runs[i]!.run.run;
    const missed: MissedNight[] = [];
    for (let n = 1; n <= MOST_MISSED; n++) {
      const expected = time + n * 24 * HOUR;
      if (expected + PATIENCE >= until) break;
      missed.push({ stream, expected: new Date(expected).toISOString(), after });
    }
    return missed;
  });
}
