import { ExitCode } from "../errors/exit-code.js";
import { UserError } from "../errors/user-error.js";
import type { RunData } from "../harness/compare/run-data.js";
import { LaunchRecord } from "../harness/record/schema.js";
import { RunManifest } from "../harness/run/manifest.js";
import { canonicalJson } from "../storage/canonical-json.js";
import { encodeNonFinite } from "../storage/checked-line.js";
import { suiteMetrics } from "../suites/metrics.js";
import { pageDiscrepancies } from "./dom-diff.js";
import { embeddedText, parseEmbedded } from "./embedded.js";
import { renderHtml } from "./html.js";
import { modelOfRaw, type RawReport } from "./raw.js";
import { type Discrepancy, metricDiscrepancies } from "./recompute.js";
import { cleanLine } from "./text.js";
import { programVersion } from "./write.js";

export interface Verification {
  run: string;
  baseline: string | null;
  cells: number;
  launches: number;
  discrepancies: Discrepancy[];
}

/**
 * Computes a report again from the raw figures that it carries, drawings included, and lists all that is otherwise in the
 * page; likewise what of the records themselves does not follow from their samples. With `measured`, the records are held
 * against those of the run's folder too. Throws `UserError` for a page without readable figures, and for one of another
 * version, whose words and drawings may rightly be others.
 */
export function verifyReport(html: string, where: string, measured: RunData | null = null): Verification {
  const raw = parseEmbedded(embeddedText(html, where), where);
  requireSameVersion(raw, where);
  const model = computed(raw, where);
  const again = renderHtml(model, raw);
  const records = [raw.run, ...(raw.baseline === null ? [] : [raw.baseline.run])];
  return {
    run: cleanLine(raw.run.manifest.run),
    baseline: raw.baseline && cleanLine(raw.baseline.labels.base),
    cells: model.cells.length,
    launches: records.reduce((sum, run) => sum + run.records.length, 0),
    discrepancies: [
      ...metricDiscrepancies(raw.run, "run"),
      ...(raw.baseline === null ? [] : metricDiscrepancies(raw.baseline.run, "baseline")),
      ...(measured === null ? [] : recordDiscrepancies(raw.run, measured)),
      ...(again === html ? [] : pageDiscrepancies(html, again)),
    ],
  };
}

function computed(raw: RawReport, where: string) {
  try {
    for (const { manifest, records } of [raw.run, ...(raw.baseline === null ? [] : [raw.baseline.run])]) {
      RunManifest.parse(manifest);
      for (const record of records) LaunchRecord.parse(record);
    }
    return modelOfRaw(raw, suiteMetrics);
  } catch (error) {
    throw new UserError({
      code: "verify.data-damaged",
      what: "the raw figures inside are not those of a run",
      where,
      hint: "the page was changed or cut after it was written; `ncf-bench report RUN` writes it again",
      cause: error,
    });
  }
}

function requireSameVersion({ writer }: RawReport, where: string): void {
  if (writer === programVersion()) return;
  const version = cleanLine(String(writer));
  throw new UserError({
    code: "verify.version",
    what: `written by ncf-bench ${version}, and this is ${programVersion()}, whose words and drawings may differ`,
    where,
    hint: `verify it with that version, or by the button in the page: npx ncf-bench@${version} verify ${where}`,
    exitCode: ExitCode.Refused,
  });
}

/** Records of the page that the run's folder does not hold, or holds otherwise, and the other way round. */
function recordDiscrepancies(page: RunData, measured: RunData): Discrepancy[] {
  const index = (records: readonly LaunchRecord[]) => new Map(records.map((record) => [record.id, record]));
  const [own, theirs] = [index(page.records), index(measured.records)];
  return [...new Set([...own.keys(), ...theirs.keys()])].flatMap((id) => {
    const [a, b] = [own.get(id), theirs.get(id)];
    const { key, launch } = (a ?? b)!;
    const where = `records, ${cleanLine(key)}, launch ${launch + 1}`;
    if (a === undefined) return [{ where, said: "(nothing)", computed: "in the run's folder" }];
    if (b === undefined) return [{ where, said: "in the page", computed: "(nothing)" }];
    const text = (record: LaunchRecord) => canonicalJson(encodeNonFinite(record));
    return text(a) === text(b) ? [] : [{ where, said: "in the page", computed: "otherwise in the run's folder" }];
  });
}
