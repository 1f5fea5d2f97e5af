import type { Suite } from "../../suites/suite.js";
import { serveLaunch } from "./serve.js";

/** The worker process: one launch of one cell, then the end. Spawned by harness/run/launch.ts only. */
const path = "../../suites/suites.js";
const { getSuite } = (await import(path)) as { getSuite: (name: string) => Suite };
await serveLaunch(getSuite);
