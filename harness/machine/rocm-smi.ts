import { emptyGpu, type Gpu, type GpuInventory } from "./gpu.js";
import { type ProbeOptions, probe } from "./probe.js";

const ARGS = [
  "--showproductname",
  "--showuniqueid",
  "--showbus",
  "--showmeminfo",
  "vram",
  "--showdriverversion",
  "--json",
];

/** The AMD GPUs that rocm-smi lists; key spellings differ by release, so they are matched loosely. */
export async function queryAmdGpus(
  options: ProbeOptions & { command?: string } = {},
): Promise<GpuInventory & { installed: boolean }> {
  const result = await probe(options.command ?? "rocm-smi", ARGS, options);
  if (!result.ok && result.code === "absent") {
    return { installed: false, gpus: [], reason: result.reason, runtimeVersion: null, warnings: [] };
  }
  if (!result.ok) return unknown(result.reason);
  return { installed: true, ...parseRocmJson(result.stdout) };
}

/** Reads `rocm-smi … --json`: one member a card, and `system`. Lines before the JSON are rocm-smi's warnings. */
export function parseRocmJson(text: string): GpuInventory {
  let json: unknown;
  try {
    json = JSON.parse(text.slice(Math.max(0, text.indexOf("{"))));
  } catch {
    return unknown(`rocm-smi's answer cannot be read: ${JSON.stringify(text.slice(0, 120))}`);
  }
  if (typeof json !== "object" || json === null) return unknown("rocm-smi's answer holds no cards");
  const members = json as Record<string, unknown>;
  const driver = lookUp(members.system, /driver version/i);
  const gpus: Gpu[] = [];
  for (const [name, card] of Object.entries(members)) {
    const index = /^card(\d+)$/.exec(name);
    if (!index) continue;
    const gpu: Gpu = { ...emptyGpu("AMD"), index: Number(index[1]), driver };
    gpu.model = lookUp(card, /card (series|model)/i);
    gpu.uuid = lookUp(card, /unique id/i);
    gpu.pciBusId = lookUp(card, /pci bus/i);
    gpu.computeCapability = lookUp(card, /gfx version/i);
    const memory = Number(lookUp(card, /vram total memory \(b\)/i) ?? Number.NaN);
    gpu.memoryBytes = Number.isSafeInteger(memory) && memory > 0 ? memory : null;
    for (const key of ["model", "uuid", "pciBusId", "computeCapability", "memoryBytes", "driver"] as const) {
      if (gpu[key] === null) gpu.unavailable[key] = "not told by rocm-smi";
    }
    gpus.push(gpu);
  }
  return { gpus, reason: gpus.length === 0 ? "rocm-smi lists no GPU" : null, runtimeVersion: null, warnings: [] };
}

function lookUp(members: unknown, key: RegExp): string | null {
  if (typeof members !== "object" || members === null) return null;
  for (const [name, value] of Object.entries(members)) {
    if (!key.test(name) || (typeof value !== "string" && typeof value !== "number")) continue;
    const text = String(value).trim();
    if (text !== "" && !/^(n\/a|none|unknown)$/i.test(text)) return text;
  }
  return null;
}

function unknown(reason: string): GpuInventory & { installed: boolean } {
  return {
    installed: true,
    gpus: null,
    reason,
    runtimeVersion: null,
    warnings: [{ code: "rocm-smi", message: reason }],
  };
}
