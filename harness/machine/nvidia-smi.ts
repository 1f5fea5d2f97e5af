import { stripVTControlCharacters } from "node:util";
import { emptyGpu, type Gpu, type GpuInventory } from "./gpu.js";
import { type ProbeOptions, type ProbeResult, probe } from "./probe.js";

type Kind = "text" | "switch" | "positive" | "mebibytes" | "index";

/** nvidia-smi's names of what is asked for, the field each fills, and how it is read. */
const FIELDS = [
  ["index", "index", "index"],
  ["uuid", "uuid", "text"],
  ["pci.bus_id", "pciBusId", "text"],
  ["name", "model", "text"],
  ["driver_version", "driver", "text"],
  ["memory.total", "memoryBytes", "mebibytes"],
  ["compute_cap", "computeCapability", "text"],
  ["ecc.mode.current", "ecc", "switch"],
  ["mig.mode.current", "mig", "switch"],
  ["power.limit", "powerLimitWatts", "positive"],
  ["power.default_limit", "powerDefaultLimitWatts", "positive"],
  ["clocks.max.sm", "maxSmClockMhz", "positive"],
  ["clocks.max.memory", "maxMemoryClockMhz", "positive"],
  ["clocks.applications.graphics", "applicationSmClockMhz", "positive"],
  ["persistence_mode", "persistenceMode", "switch"],
  ["pcie.link.gen.max", "pcieGeneration", "positive"],
  ["pcie.link.width.max", "pcieWidth", "positive"],
] as const satisfies readonly (readonly [string, keyof Gpu, Kind])[];
type Field = (typeof FIELDS)[number];

/** `[N/A]`, `[Not Supported]`, `[Insufficient Permissions]`, `[Unknown Error]`, `[GPU requires reset]`, bare `N/A`. */
export const NOT_TOLD = /^(\[.*\]|N\/A|Not Supported|Unknown Error|ERR!)$/i;

/**
 * The NVIDIA GPUs that nvidia-smi lists. Tolerates an absent, hanging, failing, truncating or chatty nvidia-smi, and
 * drivers that do not know some field. A list that came out torn is no list: a machine is not guessed from half of it.
 */
export async function queryNvidiaGpus(
  options: ProbeOptions & { command?: string } = {},
): Promise<GpuInventory & { installed: boolean }> {
  const command = options.command ?? "nvidia-smi";
  let fields: readonly Field[] = FIELDS;
  let result: ProbeResult;
  do {
    const query = `--query-gpu=${fields.map(([name]) => name).join(",")}`;
    result = await probe(command, [query, "--format=csv,noheader,nounits"], options);
    const unknown = result.ok ? null : /Field "([^"]+)" is not a valid field/.exec(result.output)?.[1];
    const rest = fields.filter(([name]) => name !== unknown);
    if (rest.length === fields.length) break;
    fields = rest;
  } while (fields.length > 0);
  if (!result.ok) {
    if (result.code === "absent") {
      return { installed: false, gpus: [], reason: result.reason, runtimeVersion: null, warnings: [] };
    }
    if (/No devices were found/.test(result.output)) {
      return {
        installed: true,
        gpus: [],
        reason: "nvidia-smi: No devices were found",
        runtimeVersion: null,
        warnings: [],
      };
    }
    const said = firstLine(result.output);
    const reason = said === "" ? result.reason : `${result.reason}: ${said}`;
    return {
      installed: true,
      gpus: null,
      reason,
      runtimeVersion: null,
      warnings: [{ code: "nvidia-smi", message: reason }],
    };
  }
  const parsed = parseGpuCsv(result.stdout, fields);
  if (parsed.gpus !== null && parsed.gpus.length > 0) {
    if (parsed.gpus.some((gpu) => gpu.mig === true)) await addMigDevices(parsed.gpus, command, options);
    const header = await probe(command, [], options);
    const cuda = header.ok ? /CUDA (?:UMD )?Version:?\s*(\d+\.\d+)/.exec(header.stdout)?.[1] : undefined;
    return { installed: true, ...parsed, runtimeVersion: cuda ?? null };
  }
  return { installed: true, ...parsed, runtimeVersion: null };
}

