import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { formatSeconds, formatSi, formatSignificant } from "../harness/console/format.js";
import { renderTable } from "../harness/console/table.js";
import { median } from "../harness/stats/quantile.js";

/**
 * A program that is asked for its rounds. It sets itself up, warms up and writes one line to stdout; then, for each line
 * that it reads, it does one round of its work and answers with one line of JSON, a `RoundAnswer`. It ends with its stdin.
 */
export interface Contender {
  name: string;
  command: readonly [string, ...string[]];
  env?: NodeJS.ProcessEnv;
}

/** What a contender says of a round: the items it did, and the mean loss where it has one. Its time is taken outside. */
export interface RoundAnswer {
  items: number;
  loss?: number;
}

export interface Measured {
  name: string;
  /** Seconds of each round, from asking to the answer, on this process's clock. */
  seconds: number[];
  answers: RoundAnswer[];
}

/**
 * Measures contenders side by side: all are set up first, one after the other, then each does one round in turn while the
 * others wait, so that a drift of the machine hits all alike. The order is reversed every other round.
 *
 * @throws Error naming the contender that ended or answered something else.
 */
export async function measureRounds(contenders: readonly Contender[], rounds: number): Promise<Measured[]> {
  const running: Conversation[] = [];
  try {
    for (const contender of contenders) {
      const conversation = new Conversation(contender);
      running.push(conversation);
      await conversation.line();
    }
    const measured = contenders.map(({ name }): Measured => ({ name, seconds: [], answers: [] }));
    for (let round = 0; round < rounds; round++) {
      const order = [...measured.keys()];
      for (const i of round % 2 === 0 ? order : order.reverse()) {
        const begin = performance.now();
        const answer = await running[i]!.ask();
        measured[i]!.seconds.push((performance.now() - begin) / 1000);
        measured[i]!.answers.push(answer);
      }
    }
    return measured;
  } finally {
    await Promise.all(running.map((conversation) => conversation.end()));
  }
}

/** Seconds from starting a contender's process to its first line, which it writes after one round. */
export async function secondsToReady(contender: Contender): Promise<number> {
  const begin = performance.now();
  const conversation = new Conversation(contender);
  try {
    await conversation.line();
    return (performance.now() - begin) / 1000;
  } finally {
    await conversation.end();
  }
}

class Conversation {
  private readonly name: string;
  private readonly child: ChildProcess;
  private readonly lines: AsyncIterator<string>;
  private readonly closed: Promise<string>;

  constructor({ name, command: [file, ...args], env }: Contender) {
    this.name = name;
    this.child = spawn(file, args, { stdio: ["pipe", "pipe", "inherit"], ...(env ? { env } : {}) });
    this.closed = new Promise((resolve) => {
      this.child.on("error", (error) => resolve(error.message));
      this.child.on("close", (code, signal) => resolve(`ended with ${signal ?? code}`));
    });
    // A contender that is gone is told of by the missing answer.
    this.child.stdin!.on("error", () => undefined);
    this.lines = createInterface({ input: this.child.stdout! })[Symbol.asyncIterator]();
  }

  async line(): Promise<string> {
    const next = await this.lines.next();
    if (next.done) throw new Error(`${this.name} ${await this.closed} and gave no answer`);
    return next.value;
  }

  async ask(): Promise<RoundAnswer> {
    this.child.stdin!.write("\n");
    const line = await this.line();
    const answer = JSON.parse(line) as RoundAnswer;
    if (!(answer.items > 0)) throw new Error(`${this.name} did no item in a round: ${line}`);
    return answer;
  }

  async end(): Promise<void> {
    this.child.stdin!.end();
    await this.closed;
  }
}

/** Items a second of each round. */
export function rates({ seconds, answers }: Measured): number[] {
  return seconds.map((time, round) => answers[round]!.items / time);
}

/** How many times as fast the first is as the second: ratio of median rates, and the least and greatest of one round. */
export function speedRatio(first: Measured, second: Measured): { median: number; least: number; greatest: number } {
  const [a, b] = [rates(first), rates(second)];
  const single = a.map((rate, round) => rate / b[round]!);
  return {
    median: median(a) / median(b),
    least: Math.min(...single),
    greatest: Math.max(...single),
  };
}

/** One row a contender: median and range of its rates, and each round's seconds. */
export function renderRates(measured: readonly Measured[]): string {
  const rows = measured.map((one) => {
    const all = rates(one);
    return [
      one.name,
      formatSi(median(all), "items/s"),
      `${formatSi(Math.min(...all))} to ${formatSi(Math.max(...all))}`,
      formatSeconds(median(one.seconds)),
      one.answers.at(-1)?.loss?.toFixed(4) ?? "-",
    ];
  });
  const titles = ["contender", "median", "least to greatest", "a round", "last loss"];
  return renderTable(
    titles.map((title, i) => ({ title, align: i === 0 ? "left" : "right" })),
    rows,
  );
}

/** `wasm / plain: 3.61 (3.42 to 3.88), at least 3.5: yes`. */
export function describeRatio(what: string, ratio: ReturnType<typeof speedRatio>, atLeast: number): string {
  const [middle, least, greatest] = [ratio.median, ratio.least, ratio.greatest].map((value) =>
    formatSignificant(value),
  );
  return `${what}: ${middle} (${least} to ${greatest}), at least ${atLeast}: ${ratio.median >= atLeast ? "yes" : "no"}\n`;
}
