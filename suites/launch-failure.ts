/** A failure of a launch whose kind is known where it happens; the harness puts it into the record as it is. */
export class LaunchFailure extends Error {
  override readonly name = "LaunchFailure";
  /** `oom`: a device or the host has no room for it. `compile`: the compiler refused the program. `device`: running it failed. */
  readonly kind: "oom" | "compile" | "device";
  readonly hint: string;

  constructor(kind: LaunchFailure["kind"], message: string, hint: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
    this.hint = hint;
  }
}
