import type { MachineView } from "../../../suites/suite.js";
import { type Check, fail, ok, warn } from "./check.js";
import { askEngine, type EngineAnswer, type PlacedEngine } from "./engine-process.js";
import { engineId, enginesHere } from "./engines-here.js";

/**
 * Level 2: every engine that is here trains a tiny model where a cell would put it, and its loss and hits are held to the
 * float64 oracle's; on a GPU, what the driver saw says which one it was.
 */
export async function placementChecks(
  machine: MachineView,
  env: NodeJS.ProcessEnv,
  { wanted, onTry }: { wanted(id: string): boolean; onTry(id: string): void },
): Promise<Check[]> {
  const checks: Check[] = [];
  for (const cell of enginesHere(machine, env)) {
    const id = placementId(cell);
    if (!wanted(id)) continue;
    onTry(id);
    checks.push(placementCheck(cell, await askEngine({ task: "check", cell, machine }, env), machine));
  }
  return checks;
}

/** What one engine's answer means. A wrong answer fails: nothing that it measured could be believed. */
export function placementCheck(cell: PlacedEngine, answer: EngineAnswer, machine: MachineView): Check {
  const id = placementId(cell);
  if (answer.kind === "unsupported") {
    return warn(id, answer.reason, answer.hint ?? "ncf-bench doctor --level 1");
  }
  if (answer.kind !== "check") {
    const reason = answer.kind === "failed" ? answer.reason : "it answered another question";
    return warn(id, `it does not run: ${reason}`, `ncf-bench run --engine ${cell.engine} --backend ${cell.backend}`);
  }
  const { engine, loss, expectedLoss, hits, expectedHits, users } = answer;
  const figures = `loss ${loss.toFixed(4)} (oracle ${expectedLoss.toFixed(4)}), ${hits} of ${users} hits (oracle ${expectedHits})`;
  if (!answer.agrees)
    return fail(
      id,
      `wrong answer on ${engine.device}: ${figures}`,
      `do not use ${engineId(cell)} here; report this with: ncf-bench doctor --level 2 --json`,
    );
  if (cell.gpus === 0) return ok(id, `on ${engine.device}: ${figures}`);
  return gpuPlacement(id, `${figures}`, engine.device, answer.gpuProcesses ?? [], machine);
}

const placementId = (cell: PlacedEngine): string => `run.${engineId(cell)}`;

function gpuPlacement(
  id: string,
  figures: string,
  device: string,
  seenOn: readonly string[],
  { gpus }: MachineView,
): Check {
  const first = gpus[0]!;
  const named = `${first.model}${first.uuid ? ` ${first.uuid}` : ""}`;
  if (/^cpu\b/i.test(device)) {
    return fail(id, `it ran on ${device}, not on ${named}`, "ncf-bench doctor --level 1");
  }
  if (seenOn.length === 0) {
    return ok(id, `on ${device} (${named}; the driver does not tell whose processes are on it): ${figures}`);
  }
  const right = first.uuid === null || first.uuid === undefined || seenOn.includes(first.uuid);
  if (right) return ok(id, `on ${device}, where the driver saw it (${seenOn.join(", ")}): ${figures}`);
  return fail(
    id,
    `the driver saw it on ${seenOn.join(", ")}, not on ${named}`,
    "export CUDA_DEVICE_ORDER=PCI_BUS_ID, or name the GPU by its UUID in CUDA_VISIBLE_DEVICES",
  );
}
