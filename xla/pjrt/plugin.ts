import { realpathSync, statSync } from "node:fs";
import { Api } from "./api.js";
import { Client } from "./client.js";
import { PjrtError } from "./error.js";
import { layoutMinor } from "./layout/layout.js";
import { decodeNamedValues, encodeNamedValues, type NamedValue } from "./named-value.js";
import { callForPointer, openLibrary, symbolAddress } from "./native.js";
import { Struct } from "./struct.js";
import { Topology } from "./topology.js";

/** The API's structures may only grow within a major version; older ones than this lack functions that are called here. */
const MAJOR = 0;
const OLDEST_MINOR = 54;
const NEWEST_TESTED_MINOR = 116;

const MOST_CPU_DEVICES = 1024;

/** A PJRT plugin, loaded for the rest of the process. */
export class Plugin {
  readonly path: string;
  readonly apiVersion: { major: number; minor: number };
  readonly attributes: Readonly<Record<string, NamedValue>>;
  private readonly api: Api;

  constructor(path: string, api: Api) {
    this.path = path;
    this.api = api;
    this.apiVersion = { major: api.major, minor: api.minor };
    const args = new Struct("PJRT_Plugin_Attributes_Args");
    api.call("PJRT_Plugin_Attributes", args);
    this.attributes = decodeNamedValues(args.getPointer("attributes"), args.getSize("num_attributes"));
  }

  /** True for an API version newer than any that was tried with this binding. */
  get untested(): boolean {
    return this.apiVersion.minor > NEWEST_TESTED_MINOR;
  }

  /**
   * Starts the plugin on this machine's devices.
   *
   * @throws PjrtError INVALID_ARGUMENT for a number of CPU devices over which plugins end the process.
   * @param options e.g. `cpu_device_count: 4` for the CPU plugins, `visible_devices: [0n]` for GPU ones.
   */
  async createClient(options: Readonly<Record<string, NamedValue>> = {}): Promise<Client> {
    const devices = options.cpu_device_count;
    if (devices !== undefined && !isDeviceCount(devices)) {
      throw new PjrtError("INVALID_ARGUMENT", "client", `cpu_device_count is ${devices}, not 1 to ${MOST_CPU_DEVICES}`);
    }
    const { address, count, keep } = encodeNamedValues(options);
    const args = new Struct("PJRT_Client_Create_Args")
      .pointer("create_options", address, keep)
      .size("num_options", count);
    await this.api.callAsync("PJRT_Client_Create", args);
    return new Client(this, this.api, args.getPointer("client"));
  }

  /** Describes devices that need not be there, to compile for them. */
  topology(name: string, options: Readonly<Record<string, NamedValue>> = {}): Topology {
    return new Topology(this.api, name, options);
  }
}

function isDeviceCount(value: NamedValue): boolean {
  if (typeof value !== "number" && typeof value !== "bigint") return false;
  return Number.isInteger(Number(value)) && value >= 1 && value <= MOST_CPU_DEVICES;
}

const plugins = new Map<string, Plugin>();

/**
 * Loads a plugin; a second time gives the same one.
 *
 * @throws PjrtError when the file is missing, no library, no plugin, or of an API version that cannot be used.
 */
export function loadPlugin(path: string): Plugin {
  const real = realPath(path);
  const known = plugins.get(real);
  if (known) return known;
  const entry = symbolAddress(openLibrary(real), "GetPjrtApi");
  if (entry === null) {
    throw new PjrtError(
      "INVALID_ARGUMENT",
      "load",
      `${path} is no PJRT plugin: it has no symbol GetPjrtApi; name the plugin's own library`,
    );
  }
  const address = callForPointer(entry);
  if (address === 0n) throw new PjrtError("INTERNAL", "load", `GetPjrtApi of ${path} returned nothing`);
  const api = new Api(address);
  if (api.major !== MAJOR || api.minor < OLDEST_MINOR) {
    const side = api.major > MAJOR ? "newer" : "older";
    throw new PjrtError(
      "UNIMPLEMENTED",
      "load",
      `${path} has PJRT API ${api.major}.${api.minor}, ${side} than ${MAJOR}.${OLDEST_MINOR} to ${MAJOR}.x that is understood ` +
        `(made for ${MAJOR}.${layoutMinor}); use ${side === "older" ? "a newer" : "an older"} plugin`,
    );
  }
  api.call("PJRT_Plugin_Initialize", new Struct("PJRT_Plugin_Initialize_Args"));
  const plugin = new Plugin(real, api);
  plugins.set(real, plugin);
  return plugin;
}

/** Nothing but a file is opened: the loader would wait at a pipe for ever. */
function realPath(path: string): string {
  let real: string;
  try {
    real = realpathSync(path);
  } catch {
    throw new PjrtError("NOT_FOUND", "load", `there is no file ${path}; name the plugin's shared library`);
  }
  if (!statSync(real).isFile()) {
    throw new PjrtError("INVALID_ARGUMENT", "load", `${path} is no file; name the plugin's shared library`);
  }
  return real;
}
