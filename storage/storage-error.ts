import { ExitCode } from "../errors/exit-code.js";
import { UserError } from "../errors/user-error.js";

const HINTS: Record<string, string> = {
  ENOSPC: "free some space there, or choose another folder, then run the same command again",
  EDQUOT: "the disk quota is used up: free some space, or choose another folder, then run the same command again",
  EFBIG: "the file-size limit is reached: raise it (ulimit -f), then run the same command again",
  EROFS: "the file system is read-only: choose another folder",
  EACCES: "choose a folder that you may write to, or change its permissions",
  EPERM: "choose a folder that you may write to, or change its permissions",
  EIO: "the disk reported an error: look at the system log (dmesg), do not trust this disk, choose another folder",
  ENOENT: "create the folder, or choose another one",
  ENOTDIR: "a part of the path is a file: choose another folder",
  EISDIR: "a folder stands where the file should be: move it away",
  ELOOP: "a symbolic link stands where the file should be: remove it",
};

/** An operating system's error with its path and what to do about it; anything else comes back as it is. */
export function storageError(error: unknown, path: string, what: string): unknown {
  if (error instanceof UserError) return error;
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const hint = code === undefined ? undefined : HINTS[code];
  if (code === undefined || hint === undefined) return error;
  const exitCode = ["ENOENT", "ENOTDIR", "EISDIR"].includes(code) ? ExitCode.Usage : ExitCode.Incomplete;
  return new UserError({
    code: `storage.${code.toLowerCase()}`,
    what: `${what} (${code})`,
    where: path,
    hint,
    exitCode,
    cause: error,
  });
}
