import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UserError } from "../../errors/user-error.js";
import { renameDirectoryAtomic } from "../../storage/atomic-write.js";
import { packageRoot } from "../../storage/package-root.js";
import { CORE_SYMBOL } from "../../suites/ncf/engines/tfjs/backends.js";
import {
  findNativeBuild,
  type NativeVariant,
  nativeBuildAt,
  nativeBuildDir,
} from "../../suites/ncf/engines/tfjs/native-build.js";
import { addonPackages, type NpmArtifact, nodeHeaders, protobuf, wheels } from "./artifacts.js";
import { runTool } from "./command.js";
import { extractWheel, unpackPackage } from "./fetch.js";
import { type Pinned, pinnedName, pinnedPackage, pinnedWheel } from "./pinned.js";
import { checkPrerequisites } from "./prerequisites.js";
import { folderSupply, networkSupply } from "./supply.js";
import { planOf, type SetupOptions, type SetupPlan, type SetupTarget } from "./target.js";

/** Unpacked, a TensorFlow wheel's libraries take some three times the wheel's size, and the wheel lies beside them. */
const UNPACKED_FACTOR = 4.5;

export function nativeTarget(name: string, variant: NativeVariant, what: string): SetupTarget {
  return {
    name,
    what,
    plan: (env) => planNative(variant, env),
    files: () => filesOf(variant),
    install: (options) => setupNative(name, variant, options),
  };
}

function filesOf(variant: NativeVariant): Pinned[] {
  return [...[addonPackages[variant], nodeHeaders, protobuf].map(pinnedPackage), ...wheels[variant].map(pinnedWheel)];
}

function planNative(variant: NativeVariant, env: NodeJS.ProcessEnv): SetupPlan {
  return planOf(nativeBuildDir(variant, env), findNativeBuild(variant, env) !== null, wheels[variant], UNPACKED_FACTOR);
}

/**
 * Builds TensorFlow.js's native backend on today's TensorFlow into the cache: the npm package's C++ addon, compiled
 * against the C API inside TensorFlow's wheel. Everything happens in a folder beside the final one, which is renamed into
 * place after the build has multiplied a matrix rightly, so that nothing is ever half installed.
 *
 * @throws UserError naming the step that failed and what to do.
 */
