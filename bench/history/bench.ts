/**
 * `history` over 10,000 stored runs of 20 cells and 5 launches, one million records, as a process of its own, from start to exit:
 * the first time, when every run is read, and then from the index, with the most memory that it took.
 *
 *     npm run build
 *     node dist/bench/history/bench.js --folder FOLDER [--runs 10000] [--rounds 5] [--limit 5] [--json]
 *
 * Runs that are in FOLDER already are used; --write-seconds N writes for so long at most and goes on in the next call.
 * Exits 1 where the median from the index takes longer than the limit, in seconds, or any more than 1 GB.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { formatBytes, formatSeconds } from "../../harness/console/format.js";
import { renderTable } from "../../harness/console/table.js";
import { median } from "../../harness/stats/quantile.js";
import { packageRoot } from "../../storage/package-root.js";
import { writeStoredRuns } from "./stored-runs.js";

const MOST_BYTES = 1e9;
const { values: flags } = parseArgs({
  options: {
    folder: { type: "string" },
    runs: { type: "string", default: "10000" },
    cells: { type: "string", default: "20" },
    launches: { type: "string", default: "5" },
    rounds: { type: "string", default: "5" },
    limit: { type: "string", default: "5" },
    "write-seconds": { type: "string", default: "100000" },
    json: { type: "boolean", default: false },
  },
});

if (flags.folder === undefined) throw new Error("--folder: where the runs are to be, some gigabytes");
const folder = resolve(flags.folder);
mkdirSync(folder, { recursive: true });
const size = { runs: Number(flags.runs), cells: Number(flags.cells), launches: Number(flags.launches) };
if (await writeStoredRuns(folder, size, Number(flags["write-seconds"]))) await measure();
else process.stderr.write("not all runs are written yet: call it again\n");

async function measure(): Promise<void> {
  rmSync(join(folder, ".history"), { recursive: true, force: true });
  const rows = [{ name: "first time", runs: [await timed([])] }];
  for (const [name, more] of [
    ["from the index", []],
    ["from the index, --json", ["--json"]],
    ["one cell", ["--cell", "batch=1"]],
  ] as const) {
    const runs = [];
    for (let round = 0; round < Number(flags.rounds); round++) runs.push(await timed(more));
    rows.push({ name, runs });
  }
  const results = rows.map(({ name, runs }) => ({
    name,
    seconds: runs.map(({ seconds }) => seconds),
    bytes: Math.max(...runs.map(({ bytes }) => bytes)),
  }));
  if (flags.json) {
    process.stdout.write(`${JSON.stringify({ ...size, cpus: cpus().length, load: loadavg(), results }, null, 2)}\n`);
  } else {
    const columns = [
      { title: "history" },
      { title: "median", align: "right" as const },
      { title: "most memory", align: "right" as const },
      { title: "each (s)" },
    ];
    const cells = results.map(({ name, seconds, bytes }) => [
      name,
      formatSeconds(median(seconds)),
      formatBytes(bytes),
      seconds.map((value) => value.toFixed(2)).join(" "),
    ]);
    process.stderr.write(`${size.runs} runs, ${cpus().length} CPUs, load ${loadavg()[0]!.toFixed(2)}\n`);
    process.stdout.write(renderTable(columns, cells));
  }
  const indexed = results.slice(1);
  const slow = indexed.some(({ seconds }) => median(seconds) > Number(flags.limit));
  if (slow || results.some(({ bytes }) => bytes > MOST_BYTES)) process.exitCode = 1;
}

/** Seconds from start to exit, and the most resident memory, of `history` over the folder. */
async function timed(more: readonly string[]): Promise<{ seconds: number; bytes: number }> {
  const begin = performance.now();
  const argv = [join(packageRoot(), "dist/harness/cli/bin.js"), "history", folder, ...more];
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "inherit"] });
  child.stdout.resume();
  let bytes = 0;
  const watch = setInterval(() => {
    bytes = Math.max(bytes, peakBytes(child.pid!));
  }, 20);
  const code = await new Promise<number | null>((done) => child.on("close", done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`history exited with ${code}`);
  return { seconds: (performance.now() - begin) / 1000, bytes };
}

/** What Linux says of a process's most resident memory; 0 once it is gone. */
function peakBytes(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
