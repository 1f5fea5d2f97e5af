import type { Cell } from "../../../cell.js";
import type { MachineView, SentinelReading, Unsupported } from "../../../suite.js";
import type { NcfEngine, NcfSession, OpenRequest } from "../../engine.js";
import { explainFailure } from "./failure.js";
import { EMULATED, pluginFor, xlaBackends } from "./plugin-for.js";

/** NeuMF compiled by XLA through a PJRT plugin, on the CPU or on one or more GPUs. */
export const xlaEngine: NcfEngine = {
  name: "xla",

  unsupported(cell: Cell, machine: MachineView, env?: NodeJS.ProcessEnv): Unsupported | null {
    const refused = unsupportedAxes(cell, machine);
    if (refused) return refused;
    const plugin = pluginFor(cell, machine, env);
    return "unsupported" in plugin ? plugin.unsupported : null;
  },

  explain: explainFailure,

  /** Imported late: planning must not load native code. */
  async open(request: OpenRequest): Promise<NcfSession> {
    const { openXla } = await import("./open.js");
    return openXla(request);
  },

  async sentinel(cell: Cell, machine: MachineView): Promise<SentinelReading> {
    const { xlaSentinel } = await import("./sentinel.js");
    return xlaSentinel(cell, machine);
  },
};

/** Axis values that no plugin can honour on this machine. */
export function unsupportedAxes(cell: Cell, machine: MachineView): Unsupported | null {
  const { backend, gpus, precision } = cell;
  if (backend !== "auto" && !xlaBackends.includes(backend)) {
    return { code: "backend", reason: `the xla engine has no backend "${backend}"`, hint: xlaBackends.join(", ") };
  }
  const emulated = backend === EMULATED;
  const onCpu = gpus === 0 || emulated;
  if (!onCpu && (backend === "cpu" || backend === "cpu-next")) {
    return { code: "gpus", reason: `the plugin ${backend} does not run on a GPU`, hint: "gpus=0" };
  }
  if (gpus === 0 && ["cuda12", "cuda13", "rocm"].includes(backend)) {
    return { code: "gpus", reason: `the plugin ${backend} runs on GPUs, the cell asks for none`, hint: "gpus=1" };
  }
  if (!onCpu && gpus > machine.gpus.length) {
    const visible = machine.gpus.length === 0 ? "no GPU is" : `${machine.gpus.length} are`;
    return {
      code: "gpus",
      reason: `the cell asks for ${gpus} GPU${gpus === 1 ? "" : "s"}, ${visible} visible on this machine`,
      hint: "use fewer, gpus=0 for the CPU, or --emulate to try the cell on virtual devices",
    };
  }
  if (onCpu && !emulated && precision === "tf32") {
    return {
      code: "precision",
      reason: "a CPU has no TensorFloat-32",
      hint: "fp32, or a GPU of compute capability 8.0 or more",
    };
  }
  if (!onCpu && (precision === "tf32" || precision === "bf16")) {
    const old = machine.gpus.find(({ computeCapability }) => Number.parseFloat(computeCapability ?? "8") < 8);
    if (old) {
      return { code: "precision", reason: `${old.model} has no ${precision}`, hint: "fp32 or fp16" };
    }
  }
  return null;
}
