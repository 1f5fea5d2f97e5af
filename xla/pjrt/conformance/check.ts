import type { DeviceBuffer } from "../buffer.js";
import type { Client } from "../client.js";
import { PjrtError, type PjrtErrorCode } from "../error.js";
import type { Plugin } from "../plugin.js";

/** What the checks of one plugin share. */
export interface Subject {
  plugin: Plugin;
  /** The client of this process: two virtual devices for a CPU plugin, else all devices. */
  client: Client;
  /** Another client, which the check disposes of. */
  createClient(): Promise<Client>;
}

/** One thing that every plugin must do, or may leave out. */
export interface ConformanceCheck {
  /** Stable, e.g. `transfer.f32`. */
  name: string;
  /** Returns what was seen, in a few words; throws what is wrong. */
  run(subject: Subject): Promise<string>;
}

/** A part of the API that a plugin may leave out, and this one does. */
export class NotOffered extends Error {}

export function expectTrue(holds: boolean, problem: string): void {
  if (!holds) throw new Error(problem);
}

/** The values of a buffer as `T`, held to the wanted ones. */
export async function expectValues(buffer: DeviceBuffer, wanted: Float32Array | Int32Array, what: string) {
  const got = await buffer.toHost(
    wanted instanceof Int32Array ? new Int32Array(wanted.length) : new Float32Array(wanted.length),
  );
  expectTrue(got.join() === wanted.join(), `${what} is [${got}] instead of [${wanted}]`);
}

/** Runs what must be refused, and gives the error's code; `codes` holds it to some, where plugins agree. */
export async function expectRefusal(
  what: string,
  work: () => unknown,
  codes?: readonly PjrtErrorCode[],
): Promise<PjrtErrorCode> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PjrtError)) throw error;
    if (codes && !codes.includes(error.code)) throw new Error(`${what}: ${error.message}, not ${codes.join(" or ")}`);
    expectTrue(error.message.includes(": ") && !error.message.includes(":  ("), `${what}: an error without a message`);
    return error.code;
  }
  throw new Error(`${what} is not refused`);
}

/** Runs what a plugin may not offer. */
export async function offered<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PjrtError && error.code === "UNIMPLEMENTED") throw new NotOffered(error.message);
    throw error;
  }
}
