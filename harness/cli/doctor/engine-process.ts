import { join } from "node:path";
import { packageRoot } from "../../../storage/package-root.js";
import type { Cell } from "../../../suites/cell.js";
import type { SelfCheck } from "../../../suites/ncf/self-check.js";
import type { MachineView, Unsupported } from "../../../suites/suite.js";
import { probe } from "../../machine/probe.js";

export type PlacedEngine = Pick<Cell, "engine" | "backend" | "gpus">;

export interface EngineQuestion {
  task: "check" | "time";
  cell: PlacedEngine;
  machine: MachineView;
}

export type EngineAnswer =
  /** `gpuProcesses`: UUIDs of the GPUs on which the driver saw the process; null where none was asked for. */
  | ({ kind: "check"; gpuProcesses: string[] | null } & SelfCheck)
  | { kind: "time"; seconds: number; items: number }
  | ({ kind: "unsupported" } & Unsupported)
  | { kind: "failed"; reason: string };

/**
 * Asks one engine in a process of its own, with the environment that launches get: GPUs in PCI order, and nothing written
 * (compiled programs are not kept). A crash or a hang is an answer, too.
 */
export async function askEngine(question: EngineQuestion, env: NodeJS.ProcessEnv): Promise<EngineAnswer> {
  const script = join(packageRoot(), "dist", "harness", "cli", "doctor", "engine-worker.js");
  const said = await probe(process.execPath, [script, JSON.stringify(question)], {
    env: { ...env, CUDA_DEVICE_ORDER: "PCI_BUS_ID", NCF_BENCH_NO_COMPILE_CACHE: "1" },
    timeoutSeconds: 120,
  });
  if (!said.ok) return { kind: "failed", reason: said.reason.replace(process.execPath, "its process") };
  return JSON.parse(said.stdout.trim().split("\n").at(-1)!) as EngineAnswer;
}
