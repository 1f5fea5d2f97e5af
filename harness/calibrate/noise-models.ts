export interface Draws {
  /** On [0, 1). */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
}

/** How the launches of one run scatter, and what a run adds to all of them. */
export interface NoiseModel {
  name: string;
  /** What it stands for, for people. */
  about: string;
  /**
   * `independent`: launches are exchangeable, so that the rank test and its interval are exact. `drifting`: every run drifts
   * alike. `correlated`: a launch resembles the one before it. `biased`: runs differ by more than their launches tell, which
   * no test on launches can see.
   */
  kind: "independent" | "drifting" | "correlated" | "biased";
  /** Deviations of a run's launches in the order in which they are made, with mean 0 and standard deviation 1. */
  series(length: number, draws: Draws): number[];
  /** What the run adds to each of its cells, in the same unit. */
  offsets?(cells: number, draws: Draws): number[];
  /** Figures come in steps of so many standard deviations. */
  step?: number;
}

const each = (length: number, draw: () => number): number[] => Array.from({ length }, draw);

/** Share of launches in the slower of two modes, and the spread inside either. */
const MODES = { slower: 0.3, within: 0.25 };
const MODE_DISTANCE = Math.sqrt((1 - MODES.within ** 2) / (MODES.slower * (1 - MODES.slower)));

/** Shape of the lognormal: its skewness is 2.3. */
const SHAPE = 0.6;
const SKEWED_MEAN = Math.exp(SHAPE ** 2 / 2);
const SKEWED_DEVIATION = SKEWED_MEAN * Math.sqrt(Math.expm1(SHAPE ** 2));

/** One launch in ten is slower by four standard deviations of the others on average. */
const DISTURBED = { share: 0.1, by: 4 };
const DISTURBED_MEAN = DISTURBED.share * DISTURBED.by;
const DISTURBED_DEVIATION = Math.sqrt(1 + 2 * DISTURBED.share * DISTURBED.by ** 2 - DISTURBED_MEAN ** 2);

/** From the first launch to the last, in standard deviations of the launches around it. */
const DRIFT = 3;

/** Of a launch with the one made before it. */
const CORRELATION = 0.6;

/** Deviations are of the logarithm of a throughput: below 0 is slower. */
export const noiseModels: readonly NoiseModel[] = [
  {
    name: "normal",
    about: "independent launches, normal",
    kind: "independent",
    series: (length, { normal }) => each(length, normal),
  },
  {
    name: "lognormal",
    about: "most launches near the best, a tail of slow ones",
    kind: "independent",
    series: (length, { normal }) => each(length, () => (SKEWED_MEAN - Math.exp(SHAPE * normal())) / SKEWED_DEVIATION),
  },
  {
    name: "bimodal",
    about: "three launches in ten fall into a slower mode",
    kind: "independent",
    series: (length, { uniform, normal }) =>
      each(length, () => {
        const mode = (uniform() < MODES.slower ? -MODE_DISTANCE : 0) + MODES.slower * MODE_DISTANCE;
        return mode + MODES.within * normal();
      }),
  },
  {
    name: "outliers",
    about: "one launch in ten is disturbed and far slower",
    kind: "independent",
    series: (length, { uniform, normal }) =>
      each(length, () => {
        const disturbance = uniform() < DISTURBED.share ? DISTURBED.by * Math.log(1 - uniform()) : 0;
        return (normal() + disturbance + DISTURBED_MEAN) / DISTURBED_DEVIATION;
      }),
  },
  {
    name: "heavy-tailed",
    about: "Student's t with three degrees of freedom",
    kind: "independent",
    series: (length, { normal }) => each(length, () => normal() / Math.hypot(normal(), normal(), normal())),
  },
  {
    name: "ties",
    about: "a coarse timer: figures in steps of one standard deviation",
    kind: "independent",
    series: (length, { normal }) => each(length, normal),
    step: 1,
  },
  {
    name: "drift",
    about: "every run drifts alike by three standard deviations, launches interleaved",
    kind: "drifting",
    series: (length, { normal }) => {
      const deviation = Math.sqrt(1 + DRIFT ** 2 / 12);
      return Array.from({ length }, (_, at) => {
        const progress = length === 1 ? 0 : at / (length - 1) - 0.5;
        return (normal() + DRIFT * progress) / deviation;
      });
    },
  },
  {
    name: "autocorrelated",
    about: `each launch correlates by ${CORRELATION} with the one made before it, launches interleaved`,
    kind: "correlated",
    series: (length, { normal }) => {
      let last = normal();
      const innovation = Math.sqrt(1 - CORRELATION ** 2);
      return each(length, () => {
        last = CORRELATION * last + innovation * normal();
        return last;
      });
    },
  },
  {
    name: "biased-cells",
    about: "a run moves each of its cells by an offset of its own, as large as the noise",
    kind: "biased",
    series: (length, { normal }) => each(length, normal),
    offsets: (cells, { normal }) => each(cells, normal),
  },
  {
    name: "biased-run",
    about: "a run moves all of its cells by one offset, as large as the noise",
    kind: "biased",
    series: (length, { normal }) => each(length, normal),
    offsets: (cells, { normal }) => Array<number>(cells).fill(normal()),
  },
];

export function noiseModel(name: string): NoiseModel {
  const model = noiseModels.find((one) => one.name === name);
  if (model === undefined) throw new Error(`no noise model is called ${name}`);
  return model;
}
