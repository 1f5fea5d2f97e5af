/**
 * `compare` of two runs of 1,000 cells x 20 launches that lie on the disk, as a process of its own timed from start to exit,
 * with what it takes to start at all beside it. The records are as long as those of a short training launch.
 *
 *     npm run build
 *     node dist/bench/compare/bench.js [--cells 1000] [--launches 20] [--rounds 5] [--limit 2] [--json]
 *
 * Exits 1 where the median takes longer than the limit, in seconds.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatBytes, formatSeconds } from "../../harness/console/format.js";
import { renderTable } from "../../harness/console/table.js";
import { RECORDS_FILE } from "../../harness/run/run-dir.js";
import { median } from "../../harness/stats/quantile.js";
import { packageRoot } from "../../storage/package-root.js";
import { writeDrawnRuns } from "./drawn-runs.js";

const { values: flags } = parseArgs({
  options: {
    cells: { type: "string", default: "1000" },
    launches: { type: "string", default: "20" },
    rounds: { type: "string", default: "5" },
    limit: { type: "string", default: "2" },
    json: { type: "boolean", default: false },
  },
});

const work = mkdtempSync(join(tmpdir(), "ncf-bench-compare-"));
try {
  const [base, next] = await writeDrawnRuns(work, Number(flags.cells), Number(flags.launches));
  const bytes = [base, next].map((dir) => statSync(join(dir, RECORDS_FILE)).size);
  const compare = ["compare", base, next, "--json"];
  const seconds: Record<string, number[]> = { compare: [], "compare --help": [] };
  for (let round = 0; round < Number(flags.rounds); round++) {
    seconds.compare!.push(timed(compare, [1]));
    seconds["compare --help"]!.push(timed(["compare", "--help"], [0]));
  }
  const slowest = median(seconds.compare!);
  if (flags.json) {
    process.stdout.write(`${JSON.stringify({ bytes, cpus: cpus().length, load: loadavg(), seconds }, null, 2)}\n`);
  } else {
    process.stderr.write(
      `${flags.cells} cells x ${flags.launches} launches, two runs of ${formatBytes(bytes[0]!)}, ${cpus().length} CPUs, load ${loadavg()[0]!.toFixed(2)}\n`,
    );
    const rows = Object.entries(seconds).map(([name, each]) => [
      name,
      formatSeconds(median(each)),
      each.map((value) => value.toFixed(2)).join(" "),
    ]);
    process.stdout.write(
      renderTable([{ title: "command" }, { title: "median", align: "right" }, { title: "each (s)" }], rows),
    );
  }
  if (slowest > Number(flags.limit)) process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Seconds of a command from start to exit. Throws where it exits with another code than these. */
function timed(argv: readonly string[], codes: readonly number[]): number {
  const begin = performance.now();
  const options = { cwd: work, maxBuffer: 2 ** 30, env: { ...process.env, NO_COLOR: "1" } };
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(packageRoot(), "dist/harness/cli/bin.js"), ...argv],
    options,
  );
  const seconds = (performance.now() - begin) / 1000;
  if (!codes.includes(status ?? -1)) throw new Error(`${argv.join(" ")} exited with ${status}: ${stderr}`);
  return seconds;
}
