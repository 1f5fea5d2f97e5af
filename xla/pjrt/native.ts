import { createRequire } from "node:module";
import type * as Koffi from "koffi";
import { PjrtError } from "./error.js";

/** A native function `void *f(void *)`: what every function of the PJRT C API is. */
export interface NativeFunction {
  (argument: bigint): bigint | null;
  async(argument: bigint, done: (error: Error | null, result: bigint | null) => void): void;
}

/** koffi calls on stacks of its own, by default far too small for a compiler: LLVM overflowed 256 KiB without a word. */
const STACK_BYTES = 16 * 2 ** 20;

type KoffiModule = typeof Koffi;
let loaded: KoffiModule | null = null;

/** Loaded at first use, so that a machine without koffi's binary still runs everything else. */
function koffi(): KoffiModule {
  if (loaded) return loaded;
  try {
    const module = createRequire(import.meta.url)("koffi") as KoffiModule;
    module.config({ ...module.config(), sync_stack_size: STACK_BYTES, async_stack_size: STACK_BYTES });
    loaded = module;
    return loaded;
  } catch (error) {
    throw new PjrtError(
      "UNAVAILABLE",
      "load",
      `the package koffi does not load here, so no plugin can be called: ${error instanceof Error ? error.message : error}`,
    );
  }
}

const RTLD_NOW = 2;
/** Plugins keep threads: unmapping one at exit would crash the process. */
const RTLD_NODELETE = 0x1000;

interface DynamicLoader {
  open(path: string, flags: number): bigint | null;
  symbol(library: bigint, name: string): bigint | null;
  error(): string | null;
}

let loader: DynamicLoader | null = null;

function dynamicLoader(): DynamicLoader {
  if (loader) return loader;
  const self = koffi().load(null);
  loader = {
    open: self.func("void* dlopen(const char*, int)") as DynamicLoader["open"],
    symbol: self.func("void* dlsym(void*, const char*)") as DynamicLoader["symbol"],
    error: self.func("const char* dlerror()") as DynamicLoader["error"],
  };
  return loader;
}

/** Maps a shared library for the rest of the process. */
export function openLibrary(path: string): bigint {
  const { open, error } = dynamicLoader();
  const handle = open(path, RTLD_NOW | RTLD_NODELETE);
  if (handle) return handle;
  const said = error() ?? "the loader does not say why";
  const advice = said.includes("cannot open shared object file")
    ? "bring the library that it names, or add its folder to LD_LIBRARY_PATH"
    : `a PJRT plugin is a shared library for ${process.platform} ${process.arch}`;
  throw new PjrtError("INVALID_ARGUMENT", "load", `${path} cannot be loaded: ${said}; ${advice}`);
}

/** Address of a symbol; null when the library has none of that name. */
export function symbolAddress(library: bigint, name: string): bigint | null {
  return dynamicLoader().symbol(library, name) || null;
}

/** Calls a function without arguments that returns a pointer. */
export function callForPointer(address: bigint): bigint {
  return (koffi().call(address, koffi().proto("void*", [])) as bigint | null) ?? 0n;
}

/** As many as koffi keeps stacks for; a call beyond its own limit would be refused, not queued. */
const CONCURRENT_CALLS = 8;
let runningCalls = 0;
const queuedCalls: (() => void)[] = [];

/** Calls a function on another thread, in turn: at most `CONCURRENT_CALLS` at once in this process. */
export function callOnThread(of: NativeFunction, argument: bigint): Promise<bigint | null> {
  return new Promise((resolve, reject) => {
    const start = () => {
      runningCalls++;
      of.async(argument, (failed, result) => {
        runningCalls--;
        queuedCalls.shift()?.();
        if (failed) reject(failed);
        else resolve(result);
      });
    };
    if (runningCalls < CONCURRENT_CALLS) start();
    else queuedCalls.push(start);
  });
}

let functionType: ReturnType<KoffiModule["proto"]> | null = null;

export function nativeFunction(address: bigint): NativeFunction {
  functionType ??= koffi().proto("void*", ["void*"]);
  return koffi().decode(address, functionType) as NativeFunction;
}

/** Address of the first byte of memory that JavaScript owns; valid while the buffer is referenced. */
export function addressOf(data: ArrayBufferView | ArrayBuffer): bigint {
  if (data instanceof ArrayBuffer) return koffi().address(data);
  if (data.buffer instanceof ArrayBuffer) return koffi().address(data.buffer) + BigInt(data.byteOffset);
  throw new PjrtError("INVALID_ARGUMENT", "memory", "memory shared between threads cannot be handed over: copy it");
}

/** Native memory as bytes, not copied; valid as long as the plugin says. */
export function nativeView(address: bigint, bytes: number): DataView {
  return new DataView(koffi().view(address, bytes));
}

/** Copies native text that need not end in a zero byte. */
export function nativeText(address: bigint, bytes: number): string {
  return bytes === 0 ? "" : Buffer.from(koffi().view(address, bytes)).toString("utf8");
}

/** Copies native bytes. */
export function nativeBytes(address: bigint, bytes: number): Uint8Array {
  return bytes === 0 ? new Uint8Array() : new Uint8Array(koffi().view(address, bytes)).slice();
}

/** Calls `void f(void *)`. */
export function callWithPointer(address: bigint, argument: bigint): void {
  koffi().call(address, koffi().proto("void", ["void*"]), argument);
}
