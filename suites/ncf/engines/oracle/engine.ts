import type { Cell } from "../../../cell.js";
import type { Unsupported } from "../../../suite.js";
import type { NcfEngine } from "../../engine.js";
import { OracleSession } from "./session.js";

/** The truth: float64 on one CPU thread. It runs as `fp32` cells, being more exact than those ask for. */
export const oracleEngine: NcfEngine = {
  name: "oracle",
  unsupported(cell: Cell): Unsupported | null {
    if (cell.backend !== "auto" && cell.backend !== "oracle") {
      return { code: "backend", reason: `the oracle engine has no backend "${cell.backend}"` };
    }
    if (cell.gpus > 0) return { code: "gpus", reason: "the oracle engine runs on the CPU", hint: "--gpus 0" };
    if (cell.precision !== "fp32") {
      return {
        code: "precision",
        reason: `the oracle engine computes in float64 and does not imitate ${cell.precision}`,
        hint: "--precision fp32",
      };
    }
    if (cell.xla !== "off") return { code: "xla", reason: "the oracle engine does not use XLA", hint: "xla=off" };
    return null;
  },
  open: async (request) => new OracleSession(request),
};
