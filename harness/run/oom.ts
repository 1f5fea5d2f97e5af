import { readFileSync } from "node:fs";

/** Processes that the kernel killed for memory in our control group so far; null where it does not tell. */
export function oomKills(): number | null {
  for (const path of candidates()) {
    try {
      const match = /^oom_kill (\d+)$/m.exec(readFileSync(path, "latin1"));
      if (match) return Number(match[1]);
    } catch {
      // Not this layout.
    }
  }
  return null;
}

function candidates(): string[] {
  let own = "";
  try {
    own = /^0::(.*)$/m.exec(readFileSync("/proc/self/cgroup", "latin1"))?.[1] ?? "";
  } catch {
    // No control groups.
  }
  return [
    `/sys/fs/cgroup${own}/memory.events`,
    "/sys/fs/cgroup/memory.events",
    "/sys/fs/cgroup/memory/memory.oom_control",
  ];
}
