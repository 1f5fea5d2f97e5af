import { type HloHashes, hashHloModule } from "../../../../xla/hlo/hash.js";
import type { LoadedProgram } from "./runtime.js";

/** What the compiler made of the programs, as the record's engine tells it. */
export interface OptimizedPrograms {
  /** `name:hash` of each program's instructions; null where one cannot be told. */
  list: string | null;
  /** The same of the settings that the back end runs them with. */
  settings: string | null;
  /** Why it cannot. */
  untold: string | null;
}

/**
 * Hashes of the optimized programs: two launches have the same ones where the compiler came to the same instructions, also
 * from other flags or of another version, and the same settings where it also tuned them alike. Takes milliseconds; programs
 * of which it is known already are not asked again.
 */
export function optimizedPrograms(programs: ReadonlyMap<string, LoadedProgram>): OptimizedPrograms {
  try {
    const told = [...programs].map(([name, loaded]) => {
      loaded.optimized ??= hashHloModule(loaded.executable.program.optimizedProgram().code);
      return { name, ...loaded.optimized };
    });
    const list = (hash: keyof HloHashes) => told.map((one) => `${one.name}:${one[hash].slice(0, 12)}`).join(" ");
    return { list: list("instructions"), settings: list("settings"), untold: null };
  } catch (error) {
    return {
      list: null,
      settings: null,
      untold: `the plugin does not tell the optimized program: ${(error as Error).message}`,
    };
  }
}
