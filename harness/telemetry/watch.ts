import type { LaunchEvent, LaunchJob, MachineView, Warning } from "../../suites/suite.js";
import type { Telemetry } from "../record/schema.js";
import { disturbancesOf } from "./disturbances.js";
import { energyOf, TimedWork } from "./energy.js";
import { GpuWatch } from "./gpu-watch.js";
import { HostWatch } from "./host-watch.js";

/** Seconds between two looks. nvidia-smi takes driver locks at each, so it looks no oftener than power takes to change. */
const HOST_SECONDS = 1;
const GPU_SECONDS = 0.5;

/** Watches machine and GPUs through one launch. Nothing that goes wrong with watching ends a launch. */
export class LaunchWatch {
  private readonly host: HostWatch;
  private readonly gpus: GpuWatch | null;
  /** Why GPUs that the launch uses are not watched. */
  private readonly blind: string | null;
  private readonly used: number;
  /** The engine's times are scripted, so that nothing on this machine disturbs them. */
  private readonly scripted: boolean;
  private readonly work = new TimedWork();

  /** @param sampling false: looks at the host before and after the launch, and no more. */
  constructor(job: Pick<LaunchJob, "cell" | "machine">, env: NodeJS.ProcessEnv, sampling: boolean) {
    this.host = new HostWatch(sampling ? HOST_SECONDS : null);
    const used = sampling ? usedGpus(job) : [];
    const uuids = used.flatMap(({ vendor, uuid }) => (vendor === "NVIDIA" && uuid ? [uuid] : []));
    this.used = used.length;
    this.scripted = job.cell.engine === "fake";
    const watched = used.length > 0 && uuids.length === used.length;
    this.gpus = watched ? new GpuWatch({ uuids, everySeconds: GPU_SECONDS, env }) : null;
    this.blind = used.length > 0 && !watched ? "only NVIDIA GPUs that tell their UUID are watched" : null;
  }

  workerStarted(pid: number): void {
    this.host.workerStarted(pid);
    this.gpus?.workerStarted(pid);
  }

  event(event: LaunchEvent): void {
    this.work.see(event);
  }

  async end(durationSeconds: number): Promise<{ telemetry: Telemetry; warnings: Warning[] }> {
    const seen = await this.gpus?.end();
    const telemetry: Telemetry = {
      ...this.host.end(),
      samplingSeconds: this.host.lookedSeconds + (seen?.cpuSeconds ?? 0),
    };
    if (seen !== undefined || this.blind !== null) telemetry.gpus = seen?.gpus ?? null;
    const energy = seen?.samples.length === this.used ? energyOf(this.work.parts, seen.samples) : null;
    if (energy !== null) telemetry.energy = energy;
    const reason = seen?.reason ?? this.blind;
    const missing =
      reason === null ? [] : [{ code: "telemetry.gpu", message: `GPUs not watched throughout: ${reason}` }];
    const disturbances = this.scripted ? [] : disturbancesOf(telemetry, durationSeconds);
    return { telemetry, warnings: [...disturbances, ...missing] };
  }
}

/** The GPUs that a launch runs on: the first of the visible ones, as engines take them. Emulated devices are none. */
function usedGpus({ cell, machine }: Pick<LaunchJob, "cell" | "machine">): MachineView["gpus"] {
  return cell.backend === "emulated" ? [] : machine.gpus.slice(0, cell.gpus);
}
