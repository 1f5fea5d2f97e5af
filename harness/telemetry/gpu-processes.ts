import { existsSync } from "node:fs";
import { basename } from "node:path";
import { stripVTControlCharacters } from "node:util";

interface Sighting {
  name: string;
  /** It is a process of this system as we see it, so its pid can be compared with ours. */
  known: boolean;
}

/**
 * The programs that nvidia-smi's `--query-compute-apps=gpu_uuid,pid,process_name` tells of. In a container its pids are
 * the host's: a pid that we do not know may be our own worker.
 */
export class GpuProcesses {
  /** By GPU and pid, in the order in which they were first seen. */
  private readonly seen = new Map<string, Map<number, Sighting>>();

  private readonly isKnown: (pid: number) => boolean;

  constructor(isKnown: (pid: number) => boolean = (pid) => existsSync(`/proc/${pid}`)) {
    this.isKnown = isKnown;
  }

  /** Reads one line; false for one that is not about a process. */
  line(text: string): boolean {
    const match = /^\s*(GPU-[^,\s]+|MIG-[^,\s]+)\s*,\s*(\d+)\s*,\s*(.*)$/.exec(stripVTControlCharacters(text));
    if (match === null) return false;
    const [uuid, pid] = [match[1]!, Number(match[2])];
    const processes = this.seen.get(uuid) ?? new Map<number, Sighting>();
    this.seen.set(uuid, processes);
    if (processes.has(pid)) return true;
    const name = /^\[.*\]$/.test(match[3]!) ? "a program" : basename(match[3]!).slice(0, 80) || "a program";
    processes.set(pid, { name, known: this.isKnown(pid) });
    return true;
  }

  /**
   * Names of the programs on a GPU that are not the worker, sorted. Where the worker was not seen by its pid, the unknown
   * process that came last is taken for it.
   */
  foreign(uuid: string, worker: number | null): string[] {
    const others = [...(this.seen.get(uuid) ?? [])].filter(([pid]) => pid !== worker);
    const workerSeen = worker !== null && this.seen.get(uuid)?.has(worker) === true;
    const unknown = others.filter(([, { known }]) => !known);
    const taken = workerSeen ? undefined : unknown.at(-1)?.[0];
    return others
      .filter(([pid]) => pid !== taken)
      .map(([, { name }]) => name)
      .sort();
  }
}