async function setupNative(
  name: string,
  variant: NativeVariant,
  options: SetupOptions,
): Promise<{ dir: string; built: boolean }> {
  const plan = planNative(variant, options.env);
  if (plan.present) return { dir: plan.dir, built: false };
  checkPlatform();
  await runTool("looking for a compiler", "g++", ["--version"], {
    env: options.env,
    signal: options.signal,
    hint: "install g++ (Debian: apt-get install g++)",
  });
  await checkPrerequisites(plan, options, "use the wasm backend, which needs no setup");
  const { onStep, signal, offline } = options;
  const supply = offline === undefined ? networkSupply(options) : await folderSupply(offline, filesOf(variant), name);
  const work = join(dirname(plan.dir), `.${basename(plan.dir)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await mkdir(work, { recursive: true, mode: 0o700 });
    const unpack = async (npm: NpmArtifact, dir: string) =>
      unpackPackage(await supply.file(pinnedPackage(npm), work), dir, signal);
    await unpack(addonPackages[variant], work);
    await unpack(nodeHeaders, join(work, "headers"));
    await unpack(protobuf, join(work, "protobuf"));
    for (const wheel of wheels[variant].map(pinnedWheel)) {
      const file = await supply.file(wheel, work);
      await unpackWheel(wheel, file, work, signal);
      if (offline === undefined) await rm(file);
    }
    onStep("compiling the addon");
    await compileAddon(work, signal);
    await linkModules(work);
    onStep("checking a matrix product");
    const said = await verify(work, signal);
    if (variant === "gpu" && !said.gpu)
      onStep("TensorFlow sees no GPU now; gpus=1 cells stay unsupported until it does");
    const used = (await readdir(work)).filter((entry) => entry !== "package");
    for (const entry of used) await rm(join(work, entry), { recursive: true });
    await renameDirectoryAtomic(work, plan.dir);
    await supply.done();
    return { dir: plan.dir, built: true };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function checkPlatform(): void {
  if (process.platform === "linux" && process.arch === "x64") return;
  throw new UserError({
    code: "setup.platform",
    what: `there is no pinned TensorFlow library for ${process.platform} ${process.arch}`,
    hint: "use the wasm backend, which needs no setup",
  });
}

/** Takes the C API's libraries and headers, or CUDA's libraries, out of a wheel. */
async function unpackWheel(wheel: Pinned, file: string, work: string, signal: AbortSignal): Promise<void> {
  const deps = join(work, "package", "deps");
  const out = join(work, ".unpacked");
  const isTensorflow = pinnedName(wheel).startsWith("tensorflow");
  const headers = ["tensorflow/c/", "xla/tsl/c/", "tsl/platform/ctstring", "tensorflow/core/platform/ctstring"];
  const members = isTensorflow
    ? [
        { prefix: "tensorflow/libtensorflow_cc.so.2" },
        { prefix: "tensorflow/libtensorflow_framework.so.2" },
        ...headers.map((prefix) => ({ prefix: `tensorflow/include/${prefix}`, suffix: ".h" })),
      ]
    : [{ prefix: "nvidia/" }];
  await extractWheel(file, members, out, signal);
  if (isTensorflow) {
    await mkdir(join(deps, "lib"), { recursive: true });
    await rename(join(out, "tensorflow", "include"), join(deps, "include"));
    for (const name of ["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"]) {
      await rename(join(out, "tensorflow", name), join(deps, "lib", name));
    }
  } else {
    // TensorFlow's libraries look for CUDA's in ../nvidia/*/lib.
    await mkdir(join(deps, "nvidia"), { recursive: true });
    for (const entry of await readdir(join(out, "nvidia"), { withFileTypes: true })) {
      if (entry.isDirectory()) await rename(join(out, "nvidia", entry.name), join(deps, "nvidia", entry.name));
    }
  }
  await rm(out, { recursive: true });
}

async function compileAddon(work: string, signal: AbortSignal): Promise<void> {
  const root = join(work, "package");
  const output = nativeBuildAt(work).addon;
  await mkdir(dirname(output), { recursive: true });
  const sources = (await readdir(join(root, "binding"))).filter((name) => name.endsWith(".cc"));
  await runTool(
    "compiling the addon",
    "g++",
    [
      ...["-shared", "-fPIC", "-O2", "-std=c++17", "-DNAPI_VERSION=8", "-w"],
      ...[
        "-I",
        join(work, "headers", "package", "include"),
        "-I",
        join(root, "deps", "include"),
        "-I",
        join(root, "binding"),
      ],
      ...sources.map((name) => join(root, "binding", name)),
      ...["-L", join(root, "deps", "lib"), "-l:libtensorflow_cc.so.2", "-l:libtensorflow_framework.so.2"],
      ...["-Wl,-rpath,$ORIGIN/../../deps/lib", "-o", output],
    ],
    { signal, hint: "a C++17 compiler is needed; report this with the compiler's version" },
  );
}

/**
 * Gives the backend's JavaScript what it requires: protobuf, and our own TensorFlow.js core under the name it asks for, so
 * that there is only one engine.
 */
async function linkModules(work: string): Promise<void> {
  const modules = join(work, "package", "node_modules");
  await mkdir(modules, { recursive: true });
  await rename(join(work, "protobuf", "package"), join(modules, "google-protobuf"));
  for (const name of ["@tensorflow/tfjs", "@tensorflow/tfjs-core"]) {
    const dir = join(modules, name);
    await mkdir(dir, { recursive: true });
    await writeFile(
      join(dir, "index.js"),
      `module.exports = globalThis[Symbol.for(${JSON.stringify(CORE_SYMBOL)})];\n`,
    );
    await writeFile(join(dir, "package.json"), `${JSON.stringify({ name, main: "index.js" })}\n`);
  }
}

async function verify(work: string, signal: AbortSignal): Promise<{ tensorflow: string; gpu: boolean }> {
  const script = join(packageRoot(), "dist", "harness", "setup", "verify-native.js");
  const stdout = await runTool("checking the build", process.execPath, [script, work], {
    signal,
    hint: "the build does not work on this machine and was not installed; report this with `ncf-bench doctor --json`",
  });
  return JSON.parse(stdout.trim().split("\n").at(-1)!) as { tensorflow: string; gpu: boolean };
}
