import { ExitCode } from "./exit-code.js";

export interface UserErrorInit {
  /** Stable identifier for scripts and tests, e.g. `data.column-missing`. */
  code: string;
  /** What is wrong, in one sentence. */
  what: string;
  /** Where: a file, `file:line`, a flag, a cell. */
  where?: string;
  /** What to do about it: an action, ideally a command that can be pasted. */
  hint?: string;
  exitCode?: ExitCode;
  cause?: unknown;
}

/**
 * An error that a person can act on. The command line prints it as `where: what` and `hint`, without a stack, and exits
 * with `exitCode` (2 unless said otherwise). Everything else that is thrown is a defect of ours.
 */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly code: string;
  readonly what: string;
  readonly where: string | undefined;
  readonly hint: string | undefined;
  readonly exitCode: ExitCode;

  constructor(init: UserErrorInit) {
    super(init.where === undefined ? init.what : `${init.where}: ${init.what}`, { cause: init.cause });
    this.code = init.code;
    this.what = init.what;
    this.where = init.where;
    this.hint = init.hint;
    this.exitCode = init.exitCode ?? ExitCode.Usage;
  }
}
