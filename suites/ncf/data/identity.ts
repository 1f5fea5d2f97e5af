import { createHash } from "node:crypto";
import type { NcfDataset } from "../dataset.js";

/**
 * sha256 over sizes and columns: equal for equal content, wherever it came from and however it is stored. (Columns enter
 * as little-endian int32; Node runs on no other byte order that TensorFlow supports.)
 */
export function datasetHash(data: Omit<NcfDataset, "manifest" | "trainUsers">): string {
  const hash = createHash("sha256");
  const perUser = data.evalNegatives?.perUser ?? 0;
  hash.update(
    `ncf-dataset/1 users=${data.users} items=${data.items} train=${data.trainItems.length} negatives=${perUser}\n`,
  );
  hash.update(bytesOf(data.trainOffsets)).update(bytesOf(data.trainItems)).update(bytesOf(data.testItems));
  if (data.evalNegatives) hash.update(bytesOf(data.evalNegatives.items));
  return hash.digest("hex");
}

/** The memory of a column, not a copy. */
export function bytesOf(column: Int32Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}
