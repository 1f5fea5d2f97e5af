import type { Ratings } from "../ratings.js";

/** Columns that grow while a file is read. */
export class GrowingColumns {
  rows = 0;
  users = new Int32Array(0);
  items = new Int32Array(0);
  times: Float64Array | null;
  /** Rows that the file is expected to have: saves copying. */
  expected = 0;

  constructor(withTimes: boolean) {
    this.times = withTimes ? new Float64Array(0) : null;
  }

  /** Makes room for `more` rows beyond the present ones. */
  reserve(more: number): void {
    const needed = this.rows + more;
    if (needed <= this.users.length) return;
    const capacity = Math.max(needed, this.expected + more, Math.ceil(1.5 * this.users.length));
    this.users = grown(this.users, new Int32Array(capacity));
    this.items = grown(this.items, new Int32Array(capacity));
    if (this.times !== null) this.times = grown(this.times, new Float64Array(capacity));
  }

  ratings(): Ratings {
    return { rows: this.rows, users: this.users, items: this.items, times: this.times };
  }
}

function grown<T extends Int32Array | Float64Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
