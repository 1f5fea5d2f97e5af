/** Decimal text only: what is no number becomes NaN, which the range checks refuse by the option's name. */
export function share(text: string): number {
  return /^\d*\.?\d+(e-?\d+)?$/i.test(text.trim()) ? Number(text) : Number.NaN;
}
