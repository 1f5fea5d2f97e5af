import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { loadPublished } from "../../reference/load.js";
import { gpuTargets, parseTarget } from "../../xla/targets/gpus.js";
import { formatSeconds } from "../console/format.js";
import { visible } from "../console/visible.js";
import { compileInWorker } from "../run/compile.js";
import { type Io, outJson, paint } from "./io.js";
import { type MatrixOptions, selectedCells } from "./matrix-options.js";
import { type CellOnTarget, onTarget } from "./target/row.js";
import { targetTable } from "./target/table.js";

/** Seconds that one cell may take to compile where nobody says how many. */
const TIMEOUT_SECONDS = 900;

/**
 * `plan --target`: compiles each cell for GPUs that this machine need not have, one after the other, each in a process of its
 * own, and prints what it needs and does there. A cell that cannot be compiled is a row with its reason.
 */
export async function planForTarget(
  text: string,
  options: MatrixOptions & { json?: boolean },
  io: Io,
): Promise<ExitCode> {
  const parsed = parseTarget(text);
  if (!parsed) {
    throw new UserError({
      code: "plan.target",
      what: `"${text}" is no target`,
      where: "--target",
      hint: `use ${gpuTargets.map(({ name }) => name).join(", ")}, and xN for N of them, e.g. h100x8`,
    });
  }
  if (options.emulate) {
    throw new UserError({
      code: "plan.target",
      what: "emulated cells run on the CPU",
      where: "--target",
      hint: "leave out --emulate",
    });
  }
  const { target: gpu, count } = parsed;
  const target = { name: gpu.name, count };
  const { matrix, suite, cells, sources } = await selectedCells(options, io.cwd, ({ compiler }) => compiler.engine);
  const planned = cells.map((cell) => ({ ...cell, options: suite.parseOptions(cell.options, cell.cell) }));
  const refused = planned.map(({ cell }) => suite.compiler.unsupported(cell, target));
  const missing = refused.find((reason) => reason?.code === "plugin");
  if (missing) {
    throw new UserError({
      code: "plan.plugin",
      what: missing.reason,
      where: "--target",
      ...(missing.hint === undefined ? {} : { hint: missing.hint }),
    });
  }
  const { devices } = await loadPublished();
  const device = devices.find(({ id }) => id === gpu.device) ?? null;
  const rows: CellOnTarget[] = [];
  io.err(`compiling ${planned.length} cells for ${count} x ${gpu.description}\n`);
  for (const [index, { cell, key, options: own }] of planned.entries()) {
    if (io.signal.aborted) break;
    const unsupported = refused[index] ?? null;
    if (unsupported) {
      rows.push(onTarget({ cell, key }, { unsupported }, gpu, device));
      continue;
    }
    const minRatings = typeof own.minRatings === "number" ? own.minRatings : undefined;
    const counts = await suite.compiler.counts(sources.get(cell.dataset) ?? cell.dataset, minRatings);
    const began = performance.now();
    const result = await compileInWorker(
      { task: "compile", cell, options: own, counts, target },
      { timeoutSeconds: options.timeout ?? TIMEOUT_SECONDS, signal: io.signal, env: io.env },
    );
    if (io.signal.aborted) break;
    const row = onTarget({ cell, key }, result, gpu, device);
    rows.push(row);
    const took = formatSeconds((performance.now() - began) / 1000);
    io.err(
      `${index + 1}/${planned.length}  ${took}  ${visible(`${key}${row.failure ? `: ${row.failure.message}` : ""}`)}\n`,
    );
  }
  if (options.json) {
    outJson(io, { schema: "ncf-bench.target-plan/1.0", matrix: matrix.name, target, gpu, cells: rows });
  } else io.out(targetTable(rows, gpu, count, io.columns));
  if (rows.length < planned.length) {
    io.err(`${paint(io.color.err, "yellow", "stopped:")} ${rows.length} of ${planned.length} cells were compiled\n`);
  }
  return rows.length === planned.length && rows.every(({ fits }) => fits) ? ExitCode.Ok : ExitCode.Incomplete;
}
