import type { ExcludedLaunch } from "../harness/compare/types.js";
import type { LaunchRecord } from "../harness/record/schema.js";
import { bytesFigure, type Figure, metricFigure, qualityFigure, secondsFigure, shareFigure } from "./figure.js";
import { cleanLine } from "./text.js";

/** One launch as a row: what it gave, or why not, and what the machine did meanwhile. */
export interface LaunchReport {
  launch: number;
  /** As people count: from 1, as the progress of a run does. */
  number: number;
  seed: number | null;
  /** `ok`, the failure's kind, or why an ok launch does not count. */
  status: string;
  counts: boolean;
  value: Figure;
  hr: Figure;
  ndcg: Figure;
  timeToTarget: Figure;
  wall: Figure;
  peakRss: Figure;
  /** Load average before the launch: what else ran. */
  load: Figure;
  steal: Figure;
  /** Series by epoch, for the charts. */
  losses: { epoch: number; loss: number }[];
  rates: { epoch: number; hr: number }[];
}

export function launchReport(
  launch: number,
  record: LaunchRecord | undefined,
  excluded: ExcludedLaunch | undefined,
  metric: { name: string; unit: string },
): LaunchReport {
  const load = record?.telemetry.loadAverageBefore ?? null;
  return {
    launch,
    number: launch + 1,
    seed: record?.seed ?? null,
    status: cleanLine(record?.failure?.kind ?? excluded?.code ?? "ok"),
    counts: excluded === undefined,
    value: metricFigure(record?.metrics[metric.name], metric.unit),
    hr: qualityFigure(record?.quality?.hr),
    ndcg: qualityFigure(record?.quality?.ndcg),
    timeToTarget: secondsFigure(record?.quality?.timeToTargetSeconds),
    wall: secondsFigure(record?.durationSeconds),
    peakRss: bytesFigure(record?.memory?.peakRssBytes),
    load: load === null ? { value: null, text: "–" } : { value: load, text: load.toFixed(2) },
    steal: shareFigure(record?.telemetry.cpuStealShare),
    losses: record?.epochs.map(({ epoch, loss }) => ({ epoch, loss })) ?? [],
    rates: record?.evaluations.map(({ epoch, hr }) => ({ epoch, hr })) ?? [],
  };
}
