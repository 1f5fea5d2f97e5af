import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type * as util from "node:util";
import type * as tfjs from "@tensorflow/tfjs-core";
import type { Warning } from "../../../suite.js";
import { UnsupportedError } from "../../engine.js";
import type { TfjsBackend } from "./engine.js";
import {
  findNativeBuild,
  type NativeBuild,
  type NativeVariant,
  TENSORFLOW_VERSION,
  TFJS_VERSION,
} from "./native-build.js";

const require = createRequire(import.meta.url);

export type Tf = typeof tfjs;

/** What the network must know of the backend that runs it. */
export interface BackendTraits {
  /** Matrix products with transposed operands take a slow path, so operands are transposed beforehand. */
  transposeFirst: boolean;
  /** The sign of any positive number is 1: wasm's is 0 below 1e-7. Where it is, it takes one pass, and a step several. */
  exactSign: boolean;
}

export interface LoadedBackend extends BackendTraits {
  tf: Tf;
  backend: TfjsBackend;
  version: string;
  device: string;
  /** Operations return before the device is done, so a timing must read something back. */
  asynchronous: boolean;
  details: Record<string, string | number | boolean | null>;
  warnings: Warning[];
}

export interface BackendProbe {
  backend: TfjsBackend;
  usable: boolean;
  /** Why not, or where it comes from. */
  reason: string;
  version: string | null;
}

const packageOf: Record<NativeVariant, string> = { cpu: "@tensorflow/tfjs-node", gpu: "@tensorflow/tfjs-node-gpu" };
const setupOf: Record<NativeVariant, string> = { cpu: "ncf-bench setup tfjs", gpu: "ncf-bench setup tfjs-gpu" };

/** What is there, without loading native code. */
export function probeTfjs(): BackendProbe[] {
  return [
    probeNative("tfjs-node-gpu", "gpu"),
    probeNative("tfjs-node", "cpu"),
    { backend: "wasm", usable: true, reason: "part of the installation", version: TFJS_VERSION },
    { backend: "cpu", usable: true, reason: "part of the installation, plain JavaScript", version: TFJS_VERSION },
  ];
}

function probeNative(backend: TfjsBackend, variant: NativeVariant): BackendProbe {
  const build = findNativeBuild(variant);
  if (build) {
    const version = `${TFJS_VERSION} on TensorFlow ${TENSORFLOW_VERSION}`;
    return { backend, usable: true, reason: `built by ${setupOf[variant]}`, version };
  }
  const addon = installedAddon(variant);
  if (addon)
    return { backend, usable: true, reason: `${packageOf[variant]} as npm installed it`, version: TFJS_VERSION };
  return { backend, usable: false, reason: `no native library; ${setupOf[variant]} builds one`, version: null };
}

/** The addon that the package's own install script fetched, if it did. */
function installedAddon(variant: NativeVariant): string | null {
  try {
    const root = dirname(require.resolve(`${packageOf[variant]}/package.json`));
    const addon = join(root, "lib", "napi-v8", "tfjs_binding.node");
    return existsSync(addon) ? addon : null;
  } catch {
    return null;
  }
}

/**
 * Loads one backend and makes it TensorFlow.js's current one. `auto` takes, for a GPU cell, the GPU's native backend and
 * nothing else; for a CPU cell the native one if it is there, else wasm.
 *
 * @throws UnsupportedError when what is asked for is not there; nothing else is ever run in its place.
 */
export async function loadBackend(wanted: string, gpus: number): Promise<LoadedBackend> {
  const tf = require("@tensorflow/tfjs-core") as Tf;
  tf.env().set("IS_TEST", false);
  tf.enableProdMode();
  const backend = wanted === "auto" ? chooseBackend(gpus) : (wanted as TfjsBackend);
  if (backend === "wasm") return loadWasm(tf);
  if (backend === "cpu") return loadJavaScript(tf);
  return loadNative(tf, backend, backend === "tfjs-node-gpu" ? "gpu" : "cpu");
}

function chooseBackend(gpus: number): TfjsBackend {
  if (gpus > 0) return "tfjs-node-gpu";
  return probeNative("tfjs-node", "cpu").usable ? "tfjs-node" : "wasm";
}

