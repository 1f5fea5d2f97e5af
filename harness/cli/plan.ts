import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { formatSeconds } from "../console/format.js";
import { renderTable } from "../console/table.js";
import { visible } from "../console/visible.js";
import { describeMachine } from "../machine/describe.js";
import type { LaunchRecord } from "../record/schema.js";
import { listRuns, resolveRun } from "../run/run-dir.js";
import { median } from "../stats/quantile.js";
import { addBaselineOptions, type BaselineOptions, type PlannedAgainst, planWithBaseline } from "./baseline-options.js";
import type { Register } from "./command.js";
import { type Io, outJson } from "./io.js";
import { launchPlanText } from "./launch-plan-text.js";
import { addMatrixOptions, type PlannedMatrix } from "./matrix-options.js";
import { planAdvice, tellAdvice } from "./plan-advice.js";
import { planForTarget } from "./plan-target.js";

export const registerPlan: Register = (program, { io, action }) => {
  const command = program
    .command("plan")
    .description("show what a run would measure: cells, launches, order, and what this machine cannot do and why");
  addBaselineOptions(addMatrixOptions(command))
    .option(
      "--target <gpus>",
      "compile each cell for GPUs that need not be here, e.g. h100x8, and say what it needs there",
    )
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  ncf-bench plan\n  ncf-bench plan --matrix dgx1 --cell mode=train precision=fp16\n  ncf-bench plan --matrix ./own.yaml --json\n  ncf-bench plan --baseline v1 --budget 20m\n  ncf-bench plan --matrix dgx1 --target v100-16gx8\n\nExit codes: 0 planned; 2 wrong usage or input; with --target 5 where a cell does not compile or does not fit.",
    )
    .action(
      action(async ({ target, ...options }: BaselineOptions & { target?: string; json?: boolean }) => {
        if (target !== undefined && options.baseline !== undefined) {
          throw new UserError({
            code: "usage.target",
            what: "a machine that need not be here has no baseline, so it contradicts --baseline",
            where: "--target",
            hint: "give one of the two",
          });
        }
        if (target !== undefined) return planForTarget(target, options, io);
        const { planned, against } = await planWithBaseline(options, io.cwd, await describeMachine({ env: io.env }));
        await printPlan(planned, io, options.json === true, against);
        return ExitCode.Ok;
      }),
    );
};

/** Prints a plan as a table and a few lines, or as JSON. The time is estimated from earlier launches of the same cells. */
export async function printPlan(
  { plan, matrix, path }: PlannedMatrix,
  io: Io,
  json: boolean,
  against: PlannedAgainst | null,
): Promise<void> {
  if (against === null) tellAdvice(plan, io);
  const known = await earlierSeconds(io.cwd);
  const each = plan.cells.map(({ key }) => known.get(key) ?? null);
  const cost = plan.order.map(([index]) => each[index] ?? null);
  const estimate = cost.every((seconds) => seconds !== null) ? cost.reduce((sum, s) => sum + s, 0) : null;
  if (json) {
    outJson(io, {
      matrix: { name: matrix.name, description: matrix.description, path },
      seed: plan.seed,
      cells: plan.cells.map((cell, i) => ({ ...cell, unsupported: plan.unsupported[i], secondsPerLaunch: each[i] })),
      order: plan.order,
      estimatedSeconds: plan.order.length > 0 ? estimate : null,
      design: planAdvice(plan),
      ...(against === null ? {} : { against: againstJson(against) }),
    });
    return;
  }
  io.out(`${visible(`${matrix.name}: ${matrix.description}`)}\n\n`);
  const rows = plan.cells.map((cell, i) => {
    const refused = plan.unsupported[i];
    return [
      String(i + 1),
      cell.key,
      refused ? "0" : String(cell.launches),
      each[i] === null || refused ? "" : formatSeconds(each[i]!),
      refused ? `unsupported: ${refused.reason}${refused.hint ? ` (${refused.hint})` : ""}` : "",
    ];
  });
  const columns = [
    { title: "#", align: "right" as const },
    { title: "cell" },
    { title: "launches", align: "right" as const },
    { title: "a launch", align: "right" as const },
    { title: "note" },
  ];
  io.out(renderTable(columns, rows, io.columns === undefined ? {} : { width: io.columns }));
  const order = plan.order.map(([index]) => index + 1);
  if (order.length > 0) {
    io.out(`\n${order.length} launches, interleaved by seed ${plan.seed}: ${shorten(order.join(" "))}\n`);
    io.out(
      estimate === null ? "Time: not known before the first run here.\n" : `Time: about ${formatSeconds(estimate)}.\n`,
    );
    if (against !== null) io.out(`\n${launchPlanText(against, io.columns)}`);
  } else io.out("\nNothing to launch: this machine supports none of the cells.\n");
}

function againstJson({ base, label, launchPlan, unknown, missing, confirm }: PlannedAgainst) {
  return { baseline: label, run: base.manifest.run, confirm, ...launchPlan, unknown, missing };
}

/** Median seconds of a good launch by cell key, over the newest ten runs here. */
async function earlierSeconds(cwd: string): Promise<Map<string, number>> {
  const seconds = new Map<string, number[]>();
  for (const { dir } of (await listRuns(cwd)).slice(0, 10)) {
    const records: LaunchRecord[] = await resolveRun(dir, cwd).then(
      (run) => run.records,
      () => [],
    );
    for (const { key, status, durationSeconds } of records) {
      if (status === "ok") seconds.set(key, [...(seconds.get(key) ?? []), durationSeconds]);
    }
  }
  return new Map([...seconds].map(([key, values]) => [key, median(values)]));
}

function shorten(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, text.lastIndexOf(" ", 97))} …`;
}
