import { existsSync, readdirSync } from "node:fs";
import { delimiter, dirname, isAbsolute, join } from "node:path";
import { type PluginName, pluginFolder, pluginPins } from "./pins.js";

export interface FoundPlugin {
  name: PluginName;
  path: string;
  /** `environment`: named by NCF_BENCH_PJRT_PLUGIN. `cache`: set up by this tool. `python`: in a Python's site-packages. */
  origin: "environment" | "cache" | "python";
  /** Version of its wheel; null where it is not known. */
  version: string | null;
}

export interface Places {
  /** The tool's cache folder; plugins lie in `plugins/` under it. */
  cacheRoot: string;
  env: Readonly<Record<string, string | undefined>>;
}

/** Where `setup` puts a plugin: whole, or only what compiling without its device needs. */
export function pluginDirectory(name: PluginName, cacheRoot: string, extent: "full" | "compile-only" = "full"): string {
  const folder = pluginFolder(pluginPins[name]);
  return join(cacheRoot, "plugins", extent === "full" ? folder : `${folder}-compile-only`);
}

/** A plugin to compile with where its devices need not be: a whole one, else one without run-time libraries. */
export function findCompiler(name: PluginName, places: Places): FoundPlugin | null {
  const whole = findPlugin(name, places);
  if (whole) return whole;
  const path = join(pluginDirectory(name, places.cacheRoot, "compile-only"), pluginPins[name].file);
  return existsSync(path) ? { name, path, origin: "cache", version: pluginPins[name].version } : null;
}

/**
 * A plugin that is on this machine: the file that NCF_BENCH_PJRT_PLUGIN names (which stands for every name), else the one
 * in the cache, else one that a Python has. Looks at files only; nothing is loaded.
 */
export function findPlugin(name: PluginName, { cacheRoot, env }: Places): FoundPlugin | null {
  if (env.NCF_BENCH_PJRT_PLUGIN) {
    return { name, path: env.NCF_BENCH_PJRT_PLUGIN, origin: "environment", version: null };
  }
  const pin = pluginPins[name];
  const cached = join(pluginDirectory(name, cacheRoot), pin.file);
  if (existsSync(cached)) return { name, path: cached, origin: "cache", version: pin.version };
  for (const folder of sitePackages(env)) {
    for (const file of pin.sitePackages) {
      const path = join(folder, file);
      if (existsSync(path)) return { name, path, origin: "python", version: wheelVersion(folder, pin.wheels) };
    }
  }
  return null;
}

/**
 * site-packages folders of the active virtual environment, of the `python3` that comes first on the PATH (a container's is
 * often an environment that nobody activated), of the user, and of the system.
 */
function sitePackages({ VIRTUAL_ENV, CONDA_PREFIX, PATH, HOME }: Places["env"]): string[] {
  const first = PATH?.split(delimiter).find((folder) => isAbsolute(folder) && existsSync(join(folder, "python3")));
  const roots = new Set([
    VIRTUAL_ENV,
    CONDA_PREFIX,
    first && dirname(first),
    HOME && join(HOME, ".local"),
    "/usr/local",
    "/usr",
  ]);
  const folders: string[] = [];
  for (const root of roots) {
    if (!root) continue;
    for (const python of entries(join(root, "lib"))) {
      if (!/^python3(\.\d+)?$/.test(python)) continue;
      folders.push(join(root, "lib", python, "site-packages"), join(root, "lib", python, "dist-packages"));
    }
  }
  return folders.filter((folder) => existsSync(folder));
}

/** Version in the name of the wheel's dist-info folder. */
function wheelVersion(folder: string, wheels: (typeof pluginPins)[PluginName]["wheels"]): string | null {
  const distribution = (wheels.x64 ?? wheels.arm64)?.[0]?.requirement.split("==")[0]?.replaceAll("-", "_");
  const info = entries(folder).find((entry) => entry.startsWith(`${distribution}-`) && entry.endsWith(".dist-info"));
  return info ? info.slice(distribution!.length + 1, -".dist-info".length) : null;
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
