/** One thing that the doctor looked at. */
export interface Check {
  /** Stable name, e.g. `tfjs.wasm`. */
  id: string;
  /** `note`: absent, but nothing needs it. `warn`: figures or setup will suffer. `fail`: it keeps something from running. */
  status: "ok" | "note" | "warn" | "fail";
  value: string;
  /** A command to paste, or what to do where no command does it; null where there is nothing to do. */
  fix: string | null;
}

export const ok = (id: string, value: string): Check => ({ id, status: "ok", value, fix: null });

export const note = (id: string, value: string, fix: string | null = null): Check => ({
  id,
  status: "note",
  value,
  fix,
});

export const warn = (id: string, value: string, fix: string): Check => ({ id, status: "warn", value, fix });

export const fail = (id: string, value: string, fix: string): Check => ({ id, status: "fail", value, fix });
