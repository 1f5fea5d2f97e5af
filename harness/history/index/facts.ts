import { sha256Hex } from "../../../storage/canonical-json.js";
import { decodeNonFinite, encodeNonFinite } from "../../../storage/checked-line.js";

/** Descriptions that thousands of runs share (machines, engines, cells), each kept once under the hash of its JSON. */
export class Facts {
  /** JSON by its hash. */
  readonly texts = new Map<string, string>();
  private readonly hashes = new Map<string, string>();

  /** The hash that stands for the value. */
  add(value: unknown): string {
    const text = JSON.stringify(encodeNonFinite(value));
    let hash = this.hashes.get(text);
    if (hash === undefined) {
      hash = sha256Hex(text).slice(0, 16);
      this.hashes.set(text, hash);
      this.texts.set(hash, text);
    }
    return hash;
  }
}

/** The inverse, where one value is one object however often it is asked for. */
export function factReader(texts: ReadonlyMap<string, string>): (hash: string) => unknown {
  const values = new Map<string, unknown>();
  return (hash) => {
    if (!values.has(hash)) values.set(hash, decodeNonFinite(JSON.parse(texts.get(hash)!)));
    return values.get(hash);
  };
}
