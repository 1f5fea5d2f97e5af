/**
 * `data prepare` side by side with three ways of doing the same in Python, on one generated CSV of ml-20m's counts. Each is a
 * whole process, timed from start to exit, with test negatives; peak memory is the kernel's own figure for that process.
 *
 *     npm run build
 *     python3 -m venv .venv && .venv/bin/pip install -r bench/data-prepare/peers/requirements.txt
 *     node dist/bench/data-prepare/bench.js --python .venv/bin/python [--rounds 3] [--ratings FILE] [--json]
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatBytes, formatSeconds } from "../../harness/console/format.js";
import { renderTable } from "../../harness/console/table.js";
import { packageRoot } from "../../storage/package-root.js";
import { writeRatingsCsv } from "../../suites/ncf/data/synthetic/csv.js";
import { generateRatings } from "../../suites/ncf/data/synthetic/generate.js";
import { parseSyntheticSpec } from "../../suites/ncf/data/synthetic/spec.js";

interface Contender {
  name: string;
  command(source: string, target: string): string[];
}

interface Measurement {
  name: string;
  seconds: number[];
  /** User and system time: tells work from waiting for the disk or for other processes. */
  cpuSeconds: number[];
  peakBytes: number[];
  counts: { users: number; items: number; train: number; test: number };
}

const { values: flags } = parseArgs({
  options: {
    python: { type: "string", default: "python3" },
    size: { type: "string", default: "ml-20m" },
    ratings: { type: "string" },
    rounds: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
  },
});

const root = packageRoot();
const peer = (script: string) => (source: string, target: string) => [
  flags.python,
  join(root, "bench/data-prepare/peers", script),
  source,
  target,
];

const contenders: Contender[] = [
  {
    name: "ncf-bench",
    command: (source, target) => [
      process.execPath,
      join(root, "dist/harness/cli/bin.js"),
      ...["data", "prepare", source, "--out", join(target, "prepared"), "--with-eval-negatives", "1", "--json"],
    ],
  },
  { name: "NVIDIA's way (pandas)", command: peer("nvidia_pandas.py") },
  { name: "pandas, vectorised", command: peer("vectorised_pandas.py") },
  { name: "polars", command: peer("polars_prepare.py") },
];

const work = mkdtempSync(join(tmpdir(), "ncf-bench-data-"));
try {
  const source = flags.ratings ?? (await generate(join(work, `synthetic-${flags.size}.csv`)));
  const measured = contenders.map(
    ({ name }): Measurement => ({ name, seconds: [], cpuSeconds: [], peakBytes: [], counts: noCounts() }),
  );
  // Rounds, not repeats: a drift of the machine then hits all alike.
  for (let round = 0; round < Number(flags.rounds); round++) {
    for (const [i, contender] of contenders.entries()) {
      const target = join(work, `out-${i}`);
      mkdirSync(target);
      const result = await measure(contender.command(source, target), join(work, "rusage"));
      measured[i]!.seconds.push(result.seconds);
      measured[i]!.cpuSeconds.push(result.cpuSeconds);
      measured[i]!.peakBytes.push(result.peakBytes);
      measured[i]!.counts = countsOf(result.output);
      rmSync(target, { recursive: true });
    }
  }
  for (const { name, counts } of measured) {
    if (JSON.stringify(counts) !== JSON.stringify(measured[0]!.counts)) {
      throw new Error(`${name} found ${JSON.stringify(counts)}, ncf-bench ${JSON.stringify(measured[0]!.counts)}`);
    }
  }
  print(source, measured);
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function generate(path: string): Promise<string> {
  const spec = parseSyntheticSpec(flags.size);
  await writeRatingsCsv(path, generateRatings(spec), spec.seed);
  return path;
}

/** Runs a command as a child of a small Python process, which reports the child's rusage: Node cannot. */
async function measure(
  command: string[],
  report: string,
): Promise<{ seconds: number; cpuSeconds: number; peakBytes: number; output: string }> {
  const script =
    "import json,resource,subprocess,sys,time\n" +
    "t=time.monotonic();c=subprocess.run(sys.argv[2:]).returncode;t=time.monotonic()-t\n" +
    "u=resource.getrusage(resource.RUSAGE_CHILDREN)\n" +
    "open(sys.argv[1],'w').write(json.dumps([t,u.ru_utime+u.ru_stime,u.ru_maxrss]));sys.exit(c)";
  const child = spawn("python3", ["-c", script, report, ...command], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const code = await new Promise((resolve, reject) => child.on("close", resolve).on("error", reject));
  if (code !== 0) throw new Error(`${command.join(" ")} exited with ${code}`);
  const [seconds, cpuSeconds, kibibytes] = JSON.parse(readFileSync(report, "utf8")) as [number, number, number];
  return { seconds, cpuSeconds, peakBytes: kibibytes * 1024, output };
}

function countsOf(output: string): Measurement["counts"] {
  const said = JSON.parse(output) as Record<string, unknown> & { counts?: Record<string, number> };
  const { users, items, train, test } = said.counts
    ? { ...said.counts, train: said.counts.trainRows, test: said.counts.users }
    : said;
  return { users, items, train, test } as Measurement["counts"];
}

function noCounts(): Measurement["counts"] {
  return { users: 0, items: 0, train: 0, test: 0 };
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}

function print(source: string, measured: Measurement[]): void {
  const bytes = statSync(source).size;
  const own = median(measured[0]!.seconds);
  if (flags.json) {
    process.stdout.write(`${JSON.stringify({ bytes, cpus: cpus().length, load: loadavg(), measured }, null, 2)}\n`);
    return;
  }
  process.stderr.write(
    `${formatBytes(bytes)}, ${JSON.stringify(measured[0]!.counts)}, ${cpus().length} CPUs, load ${loadavg()[0]!.toFixed(2)}\n`,
  );
  const rows = measured.map(({ name, seconds, cpuSeconds, peakBytes }) => [
    name,
    formatSeconds(median(seconds)),
    seconds.map((value) => value.toFixed(1)).join(" "),
    formatSeconds(median(cpuSeconds)),
    formatBytes(Math.max(...peakBytes)),
    `${(median(seconds) / own).toFixed(1)} x`,
  ]);
  const titles = ["way", "median", "each (s)", "CPU time", "peak memory", "time / ncf-bench"];
  process.stdout.write(
    renderTable(
      titles.map((title, i) => ({ title, align: i === 0 ? "left" : "right" })),
      rows,
    ),
  );
}
