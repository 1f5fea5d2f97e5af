/** One GPU as its vendor's tool tells it. What it does not tell is null, with the tool's own word in `unavailable`; never 0. */
export interface Gpu {
  vendor: "NVIDIA" | "AMD";
  /** Position in the tool's list, which is by PCI address. */
  index: number | null;
  model: string | null;
  uuid: string | null;
  pciBusId: string | null;
  memoryBytes: number | null;
  driver: string | null;
  /** E.g. `9.0`, or `gfx942`. */
  computeCapability: string | null;
  ecc: boolean | null;
  mig: boolean | null;
  /** Slices where MIG is on. */
  migDevices: { profile: string; uuid: string }[];
  powerLimitWatts: number | null;
  powerDefaultLimitWatts: number | null;
  maxSmClockMhz: number | null;
  maxMemoryClockMhz: number | null;
  /** Clocks that were set for applications, where the GPU has such. */
  applicationSmClockMhz: number | null;
  persistenceMode: boolean | null;
  pcieGeneration: number | null;
  pcieWidth: number | null;
  /** Why a field is null, by field. */
  unavailable: Record<string, string>;
}

/** All GPUs of one vendor. `gpus` null: there may be some, but they cannot be told; `reason` says why. */
export interface GpuInventory {
  gpus: Gpu[] | null;
  reason: string | null;
  /** Newest CUDA (or ROCm) that the driver supports. */
  runtimeVersion: string | null;
  warnings: { code: string; message: string }[];
}

export function emptyGpu(vendor: Gpu["vendor"]): Gpu {
  return {
    vendor,
    index: null,
    model: null,
    uuid: null,
    pciBusId: null,
    memoryBytes: null,
    driver: null,
    computeCapability: null,
    ecc: null,
    mig: null,
    migDevices: [],
    powerLimitWatts: null,
    powerDefaultLimitWatts: null,
    maxSmClockMhz: null,
    maxMemoryClockMhz: null,
    applicationSmClockMhz: null,
    persistenceMode: null,
    pcieGeneration: null,
    pcieWidth: null,
    unavailable: {},
  };
}
