import { existsSync } from "node:fs";
import { join } from "node:path";
import { cachePath } from "../../../../storage/cache-dir.js";

export type NativeVariant = "cpu" | "gpu";

export const TFJS_VERSION = "4.22.0";
export const TENSORFLOW_VERSION = "2.21.0";

/** A native backend that `ncf-bench setup tfjs` or `setup tfjs-gpu` built into the cache. */
export interface NativeBuild {
  dir: string;
  /** Compiled N-API addon. */
  addon: string;
  /** JavaScript half of the backend, of the package that the addon's sources came from. */
  backendModule: string;
  kernelsModule: string;
}

/** Folder of one build; versions are part of its name, so that a newer release never loads an older build. */
export function nativeBuildDir(variant: NativeVariant, env: NodeJS.ProcessEnv = process.env): string {
  return join(
    cachePath(env),
    "native",
    `tfjs-${TFJS_VERSION}-tensorflow-${TENSORFLOW_VERSION}-${variant}-${process.platform}-${process.arch}`,
  );
}

/** Files of a build in its folder. */
export function nativeBuildAt(dir: string): NativeBuild {
  return {
    dir,
    addon: join(dir, "package", "lib", "napi-v8", "tfjs_binding.node"),
    backendModule: join(dir, "package", "dist", "nodejs_kernel_backend.js"),
    kernelsModule: join(dir, "package", "dist", "register_all_kernels.js"),
  };
}

/** The build in the cache, or null. A build is renamed into place whole, so one that is there is complete. */
export function findNativeBuild(variant: NativeVariant, env: NodeJS.ProcessEnv = process.env): NativeBuild | null {
  const build = nativeBuildAt(nativeBuildDir(variant, env));
  return existsSync(build.addon) && existsSync(build.backendModule) ? build : null;
}
