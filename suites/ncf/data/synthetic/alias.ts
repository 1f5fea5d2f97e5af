/** Walker's alias method: draws an index with probability proportional to its weight, from two 32-bit numbers, in O(1). */
export class AliasTable {
  private readonly size: number;
  /** Below it the column's own index is drawn, in units of 2^-32. */
  private readonly thresholds: Float64Array;
  private readonly aliases: Int32Array;

  /** @param weights non-negative, with a positive sum. */
  constructor(weights: Float64Array) {
    const size = weights.length;
    this.size = size;
    this.thresholds = new Float64Array(size);
    this.aliases = new Int32Array(size);
    let sum = 0;
    for (const weight of weights) sum += weight;
    const scaled = weights.map((weight) => (weight * size) / sum);
    const small: number[] = [];
    const large: number[] = [];
    for (let i = 0; i < size; i++) (scaled[i]! < 1 ? small : large).push(i);
    while (small.length > 0 && large.length > 0) {
      const less = small.pop()!;
      const more = large.at(-1)!;
      // Whole units, so that a last-bit difference between two libraries' exp() can hardly change a draw.
      this.thresholds[less] = Math.round(scaled[less]! * 0x1_0000_0000);
      this.aliases[less] = more;
      scaled[more]! -= 1 - scaled[less]!;
      if (scaled[more]! < 1) small.push(large.pop()!);
    }
    for (const index of [...small, ...large]) this.thresholds[index] = 0x1_0000_0000;
  }

  /** @param column @param coin independent uniform 32-bit numbers. */
  draw(column: number, coin: number): number {
    const index = Math.floor((column * this.size) / 0x1_0000_0000);
    return coin < this.thresholds[index]! ? index : this.aliases[index]!;
  }
}