async function loadWasm(tf: Tf): Promise<LoadedBackend> {
  const wasm = require("@tensorflow/tfjs-backend-wasm") as { setWasmPaths(prefix: string): void; version_wasm: string };
  wasm.setWasmPaths(`${dirname(require.resolve("@tensorflow/tfjs-backend-wasm"))}/`);
  await use(tf, "wasm");
  const simd = await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT");
  return {
    tf,
    backend: "wasm",
    version: wasm.version_wasm,
    device: `cpu (wasm${simd ? ", simd" : ""}, 1 thread)`,
    transposeFirst: true,
    exactSign: false,
    asynchronous: false,
    details: { simd: simd === true, threads: 1 },
    warnings: [],
  };
}

async function loadJavaScript(tf: Tf): Promise<LoadedBackend> {
  const cpu = require("@tensorflow/tfjs-backend-cpu") as { version_cpu: string };
  await use(tf, "cpu");
  return {
    tf,
    backend: "cpu",
    version: cpu.version_cpu,
    device: "cpu (JavaScript, 1 thread)",
    transposeFirst: false,
    exactSign: true,
    asynchronous: false,
    details: { threads: 1 },
    warnings: [],
  };
}

async function loadNative(tf: Tf, backend: TfjsBackend, variant: NativeVariant): Promise<LoadedBackend> {
  // Node 24 removed a function that the native backend's JavaScript still calls.
  const mutableUtil = require("node:util") as typeof util & { isNullOrUndefined?: (value: unknown) => boolean };
  mutableUtil.isNullOrUndefined ??= (value) => value === null || value === undefined;
  const build = findNativeBuild(variant);
  try {
    if (build) registerBuild(tf, build);
    else if (installedAddon(variant)) require(packageOf[variant]);
    else throw new Error("no native library is installed");
    await use(tf, "tensorflow");
  } catch (error) {
    throw new UnsupportedError({
      code: "backend",
      reason: `the backend ${backend} cannot be used: ${(error as Error).message.split("\n")[0]}`,
      hint: `run: ${setupOf[variant]}`,
    });
  }
  const native = tf.backend() as unknown as { isUsingGpuDevice: boolean; binding: { TF_Version: string } };
  if (variant === "gpu" && !native.isUsingGpuDevice) {
    throw new UnsupportedError({
      code: "gpus",
      reason: "TensorFlow found no usable GPU and would compute on the CPU",
      hint: "ncf-bench doctor says what is missing (driver, CUDA libraries)",
    });
  }
  if (variant === "cpu" && native.isUsingGpuDevice) {
    throw new UnsupportedError({
      code: "gpus",
      reason: "TensorFlow would compute on the GPU, the cell asks for the CPU",
      hint: 'set CUDA_VISIBLE_DEVICES="" or use gpus=1',
    });
  }
  const tensorflow = native.binding.TF_Version;
  return {
    tf,
    backend,
    version: `${TFJS_VERSION} on TensorFlow ${tensorflow}`,
    device: variant === "gpu" ? "gpu 0 (TensorFlow)" : "cpu (TensorFlow)",
    transposeFirst: false,
    exactSign: true,
    asynchronous: variant === "gpu",
    details: { tensorflow, source: build ? "setup" : "npm" },
    // TensorFlow rounds matrix operands to TF32 on Ampere and later, and TensorFlow.js has no switch for it.
    warnings:
      variant === "gpu"
        ? [{ code: "tfjs.tf32", message: "on Ampere GPUs and later TensorFlow multiplies fp32 matrices in TF32" }]
        : [],
  };
}

/** Name under which the native backend's JavaScript finds our own TensorFlow.js core (see harness/setup). */
export const CORE_SYMBOL = "ncf-bench.tfjs-core";

export function registerBuild(tf: Tf, build: NativeBuild): void {
  (globalThis as Record<symbol, unknown>)[Symbol.for(CORE_SYMBOL)] = tf;
  if (tf.findBackendFactory("tensorflow")) return;
  const binding = require(build.addon) as object;
  const { NodeJSKernelBackend } = require(build.backendModule) as {
    NodeJSKernelBackend: new (binding: object, name: string) => tfjs.KernelBackend;
  };
  tf.registerBackend("tensorflow", () => new NodeJSKernelBackend(binding, "@tensorflow/tfjs-node"), 3);
  require(build.kernelsModule);
}

async function use(tf: Tf, name: string): Promise<void> {
  if (!(await tf.setBackend(name))) throw new Error(`TensorFlow.js could not initialise its backend ${name}`);
  await tf.ready();
}
