import { execFileSync } from "node:child_process";
import { afterAll } from "vitest";
import { cachePath } from "../storage/cache-dir.js";
import { type ElementType, integerRange, isFloat } from "./element-type.js";
import type { Client } from "./pjrt/client.js";
import { loadPlugin } from "./pjrt/plugin.js";
import { choosePlugin, gpuFacts } from "./plugins/choose.js";
import { compilerFlagsVariable } from "./plugins/cuda-data.js";
import { findPlugin } from "./plugins/find.js";
import type { PluginName } from "./plugins/pins.js";
import type { Module } from "./stablehlo/ir.js";
import { printModule } from "./stablehlo/print.js";
import { elementCount, type TensorType } from "./stablehlo/type.js";

/** Where plugins are looked for on this machine. */
export const places = { cacheRoot: cachePath(), env: process.env };

/** CPU plugins on this machine: each can be any number of devices. */
export const cpuPlugins = (["cpu", "cpu-next"] as const).filter((name) => findPlugin(name, places));

// Those that the caller lets us see.
if (process.env.NCF_BENCH_TEST_GPUS === "all") delete process.env.CUDA_VISIBLE_DEVICES;
else if (process.env.NCF_BENCH_TEST_GPUS !== undefined)
  process.env.CUDA_VISIBLE_DEVICES = process.env.NCF_BENCH_TEST_GPUS;

/** NVIDIA's GPUs that this machine has, as its driver describes them. */
const gpus = (() => {
  try {
    const query = ["--query-gpu=driver_version,compute_cap", "--format=csv,noheader"];
    const rows = execFileSync("nvidia-smi", query, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return rows
      .trim()
      .split("\n")
      .map((row) => {
        const [driver = null, computeCapability = null] = row.split(", ");
        return { vendor: "NVIDIA", driver, computeCapability };
      });
  } catch {
    return [];
  }
})();
const gpuPlugin = gpus.length > 0 ? choosePlugin(gpuFacts(gpus), places).found : null;

const found: readonly PluginName[] = [...cpuPlugins, ...(gpuPlugin ? [gpuPlugin.name] : [])];

/** Tests that run programs are skipped then. */
export const noPlugin = found.length === 0;

/** Plugins that programs are tested on: the CPU ones, and that of the GPUs that are here; without any, one to skip by name. */
export const testPlugins: readonly PluginName[] = noPlugin ? ["cpu"] : found;

export const isGpuPlugin = (plugin: PluginName): boolean => plugin === gpuPlugin?.name;

/** The most devices that a test may ask of a plugin. */
export const mostDevices = (plugin: PluginName): number => (isGpuPlugin(plugin) ? gpus.length : 8);

/** Values of one tensor, row-major; predicates are 0 and 1. 64-bit integers are bigint, both ways. */
export type Values = readonly (number | bigint)[];

/** A plugin with some devices, virtual ones where it is the CPU's; closed after the file's tests. */
export class PluginRunner {
  private readonly plugin: PluginName;
  private readonly devices: number;
  private client: Promise<Client> | undefined;

  constructor(plugin: PluginName, devices = 1) {
    this.plugin = plugin;
    this.devices = devices;
    afterAll(async () => (await this.client)?.dispose());
  }

  open(): Promise<Client> {
    this.client ??= this.start();
    return this.client;
  }

  private start(): Promise<Client> {
    const found = findPlugin(this.plugin, places)!;
    if (!isGpuPlugin(this.plugin)) return loadPlugin(found.path).createClient({ cpu_device_count: this.devices });
    process.env.XLA_FLAGS = compilerFlagsVariable(found, process.env.XLA_FLAGS);
    return loadPlugin(found.path).createClient({ preallocate: false });
  }

  /** Compiles a program once, to be run on many arguments: by device, then by argument or result. */
  async load(module: Module): Promise<(args: readonly (readonly Values[])[]) => Promise<Values[][]>> {
    const client = await this.open();
    const executable = await client.compile(printModule(module), { replicas: module.replicas });
    return async (args) => {
      const buffers = await Promise.all(
        args.map((list, device) =>
          Promise.all(
            list.map((values, i) => {
              const { element, dims } = module.parameters[i]!.type;
              return client.fromHost(encode(element, values), element, dims, client.devices[device]);
            }),
          ),
        ),
      );
      const execution = executable.execute(buffers);
      await execution.done();
      const read = async (type: TensorType, buffer: (typeof execution.outputs)[0][0]) =>
        decode(type.element, await buffer.toHost(encode(type.element, Array(elementCount(type)).fill(0))));
      return Promise.all(
        execution.outputs.map((list) => Promise.all(list.map((buffer, i) => read(module.resultTypes[i]!, buffer)))),
      );
    };
  }

  /** Compiles and runs once on one device. */
  async run(module: Module, ...args: Values[]): Promise<Values[]> {
    return (await (await this.load(module))([args]))[0]!;
  }
}

const arrays = {
  pred: Uint8Array,
  i8: Int8Array,
  i16: Int16Array,
  i32: Int32Array,
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;

function encode(element: ElementType, values: Values): ArrayBufferView {
  if (element === "i64") return BigInt64Array.from(values, BigInt);
  if (element === "u64") return BigUint64Array.from(values, BigInt);
  if (element === "f16" || element === "bf16") return Uint16Array.from(values, (x) => narrowBits(element, Number(x)));
  return arrays[element].from(values.map(Number));
}

function decode(element: ElementType, data: ArrayBufferView): Values {
  const values = Array.from(data as unknown as ArrayLike<number | bigint>);
  return element === "f16" || element === "bf16" ? values.map((bits) => widened(element, Number(bits))) : values;
}

/** The nearest value of an element type, ties to even; integers wrap around. */
export function rounded(element: ElementType, value: number): number {
  if (element === "f64") return value;
  if (element === "f32") return Math.fround(value);
  if (isFloat(element)) return widened(element, narrowBits(element, value));
  if (element === "pred") return value === 0 ? 0 : 1;
  const [least, greatest] = integerRange(element);
  const size = greatest - least + 1n;
  return Number(((((BigInt(value) - least) % size) + size) % size) + least);
}

const layouts = { f16: { mantissa: 10, bias: 15 }, bf16: { mantissa: 7, bias: 127 } } as const;

function narrowBits(element: "f16" | "bf16", value: number): number {
  const { mantissa, bias } = layouts[element];
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const infinity = (2 * bias + 1) << mantissa;
  const size = Math.abs(value);
  if (Number.isNaN(size)) return infinity | (1 << (mantissa - 1));
  if (size === 0) return sign;
  if (size === Infinity) return sign | infinity;
  const exponent = Math.max(Math.floor(Math.log2(size)), 1 - bias);
  const units = roundTiesToEven(size / 2 ** (exponent - mantissa));
  // Subnormals have exponent field 0; a carry out of the mantissa raises the exponent by itself.
  const bits = units + ((exponent + bias - 1) << mantissa);
  return sign | Math.min(bits, infinity);
}

function roundTiesToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}

function widened(element: "f16" | "bf16", bits: number): number {
  const { mantissa, bias } = layouts[element];
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits & 0x7fff) >> mantissa;
  const fraction = (bits & ((1 << mantissa) - 1)) / 2 ** mantissa;
  if (exponent === 2 * bias + 1) return fraction ? Number.NaN : sign * Infinity;
  return sign * (exponent === 0 ? fraction * 2 ** (1 - bias) : (1 + fraction) * 2 ** (exponent - bias));
}
