import type { Cell } from "../../../cell.js";

export type XlaFlags = Readonly<Record<string, string | number | boolean>>;

/**
 * XLA flags of one compilation for a value of the `xla` axis. `off`: no fusion, so that each operation is a kernel of its
 * own. `on`: the default pipeline. `max`: everything that helps, autotuning to its end.
 */
export function compilerFlags(xla: Cell["xla"], platform: "cpu" | "cuda" | "rocm"): XlaFlags {
  if (xla === "on") return {};
  if (xla === "off") return { xla_disable_hlo_passes: platform === "cpu" ? CPU_FUSION : GPU_FUSION };
  if (platform === "cpu") return { xla_cpu_prefer_vector_width: 512 };
  return {
    xla_gpu_autotune_level: 4,
    xla_gpu_exhaustive_tiling_search: true,
    xla_gpu_enable_latency_hiding_scheduler: true,
  };
}

const CPU_FUSION = "fusion";
const GPU_FUSION = "fusion,priority-fusion,multi_output_fusion,horizontal-loop-fusion,horizontal-input-fusion";
