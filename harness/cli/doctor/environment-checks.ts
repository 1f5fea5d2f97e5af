import { readFileSync } from "node:fs";
import { type Check, note, ok, warn } from "./check.js";

/** What a container's runtime was told of GPUs: without `compute` there is no CUDA, without `utility` no nvidia-smi. */
export function containerChecks(env: NodeJS.ProcessEnv): Check[] {
  const checks: Check[] = [];
  const { NVIDIA_VISIBLE_DEVICES: devices, NVIDIA_DRIVER_CAPABILITIES: capabilities } = env;
  if (devices === "void" || devices === "none") {
    const fix = "start the container with --gpus all";
    checks.push(warn("gpu.container", `NVIDIA_VISIBLE_DEVICES=${devices} hides every GPU`, fix));
  }
  if (capabilities) {
    const given = capabilities.split(",").map((name) => name.trim());
    const missing = ["compute", "utility"].filter((name) => !given.includes(name) && !given.includes("all"));
    const value = `NVIDIA_DRIVER_CAPABILITIES=${capabilities}`;
    const fix = "start the container with -e NVIDIA_DRIVER_CAPABILITIES=compute,utility";
    checks.push(
      missing.length > 0
        ? warn("gpu.capabilities", `${value} lacks ${missing.join(" and ")}`, fix)
        : ok("gpu.capabilities", value),
    );
  }
  return checks;
}

const CLOCK_SOURCE = "/sys/devices/system/clocksource/clocksource0/current_clocksource";

/** The kernel's clock: reading any other than the processor's own (tsc) or a hypervisor's takes a microsecond and more. */
export function clockChecks(read: () => string = () => readFileSync(CLOCK_SOURCE, "utf8")): Check[] {
  try {
    const source = read().trim();
    return [
      /^(tsc|kvm-clock|hyperv|arch_sys_counter)/.test(source)
        ? ok("clock", source)
        : note("clock", `${source}: slow to read`),
    ];
  } catch {
    return [];
  }
}
