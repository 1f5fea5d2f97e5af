import type { Api } from "./api.js";
import { Struct } from "./struct.js";

/** What native code may still read or write: referenced from here until the event that says it is done. */
const inUse = new Set<unknown>();

/** Waits on another thread until an event has fired, then frees it. `memory` stays referenced until then. */
export async function awaitEvent(api: Api, event: bigint, memory?: unknown): Promise<void> {
  if (event === 0n) return;
  const keep = { memory };
  inUse.add(keep);
  try {
    await api.callAsync("PJRT_Event_Await", new Struct("PJRT_Event_Await_Args").pointer("event", event));
  } finally {
    inUse.delete(keep);
    destroyEvent(api, event);
  }
}

/** Blocks this thread until an event has fired, then frees it. */
export function blockOnEvent(api: Api, event: bigint): void {
  if (event === 0n) return;
  try {
    api.call("PJRT_Event_Await", new Struct("PJRT_Event_Await_Args").pointer("event", event));
  } finally {
    destroyEvent(api, event);
  }
}

export function destroyEvent(api: Api, event: bigint): void {
  if (event !== 0n) api.call("PJRT_Event_Destroy", new Struct("PJRT_Event_Destroy_Args").pointer("event", event));
}
