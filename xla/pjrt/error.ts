/** Codes of the PJRT C API, by number. */
const CODES = [
  "OK",
  "CANCELLED",
  "UNKNOWN",
  "INVALID_ARGUMENT",
  "DEADLINE_EXCEEDED",
  "NOT_FOUND",
  "ALREADY_EXISTS",
  "PERMISSION_DENIED",
  "RESOURCE_EXHAUSTED",
  "FAILED_PRECONDITION",
  "ABORTED",
  "OUT_OF_RANGE",
  "UNIMPLEMENTED",
  "INTERNAL",
  "UNAVAILABLE",
  "DATA_LOSS",
  "UNAUTHENTICATED",
] as const;
export type PjrtErrorCode = (typeof CODES)[number];

export function errorCode(number: number): PjrtErrorCode {
  return CODES[number] ?? "UNKNOWN";
}

/** Whatever goes wrong at a plugin: what it answered, or why it could not even be asked. */
export class PjrtError extends Error {
  override readonly name = "PjrtError";
  readonly code: PjrtErrorCode;
  /** The API function that failed, or what was tried, e.g. `load`. */
  readonly call: string;

  constructor(code: PjrtErrorCode, call: string, message: string) {
    super(`${call}: ${message} (${code})`);
    this.code = code;
    this.call = call;
  }
}
