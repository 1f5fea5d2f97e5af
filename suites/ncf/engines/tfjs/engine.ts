import type { Cell } from "../../../cell.js";
import type { MachineView, SentinelReading, Unsupported } from "../../../suite.js";
import type { NcfEngine, NcfSession, OpenRequest } from "../../engine.js";

/** Backends by the names that the `backend` axis takes. */
export const tfjsBackends = ["tfjs-node-gpu", "tfjs-node", "wasm", "cpu"] as const;
export type TfjsBackend = (typeof tfjsBackends)[number];

/** NeuMF in TensorFlow.js core operations, on the backend that the cell asks for. */
export const tfjsEngine: NcfEngine = {
  name: "tfjs",

  unsupported(cell: Cell, machine: MachineView): Unsupported | null {
    if (cell.backend !== "auto" && !tfjsBackends.some((name) => name === cell.backend)) {
      return {
        code: "backend",
        reason: `TensorFlow.js has no backend "${cell.backend}"`,
        hint: tfjsBackends.join(", "),
      };
    }
    if (cell.precision !== "fp32") {
      return {
        code: "precision",
        reason: `TensorFlow.js computes in float32 only, not in ${cell.precision}`,
        hint: "use an engine that has this precision",
      };
    }
    if (cell.xla !== "off") {
      return { code: "xla", reason: "TensorFlow.js does not compile by XLA", hint: "use xla=off, or another engine" };
    }
    if (cell.gpus > 1) {
      return { code: "gpus", reason: `TensorFlow.js trains on one GPU at most, not on ${cell.gpus}`, hint: "gpus=1" };
    }
    if (cell.gpus === 1 && !machine.gpus.some((gpu) => /nvidia/i.test(gpu.vendor))) {
      return { code: "gpus", reason: "no NVIDIA GPU is visible on this machine", hint: "use gpus=0 for the CPU" };
    }
    if (cell.gpus === 1 && cell.backend !== "auto" && cell.backend !== "tfjs-node-gpu") {
      return {
        code: "gpus",
        reason: `the backend ${cell.backend} does not run on a GPU`,
        hint: "backend=tfjs-node-gpu",
      };
    }
    if (cell.gpus === 0 && cell.backend === "tfjs-node-gpu") {
      return {
        code: "gpus",
        reason: "the backend tfjs-node-gpu runs on a GPU, the cell asks for none",
        hint: "gpus=1",
      };
    }
    return null;
  },

  /** Imported late: TensorFlow.js takes a second to load, and planning must not pay for it. */
  async open(request: OpenRequest): Promise<NcfSession> {
    const { openTfjs } = await import("./session.js");
    return openTfjs(request);
  },

  async sentinel(cell: Cell): Promise<SentinelReading> {
    const { tfjsSentinel } = await import("./sentinel.js");
    return tfjsSentinel(cell);
  },
};
