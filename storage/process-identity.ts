import { readdirSync, readFileSync } from "node:fs";

/**
 * When a process was started, as the kernel counts it: with the pid it names one process for good, where a pid alone is
 * reused. Null where the process is gone, empty where the system does not tell (no /proc).
 */
export function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The command name in parentheses may hold anything, so fields are counted from its end; start time is field 22.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return null;
    return `${bootId()}/${fields[19] ?? ""}`;
  } catch {
    return alive(pid) ? "" : null;
  }
}

/**
 * Living processes, our own left out, that were started with this variable in their environment: whatever session or
 * group they moved to. Linux only; elsewhere none is found. Zombies do not count.
 */
export function processesWithVariable(name: string, value: string): number[] {
  let entries: string[];
  try {
    entries = readdirSync("/proc");
  } catch {
    return [];
  }
  const wanted = `\0${name}=${value}\0`;
  return entries
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => pid !== process.pid && `\0${environment(pid)}\0`.includes(wanted));
}

function environment(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, "latin1");
  } catch {
    return "";
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function bootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim();
  } catch {
    return "";
  }
}
