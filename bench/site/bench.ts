/**
 * `site` over 1,000 stored runs of 20 cells and 5 launches, as a process of its own: built, built again with one run more, and
 * built again with nothing new.
 *
 *     npm run build
 *     node dist/bench/site/bench.js --folder FOLDER [--runs 1000] [--limit 60] [--one-more-limit 5] [--json]
 *
 * Runs that are in FOLDER already are used. Exits 1 where a limit, in seconds, is passed.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { formatSeconds } from "../../harness/console/format.js";
import { renderTable } from "../../harness/console/table.js";
import { packageRoot } from "../../storage/package-root.js";
import { writeStoredRuns } from "../history/stored-runs.js";

const { values: flags } = parseArgs({
  options: {
    folder: { type: "string" },
    runs: { type: "string", default: "1000" },
    limit: { type: "string", default: "60" },
    "one-more-limit": { type: "string", default: "5" },
    json: { type: "boolean", default: false },
  },
});
if (flags.folder === undefined) throw new Error("--folder: where the runs are to be, half a gigabyte");
const folder = resolve(flags.folder);
const runs = Number(flags.runs);
const out = join(folder, ".site");
mkdirSync(folder, { recursive: true });

const size = { cells: 20, launches: 5 };
await writeStoredRuns(folder, { ...size, runs }, Number.POSITIVE_INFINITY);
rmSync(join(folder, `stored-${String(runs).padStart(6, "0")}`), { recursive: true, force: true });
for (const made of [out, join(folder, ".history")]) rmSync(made, { recursive: true, force: true });

const results = [{ name: `${runs} runs`, seconds: timed(), limit: Number(flags.limit) }];
await writeStoredRuns(folder, { ...size, runs: runs + 1 }, Number.POSITIVE_INFINITY);
results.push({ name: "one more", seconds: timed(), limit: Number(flags["one-more-limit"]) });
results.push({ name: "nothing new", seconds: timed(), limit: Number(flags["one-more-limit"]) });

const about = { runs, ...size, cpus: cpus().length, load: loadavg()[0]! };
if (flags.json) process.stdout.write(`${JSON.stringify({ ...about, results }, null, 2)}\n`);
else {
  process.stderr.write(`${about.cpus} CPUs, load ${about.load.toFixed(2)}\n`);
  const columns = [
    { title: "site" },
    { title: "took", align: "right" as const },
    { title: "limit", align: "right" as const },
  ];
  process.stdout.write(
    renderTable(
      columns,
      results.map((one) => [one.name, formatSeconds(one.seconds), formatSeconds(one.limit)]),
    ),
  );
}
if (results.some(({ seconds, limit }) => seconds > limit)) process.exitCode = 1;

/** Seconds from start to exit. */
function timed(): number {
  const begin = performance.now();
  const argv = [join(packageRoot(), "dist/harness/cli/bin.js"), "site", folder, "--out", out, "--quiet"];
  const { status } = spawnSync(process.execPath, argv, { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`site exited with ${status}`);
  return (performance.now() - begin) / 1000;
}
