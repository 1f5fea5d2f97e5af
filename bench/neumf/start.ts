/**
 * From starting a process to the end of its first epoch, of two steps: the reference's model on ml-1m's counts, batch 16,384, on
 * XLA for the CPU, with nothing compiled before and with the programs in the cache.
 *
 *     npm run build && node dist/harness/cli/bin.js setup cpu
 *     node dist/bench/neumf/start.js [--rounds 5]
 *
 * Exits 1 where a median is over its limit.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatSeconds } from "../../harness/console/format.js";
import { median } from "../../harness/stats/quantile.js";
import { packageRoot } from "../../storage/package-root.js";
import { secondsToReady } from "../rounds.js";

const { values: flags } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });
const script = join(packageRoot(), "dist/bench/neumf/contender.js");
const cases = [
  { cache: "cold", env: { ...process.env, NCF_BENCH_NO_COMPILE_CACHE: "1" }, limit: 10 },
  { cache: "warm", env: process.env, limit: 2 },
];

for (const formulation of ["layerwise", "factored"]) {
  const name = `xla-${formulation}`;
  const command = [process.execPath, script, name, "train", "16384", "2"] as const;
  await secondsToReady({ name, command });
  for (const { cache, env, limit } of cases) {
    const seconds: number[] = [];
    for (let round = 0; round < Number(flags.rounds); round++)
      seconds.push(await secondsToReady({ name, command, env }));
    const middle = median(seconds);
    if (middle > limit) process.exitCode = 1;
    const range = `${formatSeconds(Math.min(...seconds))} to ${formatSeconds(Math.max(...seconds))}`;
    process.stdout.write(`${formulation}, ${cache} cache: ${formatSeconds(middle)} (${range}), at most ${limit} s\n`);
  }
}
