import { existsSync } from "node:fs";
import { join } from "node:path";
import { cachePath } from "../../../storage/cache-dir.js";
import { packageRoot } from "../../../storage/package-root.js";
import { choosePlugin, type DescribedGpu, gpuFacts } from "../../../xla/plugins/choose.js";
import { type FoundPlugin, findCompiler, findPlugin, type Places } from "../../../xla/plugins/find.js";
import { pluginNames } from "../../../xla/plugins/pins.js";
import { probe } from "../../machine/probe.js";
import { type Check, note, ok, warn } from "./check.js";

const ORIGINS: Record<FoundPlugin["origin"], string> = {
  environment: "named by NCF_BENCH_PJRT_PLUGIN",
  cache: "in the cache",
  python: "in a Python's packages",
};

/**
 * XLA's plugins: which are there, where from, and whether each loads, which is tried in a process of its own; and whether
 * one is there for the GPUs that are visible, and for the CPU.
 */
export async function xlaChecks(gpus: readonly DescribedGpu[], env: NodeJS.ProcessEnv): Promise<Check[]> {
  const places: Places = { cacheRoot: cachePath(env), env };
  const named = env.NCF_BENCH_PJRT_PLUGIN ? findPlugin("cpu", places) : null;
  if (named) return [await namedCheck(named, env)];
  const found = pluginNames.flatMap((name) => findPlugin(name, places) ?? []);
  const checks = await Promise.all(found.map((plugin) => pluginCheck(`xla.${plugin.name}`, plugin, env)));
  for (const name of pluginNames) {
    if (findPlugin(name, places) || !findCompiler(name, places)) continue;
    checks.push(note(`xla.${name}`, "compiles only (plan --target): its run-time libraries are not there"));
  }
  return [...checks, ...wantedChecks(gpus, places)];
}

async function namedCheck(plugin: FoundPlugin, env: NodeJS.ProcessEnv): Promise<Check> {
  if (!existsSync(plugin.path)) {
    return warn(
      "xla.plugin",
      `NCF_BENCH_PJRT_PLUGIN names ${plugin.path}, which is not there`,
      "unset NCF_BENCH_PJRT_PLUGIN",
    );
  }
  return pluginCheck("xla.plugin", plugin, env);
}

async function pluginCheck(id: string, plugin: FoundPlugin, env: NodeJS.ProcessEnv): Promise<Check> {
  const { path, origin, version } = plugin;
  const script = join(packageRoot(), "dist", "harness", "setup", "verify-plugin.js");
  const answer = await probe(process.execPath, [script, path], { env, timeoutSeconds: 30 });
  const where = `${ORIGINS[origin]}: ${path}`;
  if (!answer.ok) {
    const cause = /PjrtError: (.*)/.exec(answer.output)?.[1] ?? answer.reason;
    return warn(id, `${where}; it does not load: ${cause}`, `ncf-bench doctor --plugin ${path}`);
  }
  const { apiVersion } = JSON.parse(answer.stdout) as { apiVersion: { major: number; minor: number } };
  return ok(id, `${version ?? "version unknown"}, PJRT API ${apiVersion.major}.${apiVersion.minor}, ${where}`);
}

/** What this machine would use and does not have. */
function wantedChecks(gpus: readonly DescribedGpu[], places: Places): Check[] {
  const checks: Check[] = [];
  if (gpus.length > 0) {
    const chosen = choosePlugin(gpuFacts(gpus), places);
    if (!chosen.found) {
      const value = `${chosen.reason}; XLA cannot use the GPU`;
      const fix = chosen.setup ? `ncf-bench setup ${chosen.setup}` : "install a newer driver, or use --engine tfjs";
      checks.push(warn("xla.gpu", value, fix));
    }
  }
  const cpu = choosePlugin(null, places);
  if (!cpu.found) checks.push(note("xla.cpu", `${cpu.reason}; the tfjs engine is used`, "ncf-bench setup cpu"));
  return checks;
}