/** Reads `--format=csv,noheader,nounits` output; lines that are not rows (nvidia-smi warns on stdout) become warnings. */
export function parseGpuCsv(
  text: string,
  fields: readonly Field[] = FIELDS,
): Pick<GpuInventory, "gpus" | "reason" | "warnings"> {
  const warnings: GpuInventory["warnings"] = [];
  const gpus: Gpu[] = [];
  const clean = stripVTControlCharacters(text);
  const torn = (line: string) => {
    const reason = `nvidia-smi's answer cannot be read: ${JSON.stringify(line.slice(0, 120))}`;
    return { gpus: null, reason, warnings: [...warnings, { code: "nvidia-smi", message: reason }] };
  };
  for (const line of clean.split(/\r?\n/)) {
    if (line.trim() === "") continue;
    const values = line.split(",").map((value) => value.trim());
    if (values.length === fields.length) {
      const gpu = parseRow(values, fields);
      if (gpu === null) return torn(line);
      gpus.push(gpu);
    } else if (/^(\d+|\[.*?\])\s*,|^\d+$/.test(line.trim())) {
      return torn(line);
    } else {
      warnings.push({ code: "nvidia-smi", message: line.trim().slice(0, 300) });
    }
  }
  if (gpus.length === 0 && warnings.length > 0 && !/No devices were found/.test(clean))
    return torn(warnings[0]!.message);
  return { gpus, reason: gpus.length === 0 ? "nvidia-smi lists no GPU" : null, warnings };
}

function parseRow(values: readonly string[], fields: readonly Field[]): Gpu | null {
  const gpu = emptyGpu("NVIDIA");
  const known: Record<string, unknown> = gpu as unknown as Record<string, unknown>;
  for (const [, key] of FIELDS) {
    if (!fields.some(([, have]) => have === key))
      gpu.unavailable[key] = "this driver's nvidia-smi does not know the field";
  }
  for (const [i, [, key, kind]] of fields.entries()) {
    const text = values[i]!;
    if (text === "" || NOT_TOLD.test(text)) {
      gpu.unavailable[key] = text === "" ? "empty" : text;
      continue;
    }
    const value = parseValue(text, kind);
    // A row whose index is not a number is no row but prose with as many commas.
    if (value === null && kind === "index") return null;
    if (value === null) gpu.unavailable[key] = `unreadable: ${text.slice(0, 40)}`;
    else known[key] = value;
  }
  return gpu;
}

function parseValue(text: string, kind: Kind): string | number | boolean | null {
  if (kind === "text") return text;
  if (kind === "switch") return /^enabled$/i.test(text) ? true : /^disabled$/i.test(text) ? false : null;
  if (!/^\d+(\.\d+)?$/.test(text)) return null;
  const value = Number(text);
  if (kind === "index") return Number.isInteger(value) ? value : null;
  if (value <= 0) return null;
  return kind === "mebibytes" ? value * 2 ** 20 : value;
}

async function addMigDevices(gpus: readonly Gpu[], command: string, options: ProbeOptions): Promise<void> {
  const list = await probe(command, ["-L"], options);
  let gpu: Gpu | undefined;
  for (const line of (list.ok ? stripVTControlCharacters(list.stdout) : "").split(/\r?\n/)) {
    const parent = /^GPU \d+: .*\(UUID: (GPU-[^)]+)\)/.exec(line);
    const slice = /^\s+MIG (\S+)\s+Device\s+\d+: \(UUID: (MIG-[^)]+)\)/.exec(line);
    if (parent) gpu = gpus.find((one) => one.uuid === parent[1]);
    else if (slice) gpu?.migDevices.push({ profile: slice[1]!, uuid: slice[2]! });
  }
  if (!list.ok) for (const one of gpus) if (one.mig === true) one.unavailable.migDevices = list.reason;
}

export function firstLine(text: string): string {
  return (
    stripVTControlCharacters(text)
      .split(/\r?\n/)
      .find((line) => line.trim() !== "")
      ?.trim()
      .slice(0, 200) ?? ""
  );
}
