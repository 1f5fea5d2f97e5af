import type { NcfEngine } from "../engine.js";
import { fakeEngine } from "./fake/engine.js";
import { oracleEngine } from "./oracle/engine.js";
import { tfjsEngine } from "./tfjs/engine.js";
import { xlaEngine } from "./xla/engine.js";

const engines: readonly NcfEngine[] = [xlaEngine, tfjsEngine, oracleEngine, fakeEngine];

export const engineNames: readonly string[] = engines.map((engine) => engine.name);

/** Engines load their backends when a session is opened, not here: this list is cheap. */
export function findEngine(name: string): NcfEngine | undefined {
  return engines.find((engine) => engine.name === name);
}
