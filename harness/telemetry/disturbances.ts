import type { Warning } from "../../suites/suite.js";
import type { GpuTelemetry, Telemetry } from "../record/schema.js";

/** Shares of CPU time, or of the launch's time, from which on a launch is called disturbed. */
export const LIMITS = { foreignShare: 0.1, stealShare: 0.02, quotaShare: 0.01 };

/** Steal of a shorter launch is a matter of a tick or two. */
const LEAST_SECONDS = 1;

/** What held a launch back or may have, as warnings of its record. They hold no figures, so that equal ones are counted together. */
export function disturbancesOf(telemetry: Telemetry, durationSeconds: number): Warning[] {
  const { cpu, cpuStealShare, gpus } = telemetry;
  const warnings: Warning[] = [];
  const percent = (share: number) => `${share * 100} %`;
  if ((cpu?.foreignShare ?? 0) > LIMITS.foreignShare) {
    const message = `other programs used more than ${percent(LIMITS.foreignShare)} of the machine's CPU time`;
    warnings.push({ code: "disturbed.cpu", message });
  }
  if ((cpuStealShare ?? 0) > LIMITS.stealShare && durationSeconds >= LEAST_SECONDS) {
    const message = `the hypervisor gave more than ${percent(LIMITS.stealShare)} of the CPU time to others`;
    warnings.push({ code: "disturbed.steal", message });
  }
  if ((cpu?.quotaThrottledSeconds ?? 0) > LIMITS.quotaShare * durationSeconds) {
    const message = `the CPU quota of the control group stopped threads for more than ${percent(LIMITS.quotaShare)} of the time`;
    warnings.push({ code: "throttled.cpu", message });
  }
  return [...warnings, ...(gpus ?? []).flatMap(gpuDisturbances)];
}

function gpuDisturbances({ index, throttled, foreign, eccCorrected, eccUncorrected }: GpuTelemetry): Warning[] {
  const gpu = `GPU ${index ?? "of unknown index"}`;
  const warnings: Warning[] = [];
  const reasons = Object.keys(throttled ?? {});
  if (reasons.length > 0) {
    warnings.push({ code: "throttled.gpu", message: `${gpu} held its clock down: ${reasons.join(", ")}` });
  }
  if (foreign !== null && foreign.length > 0) {
    const names = [...new Set(foreign)].join(", ");
    warnings.push({ code: "disturbed.gpu", message: `other programs were on ${gpu}: ${names}` });
  }
  const errors = [
    ...((eccUncorrected ?? 0) > 0 ? ["uncorrected"] : []),
    ...((eccCorrected ?? 0) > 0 ? ["corrected"] : []),
  ];
  if (errors.length > 0) {
    warnings.push({ code: "disturbed.ecc", message: `${gpu} met memory errors: ${errors.join(" and ")}` });
  }
  return warnings;
}

/** Whether a warning says that the machine, and not the program, may have made a launch slow. */
export function isDisturbance(code: string): boolean {
  return code.startsWith("throttled.") || code.startsWith("disturbed.");
}
