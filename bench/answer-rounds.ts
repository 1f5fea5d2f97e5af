import { createInterface } from "node:readline";
import type { RoundAnswer } from "./rounds.js";

/** The contender's side of `measureRounds`: warms up by one round, then does one for each line of stdin, until it ends. */
export async function answerRounds(round: () => Promise<RoundAnswer>): Promise<void> {
  await round();
  process.stdout.write("ready\n");
  for await (const _ of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await round())}\n`);
  }
}
