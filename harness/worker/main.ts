import { getSuite } from "../../suites/suites.js";
import { serveLaunch } from "./serve.js";

/** The worker process: one launch of one cell, then the end. Spawned by harness/run/launch.ts only. */
await serveLaunch(getSuite);
