import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { acquireLock } from "../../storage/lock.js";
import { storageError } from "../../storage/storage-error.js";
import { RECORDS_FILE, type Run } from "../run/run-dir.js";
import { type Accepted, type AcceptedCell, appendAccepted, readAccepted } from "./accepted.js";
import { type Baseline, baselinesFolder, readBaseline, saveBaseline } from "./baseline.js";
import { type CompareRunsOptions, compareRuns } from "./compare.js";
import { isIncomplete } from "./gate.js";
import type { CellComparison, Comparison } from "./types.js";

export interface AcceptOptions extends Pick<CompareRunsOptions, "metricsOf" | "margin" | "alpha"> {
  cwd: string;
  /** Name of the baseline that the run becomes. */
  name: string;
  /** How the user named the run. */
  label: string;
  because: string;
  by: string;
  /** Accept a run in which less was measured than was planned, or than the baseline has. */
  force: boolean;
  now?: Date;
}

export interface AcceptResult {
  entry: Accepted;
  comparison: Comparison;
  baseline: Baseline;
}

/**
 * Makes a run the baseline of a name that exists, and adds to the reviewed file who said so, why, and what was slower, faster
 * or open then. Both or neither: the entry comes first and is taken away where the baseline cannot be replaced; after a crash
 * between the two the same call goes on. Throws `UserError` for a reason that says nothing, for another machine or protocol,
 * and for a run that lacks launches or cells, without `force`.
 */
export async function acceptRun(run: Run, options: AcceptOptions): Promise<AcceptResult> {
  const { cwd, name, label, force, metricsOf, margin, alpha } = options;
  const because = requireReason(options.because);
  const { run: base } = await readBaseline(name, cwd, { samples: false });
  if (base.manifest.run === run.manifest.run) throw alreadyAccepted(name, run.manifest.run);
  const comparison = compareRuns(base, run, {
    metricsOf,
    ...(margin === undefined ? {} : { margin }),
    ...(alpha === undefined ? {} : { alpha }),
    labels: { base: name, next: label },
  });
  requireComparable(comparison, name);
  const short = shortOf(comparison);
  if (short !== null && !force) throw incomplete(short, run);
  const release = await lockBaselines(cwd);
  let undo = async (): Promise<void> => undefined;
  let entry: Accepted | undefined;
  try {
    const baseline = await saveBaseline(name, run, {
      cwd,
      force: true,
      sealed: async (seal) => {
        const stated = {
          baseline: name,
          run: run.manifest.run,
          records: seal.files[RECORDS_FILE]!.sha256,
          replaces: base.manifest.run,
        };
        entry = await unfinished(cwd, { ...stated, because });
        if (entry !== undefined) return;
        const at = (options.now ?? new Date()).toISOString();
        entry = { ...stated, at, by: options.by, because, incomplete: short !== null, ...acceptedChange(comparison) };
        undo = await appendAccepted(cwd, entry);
      },
    });
    return { entry: entry!, comparison, baseline };
  } catch (error) {
    await undo();
    throw error;
  } finally {
    await release();
  }
}

/** The last entry under the name, where it is this one: its writer ended before the baseline was replaced. */
async function unfinished(
  cwd: string,
  stated: Pick<Accepted, "baseline" | "records" | "replaces" | "because">,
): Promise<Accepted | undefined> {
  const last = (await readAccepted(cwd)).findLast(({ baseline }) => baseline === stated.baseline);
  const same = (["records", "replaces", "because"] as const).every((field) => last?.[field] === stated[field]);
  return same ? last : undefined;
}

function acceptedChange({ counts, cells }: Comparison): Pick<Accepted, "verdicts" | "cells"> {
  return {
    verdicts: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    cells: cells.filter(({ verdict }) => verdict !== "same").map(acceptedCell),
  };
}

function acceptedCell({ key, verdict, gated }: CellComparison): AcceptedCell {
  const { effect, base, next, metric, unit } = gated;
  const relative = (ratio: number | null) => (ratio === null ? null : rounded(ratio - 1));
  return {
    cell: key,
    metric,
    verdict,
    change: effect === null ? null : rounded(effect.ratio - 1),
    interval: effect === null ? null : [relative(effect.low), relative(effect.high)],
    medians: [base.median, next.median],
    unit,
  };
}

/** To a hundredth of a percent: the file is for people, and the figures behind it lie in the records. */
function rounded(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}

/** Holds the name from the reading of the file to the replacing of the baseline. */
async function lockBaselines(cwd: string): Promise<() => Promise<void>> {
  const folder = baselinesFolder(cwd);
  await mkdir(folder, { recursive: true }).catch((error) => {
    throw storageError(error, folder, "could not make the folder");
  });
  const lock = await acquireLock(join(folder, ".accept.lock"));
  return () => lock.release();
}

function requireReason(because: string): string {
  const reason = because.trim();
  if (/\p{L}/u.test(reason)) return reason;
  throw new UserError({
    code: "accept.no-reason",
    what: `${JSON.stringify(because)} is no reason`,
    where: "--because",
    hint: "say what changed and why that is right: whoever reviews the file has only this",
  });
}

/** A baseline stands for one machine and one protocol: what differs there is a new baseline, not a new state of this one. */
function requireComparable({ refused, cells }: Comparison, name: string): void {
  const hint = "keep it under a name of its own: ncf-bench baseline save NAME RUN";
  if (refused !== null) {
    const what = `${refused.message}, so it cannot take the place of ${name}`;
    throw new UserError({ code: "accept.refused", what, hint, exitCode: ExitCode.Refused });
  }
  const other = cells.find(({ reason }) => /^(protocol|backend)-/.test(reason.code));
  if (other === undefined) return;
  const what = `${other.reason.message}, so it cannot take the place of ${name}`;
  throw new UserError({ code: "accept.refused", what, where: other.key, hint, exitCode: ExitCode.Refused });
}

/** What of the plan or of the old baseline the run lacks; null where it has all. */
function shortOf({ cells, added }: Comparison): string | null {
  const short = [
    ...cells
      .filter(({ gated }) => gated.base.valid > 0 && isIncomplete(gated))
      .map((cell) => [cell.key, cell.gated.next]),
    ...added.filter(({ next }) => next.valid < next.planned).map(({ key, next }) => [key, next]),
  ] as [string, { planned: number; valid: number }][];
  if (short.length === 0) return null;
  const [key, { planned, valid }] = short[0]!;
  const what = planned === 0 ? "is not in it" : `has ${valid} valid launches of ${planned} planned`;
  return `${key} ${what}${short.length === 1 ? "" : `, and ${short.length - 1} more cells are short`}`;
}

function incomplete(short: string, { manifest, dir }: Run): UserError {
  return new UserError({
    code: "accept.incomplete",
    what: `less was measured than was planned: ${short}`,
    where: dir,
    hint: `measure the rest: ncf-bench run --resume ${manifest.run}; or accept it as it is: --force`,
    exitCode: ExitCode.Incomplete,
  });
}

function alreadyAccepted(name: string, run: string): UserError {
  return new UserError({
    code: "accept.same-run",
    what: `${name} is the run ${run} already`,
    hint: `ncf-bench baseline show ${name} says why`,
  });
}
