import type { Api } from "./api.js";
import { PjrtError } from "./error.js";

/** An object of a plugin that must be gone before its client is. */
export interface Owned {
  dispose(): void;
}

/**
 * How long a client may be used, and what must be gone before it. Plugins check neither: a buffer that is read after its
 * client, or a client that is destroyed under a running compilation, crashes the process.
 */
export class Lifetime {
  readonly api: Api;
  private readonly what: string;
  private readonly owned = new Set<Owned>();
  /** Calls on other threads that still use it. */
  private running = 0;
  private ended = false;
  private destroy: (() => void) | null = null;

  constructor(api: Api, what: string) {
    this.api = api;
    this.what = what;
  }

  /** Objects that were made and not disposed of. */
  get ownedCount(): number {
    return this.owned.size;
  }

  /** @throws PjrtError FAILED_PRECONDITION after the end. */
  check(): void {
    if (this.ended) throw new PjrtError("FAILED_PRECONDITION", this.what, `the ${this.what} was disposed of`);
  }

  /** Takes over an object; one that comes after the end, from a call that was still running, is disposed of at once. */
  own<T extends Owned>(object: T): T {
    if (this.ended) object.dispose();
    this.check();
    this.owned.add(object);
    return object;
  }

  disown(object: Owned): void {
    this.owned.delete(object);
  }

  /** Runs work that goes on beside this thread; the client is not destroyed before its end. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.check();
    this.running++;
    try {
      return await work();
    } finally {
      this.running--;
      this.destroyWhenIdle();
    }
  }

  /** Disposes of all that is owned, and calls `destroy` as soon as no other thread is at work. */
  end(destroy: () => void): void {
    if (this.ended) return;
    this.ended = true;
    for (const object of [...this.owned]) object.dispose();
    this.destroy = destroy;
    this.destroyWhenIdle();
  }

  private destroyWhenIdle(): void {
    if (this.running > 0 || !this.destroy) return;
    const { destroy } = this;
    this.destroy = null;
    destroy();
  }
}
