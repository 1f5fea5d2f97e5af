import type { DeviceBuffer } from "./buffer.js";
import { PjrtError } from "./error.js";
import { awaitEvent, blockOnEvent } from "./event.js";
import type { Lifetime } from "./lifetime.js";

/** A program that was started: results that may be used at once, and how to wait for its end. Wait for each one. */
export class Execution {
  /** By device, then by result. */
  readonly outputs: DeviceBuffer[][];
  private readonly lifetime: Lifetime;
  private events: readonly bigint[];
  /** The arguments: referenced until the end. */
  private keep: unknown;
  private waiting: Promise<void> | null = null;
  private failure: unknown = null;

  constructor(lifetime: Lifetime, outputs: DeviceBuffer[][], events: readonly bigint[], keep: unknown) {
    this.lifetime = lifetime;
    this.outputs = outputs;
    this.events = events;
    this.keep = keep;
    lifetime.own(this);
  }

  /** Waits without blocking this thread; rejects when a device failed. */
  done(): Promise<void> {
    this.waiting ??= this.lifetime.during(async () => {
      const { api } = this.lifetime;
      const results = await Promise.allSettled(this.take().map((event) => awaitEvent(api, event, this)));
      for (const result of results) if (result.status === "rejected") this.failure ??= result.reason;
      this.end();
    });
    return this.waiting;
  }

  /**
   * Blocks this thread until all devices are done: for timing short executions.
   *
   * @throws PjrtError FAILED_PRECONDITION while `done` is waiting.
   */
  wait(): void {
    if (this.waiting && this.keep !== null) {
      throw new PjrtError("FAILED_PRECONDITION", "wait", "done() already waits for this execution");
    }
    for (const event of this.take()) {
      // All are waited for before the first failure is told, so that no event is left behind.
      try {
        blockOnEvent(this.lifetime.api, event);
      } catch (error) {
        this.failure ??= error;
      }
    }
    this.end();
  }

  /** Ends the waiting for it, whatever came of it: what an execution that nobody waited for gets with its client. */
  dispose(): void {
    try {
      if (!this.waiting) this.wait();
    } catch {
      // Nobody asked.
    }
  }

  private take(): readonly bigint[] {
    const { events } = this;
    this.events = [];
    return events;
  }

  private end(): void {
    this.keep = null;
    this.lifetime.disown(this);
    if (this.failure !== null) throw this.failure;
  }
}
