import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { functionSlots } from "./layout/layout.js";

export interface FakePlugin {
  major?: number;
  minor?: number;
  /** `struct_size` of its API; that of the whole table unless given. */
  size?: number;
  /** What `PJRT_Client_Create` does. */
  create?: "succeed" | "refuse" | "crash" | "hang";
  /** `GetPjrtApi` gives a null pointer. */
  nothing?: boolean;
}

/** Whether a C compiler is there to build fake plugins with. */
export const hasCompiler = (() => {
  try {
    execFileSync("cc", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

const SOURCE = fileURLToPath(new URL("testdata/fake-plugin.c", import.meta.url));

/** Builds a shared library that is a plugin in some respects; gives its path. */
export function buildFakePlugin(dir: string, name: string, fake: FakePlugin): string {
  const { major = 0, minor = 100, size = 40 + 8 * 160, create = "refuse", nothing = false } = fake;
  const file = join(dir, `${name}.so`);
  const defines = { MAJOR: major, MINOR: minor, SIZE: size, CREATE: create, ...functionSlots };
  const flags = Object.entries(defines).map(([key, value]) => `-D${key}=${value}`);
  execFileSync("cc", ["-shared", "-fPIC", "-w", ...flags, ...(nothing ? ["-DNOTHING"] : []), "-o", file, SOURCE]);
  return file;
}
