import { ExitCode } from "../../errors/exit-code.js";
import type { UserError } from "../../errors/user-error.js";
import { type Accepted, acceptanceOf, readAccepted } from "../compare/accepted.js";
import { acceptedLine, summaryOf } from "../compare/accepted-line.js";
import { type Baseline, listBaselines, readBaseline, removeBaseline, saveBaseline } from "../compare/baseline.js";
import { renderTable } from "../console/table.js";
import { visible } from "../console/visible.js";
import { resolveRun } from "../run/run-dir.js";
import { acceptedCells } from "./accepted-text.js";
import type { Register } from "./command.js";
import { type Io, outJson } from "./io.js";

interface Listed {
  name: string;
  /** The entry that made it the baseline, where it was accepted with a reason. */
  accepted: Accepted | null;
  /** Null for one that cannot be read. */
  baseline: Baseline | null;
  problem: string | null;
}

export const registerBaseline: Register = (program, { io, action }) => {
  const baseline = program
    .command("baseline")
    .description("keep a run under a name, to compare later runs with")
    .addHelpText(
      "after",
      "\nExamples:\n  ncf-bench baseline save v1\n  ncf-bench baseline save v1 20260102t030405z-ab12cd --force\n  ncf-bench baseline list",
    );
  baseline
    .command("save")
    .description("keep a copy of a run under a name")
    .argument("<name>", "name of the baseline")
    .argument("[run]", "a run's id, its folder, or latest", "latest")
    .option("--force", "replace a baseline of this name")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  ncf-bench baseline save v1\n  ncf-bench baseline save v1 20260102t030405z-ab12cd --force",
    )
    .action(
      action(async (name: string, run: string, options: { force?: boolean; json?: boolean }) => {
        const saved = await saveBaseline(name, await resolveRun(run, io.cwd), {
          cwd: io.cwd,
          force: options.force === true,
        });
        if (saved.launchesOk < saved.launchesPlanned) {
          io.err(`warning: only ${saved.launchesOk} of ${saved.launchesPlanned} launches of this run succeeded\n`);
        }
        if (options.json) outJson(io, saved);
        else io.out(`${name} = ${visible(saved.run)}\n`);
        io.err(`→ compare a later run with it: ncf-bench compare ${name}\n`);
        return ExitCode.Ok;
      }),
    );
  baseline
    .command("list")
    .description("list the baselines here")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExamples:\n  ncf-bench baseline list --json | jq -r '.[].name'")
    .action(
      action(async (options: { json?: boolean }) => {
        const entries = await readAccepted(io.cwd);
        const listed = await Promise.all((await listBaselines(io.cwd)).map((name) => look(name, io.cwd, entries)));
        if (options.json) outJson(io, listed);
        else printList(listed, io);
        for (const { problem } of listed) if (problem !== null) io.err(`warning: ${visible(problem)}\n`);
        return ExitCode.Ok;
      }),
    );
  baseline
    .command("show")
    .description("show what a baseline holds, after checking that it is whole")
    .argument("<name>", "name of the baseline")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExamples:\n  ncf-bench baseline show v1")
    .action(
      action(async (name: string, options: { json?: boolean }) => {
        const { baseline: seal, run } = await readBaseline(name, io.cwd);
        const accepted = (await readAccepted(io.cwd)).filter(({ baseline }) => baseline === name);
        const problem = acceptanceOf(seal, accepted)?.problem ?? null;
        if (options.json) outJson(io, { ...seal, plan: run.manifest.cells, accepted });
        else {
          printOne(
            seal,
            run.manifest.cells.map(({ key, launches }) => [key, String(launches)]),
            io,
          );
          printAccepted(accepted, io);
        }
        if (problem !== null) io.err(`warning: ${visible(problem)}\n`);
        return ExitCode.Ok;
      }),
    );
  baseline
    .command("remove")
    .description("remove a baseline; the run that it was saved from stays")
    .argument("<name>", "name of the baseline")
    .addHelpText("after", "\nExamples:\n  ncf-bench baseline remove v1")
    .action(
      action(async (name: string) => {
        await removeBaseline(name, io.cwd);
        io.err(`removed ${name}\n`);
        return ExitCode.Ok;
      }),
    );
};

async function look(name: string, cwd: string, entries: readonly Accepted[]): Promise<Listed> {
  try {
    const { baseline } = await readBaseline(name, cwd);
    const acceptance = acceptanceOf(baseline, entries);
    return { name, baseline, accepted: acceptance?.entry ?? null, problem: acceptance?.problem ?? null };
  } catch (error) {
    return { name, baseline: null, accepted: null, problem: (error as UserError).message };
  }
}

function printList(listed: readonly Listed[], io: Io): void {
  if (listed.length === 0) {
    io.err("no baselines here yet: ncf-bench baseline save NAME\n");
    return;
  }
  const some = listed.some(({ accepted }) => accepted !== null);
  const columns = [
    { title: "name" },
    { title: "run" },
    { title: "matrix" },
    { title: "saved" },
    { title: "launches" },
    ...(some ? [{ title: "accepted because" }] : []),
  ];
  const rows = listed.map(({ name, baseline, accepted }) => {
    if (baseline === null) return [name, "damaged"];
    const { run, matrix, savedAt, launchesOk, launchesPlanned } = baseline;
    return [
      name,
      run,
      matrix,
      savedAt,
      `${launchesOk}/${launchesPlanned}`,
      ...(accepted ? [summaryOf(accepted.because)] : []),
    ];
  });
  io.out(renderTable(columns, rows, io.columns === undefined ? {} : { width: io.columns }));
}

/** All that was accepted under the name, the oldest first. */
function printAccepted(accepted: readonly Accepted[], io: Io): void {
  const width = io.columns === undefined ? {} : { width: io.columns };
  for (const entry of accepted) {
    io.out(`\n${visible(`${entry.run} was accepted ${acceptedLine(entry)}`)}\n${acceptedCells(entry.cells, width)}`);
  }
}

function printOne(seal: Baseline, cells: string[][], io: Io): void {
  const width = io.columns === undefined ? {} : { width: io.columns };
  io.out(
    `${visible(`${seal.name} = ${seal.run}, saved ${seal.savedAt}`)}, ${seal.launchesOk} of ${seal.launchesPlanned} launches\n\n`,
  );
  io.out(renderTable([{ title: "cell" }, { title: "launches", align: "right" }], cells, width));
}
