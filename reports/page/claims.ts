import type { CellReport } from "../cells.js";
import { highlights } from "../highlights.js";
import type { ReportModel } from "../model.js";
import type { Discrepancy } from "../recompute.js";
import { count } from "../summary.js";
import type { PageDocument } from "./dom.js";

/** What a part of the page says, in the order in which it says it. */
interface Claim {
  where: string;
  selector: string;
  values: (string | number | null | undefined | false)[];
}

/**
 * Where the page says otherwise than the model: each part must hold the model's words and figures in their order, and no
 * digit besides. Drawings are not looked at.
 */
export function claimDiscrepancies(document: PageDocument, model: ReportModel): Discrepancy[] {
  return claimsOf(model).flatMap(({ where, selector, values }) => {
    const element = document.querySelector(selector);
    if (element === null) return [{ where, said: "(nothing)", computed: "a part of the page" }];
    const text = plain(element.textContent ?? "");
    const found: Discrepancy[] = [];
    let rest = "";
    let at = 0;
    for (const value of values) {
      const wanted = value === null || value === undefined || value === false ? "" : plain(String(value));
      const next = text.indexOf(wanted, at);
      if (next < 0) {
        found.push({ where, said: `… ${text.slice(at, at + 80)} …`, computed: wanted });
        break;
      }
      rest += ` ${text.slice(at, next)}`;
      at = next + wanted.length;
    }
    if (found.length > 0) return found;
    const extra = /[^ ]*\d[^ ]*/.exec(`${rest} ${text.slice(at)}`);
    return extra === null ? [] : [{ where, said: extra[0], computed: "(nothing)" }];
  });
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function claimsOf(model: ReportModel): Claim[] {
  const { summary, references, protocol, machine } = model;
  const facts = (list: readonly { name: string; text: string }[]) => list.flatMap(({ name, text }) => [name, text]);
  const section = (id: string, ...values: Claim["values"]): Claim => ({
    where: `#${id}`,
    selector: `section[aria-labelledby="${id}"]`,
    values,
  });
  return [
    {
      where: "top of the page",
      selector: "header",
      values: [
        model.matrix,
        model.run,
        model.date,
        machine.line,
        ...model.labels,
        `Warnings (${model.warnings.length})`,
      ],
    },
    section(
      "summary",
      ...[summary.headline, summary.baseline, summary.reason, summary.coverage],
      ...summary.lost.flatMap((lost) => [lost.count, lost.kind]),
      summary.nextCommand,
    ),
    ...highlights(model.cells).map(({ title, text, cell }, i) => ({
      where: title,
      selector: `.tiles > div:nth-child(${i + 1})`,
      values: [title, text, cell.label],
    })),
    ...(model.heat.length === 0
      ? []
      : [
          section(
            "matrix",
            ...model.heat.flatMap(({ title, caption, corner, columns, rows }) => [
              ...[title, caption, corner, ...columns],
              ...rows.flatMap(({ name, squares }) => [name, ...squares.map((square) => square?.text)]),
            ]),
          ),
        ]),
    ...(model.environment.length === 0
      ? []
      : [section("environment", ...model.environment.flatMap((one) => [one.class, one.field, one.base, one.next]))]),
    ...(model.fixed.length === 0
      ? []
      : [
          {
            where: "all cells",
            selector: ".fixed",
            values: model.fixed.flatMap(({ title, text }) => [title, text]),
          },
        ]),
    ...model.cells.map((cell) =>
      cellClaim(
        cell,
        model.cells.some(({ ceiling }) => ceiling.value !== null),
      ),
    ),
    ...(references === null
      ? []
      : [
          section(
            "references",
            ...references.rows.flatMap((row) => [
              ...[row.label, row.name, row.measured.text, row.published.text, row.ratio.text, row.band],
              ...[`${row.symbol} ${row.verdict}`, `${row.source}, ${row.where}`, ...row.differences],
            ]),
            ...references.rooflines.flatMap((row) => [
              row.label,
              row.device,
              row.bound.text,
              row.share.text,
              row.invalid,
            ]),
            references.notApplicable,
          ),
        ]),
    section(
      "protocol",
      ...facts(model.datasets),
      ...facts(protocol.common),
      ...protocol.groups.flatMap(({ cells, differing }) => [...cells.map(({ label }) => label), ...facts(differing)]),
      ...(protocol.unknown > 0 ? [protocol.unknown, model.cells.length] : []),
      model.command,
    ),
    section(
      "machine",
      ...[machine.line, machine.fingerprint, model.software],
      ...facts(model.through),
      ...facts(machine.identity),
      ...facts(machine.soft),
    ),
    section(
      "warnings",
      ...model.warnings.flatMap(({ code, message, where, launches }) => [
        ...[code, message, ...where],
        launches > 0 && count(launches, "launch", "launches"),
      ]),
    ),
  ];
}

function cellClaim(cell: CellReport, ceilings: boolean): Claim {
  const { verdict } = cell;
  return {
    where: cell.label,
    selector: `#${cell.slug}`,
    values: [
      ...cell.axes.map(({ text }) => text),
      ...(verdict === null ? [cell.state] : [`${verdict.symbol} ${verdict.verdict}`, verdict.change?.text]),
      ...[cell.median.text, cell.range, cell.noise.text, cell.sees.text, ceilings && cell.ceiling.text, cell.hr.text],
      ...[`${cell.valid} of ${cell.planned}`, ...cell.labels],
      ...(verdict === null ? [] : [verdict.reason, verdict.code, verdict.needed, ...verdict.causes]),
      ...cell.problems.flatMap(({ kind, launches, message, hint }) => [
        ...[kind, `${launches.length} of ${cell.planned}`, message, hint],
      ]),
      cell.rerun,
      ...(cell.engine === null ? [] : [cell.engine.name, cell.engine.device, cell.peakRss.text]),
      ...[cell.label, cell.metric.name],
      ...cell.launches.flatMap((launch) => [
        ...[
          launch.number,
          launch.status,
          launch.value.text,
          launch.hr.text,
          launch.ndcg.text,
          launch.timeToTarget.text,
        ],
        ...[launch.wall.text, launch.peakRss.text, launch.load.text, launch.steal.text, launch.seed],
      ]),
      ...(cell.latency.length === 0 ? [] : [cell.label, "p50", "p90", "p95", "p99"]),
      ...cell.latency.flatMap(({ variant, percentiles, iterations }) => [
        ...[variant, ...percentiles.map(({ seconds }) => seconds.text), iterations],
      ]),
    ],
  };
}
