import { hashHloModule } from "../../../../xla/hlo/hash.js";
import type { LoadedProgram } from "./runtime.js";

/** What the compiler made of the programs, as the record's engine tells it. */
export interface OptimizedPrograms {
  /** `name:hash` of each program; null where one cannot be told. */
  list: string | null;
  /** Why it cannot. */
  untold: string | null;
}

/**
 * Hashes of the optimized programs: two launches have the same ones where the compiler came to the same instructions, also
 * from other flags or of another version. Takes milliseconds; programs of which it is known already are not asked again.
 */
export function optimizedPrograms(programs: ReadonlyMap<string, LoadedProgram>): OptimizedPrograms {
  try {
    const list = [...programs].map(([name, loaded]) => {
      loaded.optimizedSha256 ??= hashHloModule(loaded.executable.program.optimizedProgram().code);
      return `${name}:${loaded.optimizedSha256.slice(0, 12)}`;
    });
    return { list: list.join(" "), untold: null };
  } catch (error) {
    return { list: null, untold: `the plugin does not tell the optimized program: ${(error as Error).message}` };
  }
}
