import { UnsupportedError } from "../../../suites/ncf/engine.js";
import { selfCheck, timeEpoch } from "../../../suites/ncf/self-check.js";
import { probe } from "../../machine/probe.js";
import type { EngineAnswer, EngineQuestion } from "./engine-process.js";

/**
 * Run in a process of its own by the doctor, so that a crash of native code ends only this process: answers one question
 * about one engine as JSON on the last line of stdout.
 */
const question = JSON.parse(process.argv[2]!) as EngineQuestion;

async function answer({ task, cell, machine }: EngineQuestion): Promise<EngineAnswer> {
  try {
    if (task === "time") return { kind: "time", ...(await timeEpoch(cell, machine)) };
    const seen = await selfCheck(cell, machine);
    return { kind: "check", ...seen, gpuProcesses: cell.gpus > 0 ? await gpusOfThisProcess() : null };
  } catch (error) {
    if (error instanceof UnsupportedError) return { kind: "unsupported", ...error.unsupported };
    return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}

/** UUIDs of the GPUs on which the driver sees this process; empty in containers, whose pids are not the driver's. */
async function gpusOfThisProcess(): Promise<string[]> {
  const said = await probe("nvidia-smi", ["--query-compute-apps=gpu_uuid,pid", "--format=csv,noheader"]);
  if (!said.ok) return [];
  const rows = said.stdout.split("\n").map((line) => line.split(",").map((field) => field.trim()));
  return rows.flatMap(([uuid, pid]) => (Number(pid) === process.pid && uuid ? [uuid] : []));
}

process.stdout.write(`\n${JSON.stringify(await answer(question))}\n`);
// A PJRT client of a GPU may keep threads that would hold the process.
process.exit(0);
