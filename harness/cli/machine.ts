import { ExitCode } from "../../errors/exit-code.js";
import { formatBytes, formatSeconds } from "../console/format.js";
import { renderTable } from "../console/table.js";
import { visible } from "../console/visible.js";
import { describeMachine, type MachineDescription } from "../machine/describe.js";
import { softwareInfo } from "../machine/software.js";
import type { Register } from "./command.js";
import { outJson } from "./io.js";

export const registerMachine: Register = (program, { io, action }) => {
  program
    .command("machine")
    .description("show what is recorded of this machine: host, GPUs, drivers, fingerprint")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExamples:\n  ncf-bench machine\n  ncf-bench machine --json | jq -r .fingerprint")
    .action(
      action(async (options: { json?: boolean }) => {
        const [machine, software] = [await describeMachine({ env: io.env }), await softwareInfo()];
        if (options.json) outJson(io, { ...machine, software });
        else {
          const width = io.columns === undefined ? {} : { width: io.columns };
          const rows = [
            ...machineRows(machine),
            ["ncf-bench", [software.version, software.commit].filter(Boolean).join(" ")],
          ];
          io.out(renderTable([{ title: "what" }, { title: "value" }], rows, width));
        }
        for (const warning of machine.warnings) io.err(`warning: ${visible(JSON.stringify(warning.message))}\n`);
        return ExitCode.Ok;
      }),
    );
};

/** The description as rows of two columns, for people. */
export function machineRows(machine: MachineDescription): string[][] {
  const { host, state, soft } = machine;
  const list = (parts: (string | null)[]) => parts.filter((part) => part !== null && part !== "").join(", ");
  return [
    ["fingerprint", machine.fingerprint],
    [
      "CPU",
      list([
        host.cpu.model,
        `${host.cpu.logicalCpus} logical`,
        host.cpu.physicalCores === null ? null : `${host.cpu.physicalCores} cores`,
        host.cpu.usableCpus < host.cpu.logicalCpus ? `${host.cpu.usableCpus} usable` : null,
        host.cpu.governor === null ? null : `governor ${host.cpu.governor}`,
        host.cpu.microcode === null ? null : `microcode ${host.cpu.microcode}`,
      ]),
    ],
    [
      "memory",
      list([
        formatBytes(host.memory.totalBytes),
        host.memory.limitBytes === null ? null : `limited to ${formatBytes(host.memory.limitBytes)}`,
        `${formatBytes(state.availableMemoryBytes)} available`,
      ]),
    ],
    ["system", list([`${host.os.distribution} ${host.os.release}`, `kernel ${host.os.kernel}`, host.os.arch])],
    ["runs in", list([host.virtualization, host.container]) || "bare metal"],
    ["load", state.loadAverage.map((load) => load.toFixed(2)).join(" ")],
    ["up", formatSeconds(state.uptimeSeconds)],
    ["Node.js", String(soft.node)],
    ...gpuRows(machine),
  ];
}

function gpuRows(machine: MachineDescription): string[][] {
  if (machine.gpus === null) return [["GPUs", `cannot be told: ${machine.gpuReason}`]];
  if (machine.gpus.length === 0) return [["GPUs", `none (${machine.gpuReason})`]];
  const rows = machine.gpus.map((gpu) => {
    const told = [
      gpu.memoryBytes === null ? null : formatBytes(gpu.memoryBytes),
      gpu.driver === null ? null : `driver ${gpu.driver}`,
      gpu.computeCapability === null ? null : `compute capability ${gpu.computeCapability}`,
      gpu.ecc === null ? null : `ECC ${gpu.ecc ? "on" : "off"}`,
      gpu.mig === true ? `MIG ${gpu.migDevices.map((slice) => slice.profile).join(" ") || "on"}` : null,
      gpu.powerLimitWatts === null ? null : `${gpu.powerLimitWatts} W`,
      gpu.maxSmClockMhz === null ? null : `up to ${gpu.maxSmClockMhz} MHz`,
      gpu.uuid,
    ];
    return [
      `GPU ${gpu.index ?? "?"}`,
      [gpu.model ?? "unknown model", ...told.filter((part) => part !== null)].join(", "),
    ];
  });
  if (machine.gpusLimitedBy !== null) {
    rows.push(["GPUs visible", `${machine.view.gpus.length} of ${machine.gpus.length} (${machine.gpusLimitedBy})`]);
  }
  const { cuda } = machine.soft.gpu as { cuda: string | null };
  if (cuda !== null) rows.push(["CUDA", `up to ${cuda}`]);
  return rows;
}
