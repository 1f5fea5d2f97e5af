import { ExitCode } from "../../errors/exit-code.js";
import { getSuite } from "../../suites/suites.js";
import { listBaselines } from "../compare/baseline.js";
import { renderTable } from "../console/table.js";
import { visible } from "../console/visible.js";
import { expandMatrix } from "../matrix/expand.js";
import { builtInMatrices, loadMatrix } from "../matrix/load.js";
import { listRuns, resolveRun } from "../run/run-dir.js";
import type { Register } from "./command.js";
import { type Io, outJson } from "./io.js";

interface Lists {
  matrices: { name: string; cells: number; launches: number; description: string; path: string }[];
  engines: { suite: string; name: string }[];
  baselines: string[];
  runs: { id: string; matrix: string; createdAt: string; valid: number; planned: number; dir: string }[];
}

export const registerList: Register = (program, { io, action }) => {
  program
    .command("list")
    .description("list the built-in matrices, the engines, the baselines and the runs here")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExamples:\n  ncf-bench list\n  ncf-bench list --json | jq -r '.runs[0].id'")
    .action(
      action(async (options: { json?: boolean }) => {
        const lists: Lists = {
          matrices: await matrices(),
          engines: await engines(),
          baselines: await listBaselines(io.cwd),
          runs: await runs(io),
        };
        if (options.json) outJson(io, lists);
        else print(lists, io);
        return ExitCode.Ok;
      }),
    );
};

async function matrices(): Promise<Lists["matrices"]> {
  return Promise.all(
    (await builtInMatrices()).map(async (name) => {
      const { matrix, path } = await loadMatrix(name, ".");
      const cells = expandMatrix({ matrix, defaultEngine: () => "auto", defaultXla: () => "on" }).length;
      return { name, cells, launches: matrix.launches, description: matrix.description, path };
    }),
  );
}

async function engines(): Promise<Lists["engines"]> {
  const suite = getSuite("ncf");
  return suite.engines.map((name) => ({ suite: suite.name, name }));
}

/** The runs under this folder, newest first; one that cannot be read is told on stderr and left out. */
async function runs(io: Io): Promise<Lists["runs"]> {
  const found: Lists["runs"] = [];
  for (const { id, dir } of await listRuns(io.cwd)) {
    try {
      const { manifest, records } = await resolveRun(dir, io.cwd);
      found.push({
        id,
        matrix: manifest.matrix,
        createdAt: manifest.createdAt,
        valid: records.filter(({ status }) => status === "ok").length,
        planned: manifest.cells.reduce((sum, { launches }) => sum + launches, 0),
        dir,
      });
    } catch (error) {
      io.err(`${visible((error as Error).message)}\n`);
    }
  }
  return found;
}

function print({ matrices, engines, baselines, runs }: Lists, io: Io): void {
  const width = io.columns === undefined ? {} : { width: io.columns };
  const right = { align: "right" as const };
  io.out("Matrices (ncf-bench run --matrix NAME)\n\n");
  io.out(
    renderTable(
      [{ title: "name" }, { title: "cells", ...right }, { title: "launches", ...right }, { title: "what" }],
      matrices.map(({ name, cells, launches, description }) => [name, String(cells), String(launches), description]),
      width,
    ),
  );
  io.out(`\nEngines: ${engines.map(({ name }) => name).join(", ")}\n`);
  io.out(`Baselines: ${baselines.length > 0 ? baselines.join(", ") : "none; ncf-bench baseline save NAME RUN"}\n\n`);
  if (runs.length === 0) {
    io.out("No runs here yet: ncf-bench run\n");
    return;
  }
  io.out("Runs\n\n");
  io.out(
    renderTable(
      [{ title: "run" }, { title: "matrix" }, { title: "begun" }, { title: "launches", ...right }],
      runs.map(({ id, matrix, createdAt, valid, planned }) => [id, matrix, createdAt, `${valid}/${planned}`]),
      width,
    ),
  );
}
