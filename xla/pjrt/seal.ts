import { createHash } from "node:crypto";
import { PjrtError } from "./error.js";

const DIGEST_BYTES = 32;

/** Puts the sha256 of bytes before them. */
export function seal(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([digest(bytes), bytes]);
}

/** The bytes that `seal` was given. @throws PjrtError DATA_LOSS when they are torn or were changed. */
export function unseal(sealed: Uint8Array): Uint8Array {
  const bytes = sealed.subarray(DIGEST_BYTES);
  if (digest(bytes).equals(sealed.subarray(0, DIGEST_BYTES))) return bytes;
  throw new PjrtError("DATA_LOSS", "deserialize", "the compiled program is damaged: compile it again");
}

function digest(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
