import { cachePath } from "../../../storage/cache-dir.js";
import { probeTfjs } from "../../../suites/ncf/engines/tfjs/backends.js";
import type { MachineView } from "../../../suites/suite.js";
import { findPlugin } from "../../../xla/plugins/find.js";
import { type PluginName, pluginNames } from "../../../xla/plugins/pins.js";
import type { PlacedEngine } from "./engine-process.js";

const CPU_PLUGINS: readonly PluginName[] = ["cpu", "cpu-next"];

/** Every engine and backend that can be tried here, each on the first GPU where it is made for GPUs. */
export function enginesHere({ gpus }: MachineView, env: NodeJS.ProcessEnv): PlacedEngine[] {
  const places = { cacheRoot: cachePath(env), env };
  const runsHere = (onGpu: boolean) => !onGpu || gpus.length > 0;
  const plugins = pluginNames.filter((name) => findPlugin(name, places) !== null);
  const xla = env.NCF_BENCH_PJRT_PLUGIN
    ? [{ engine: "xla", backend: "auto", gpus: Math.min(1, gpus.length) }]
    : plugins.map((backend) => ({ engine: "xla", backend, gpus: CPU_PLUGINS.includes(backend) ? 0 : 1 }));
  const tfjs = probeTfjs()
    .filter(({ usable }) => usable)
    .map(({ backend }) => ({ engine: "tfjs", backend, gpus: backend === "tfjs-node-gpu" ? 1 : 0 }));
  return [...xla, ...tfjs].filter((placed) => runsHere(placed.gpus > 0));
}

/** `xla.cpu`, `tfjs.wasm`. */
export function engineId({ engine, backend }: PlacedEngine): string {
  return backend === "auto" ? engine : `${engine}.${backend}`;
}
