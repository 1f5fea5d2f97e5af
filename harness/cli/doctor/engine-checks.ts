import type { BackendProbe } from "../../../suites/ncf/engines/tfjs/backends.js";
import type { ProbeResult } from "../../machine/probe.js";
import { probe } from "../../machine/probe.js";
import { type Check, fail, note, ok, warn } from "./check.js";

/** TensorFlow.js backends; `gpus`: how many are visible, for a GPU without a backend for it is what goes wrong silently. */
export function backendChecks(probes: readonly BackendProbe[], gpus: number): Check[] {
  const native = probes.some(({ backend, usable }) => usable && backend.startsWith("tfjs-node"));
  const checks = probes.map(({ backend, usable, reason, version }) => {
    const id = `tfjs.${backend}`;
    if (usable) return ok(id, version === null ? reason : `${version}, ${reason}`);
    if (backend === "tfjs-node-gpu") {
      return gpus > 0 ? warn(id, reason, "ncf-bench setup tfjs-gpu") : note(id, `${reason}; no GPU to use it`);
    }
    if (backend === "tfjs-node") return note(id, reason, native ? null : "ncf-bench setup tfjs");
    return warn(id, reason, "npm ci");
  });
  if (!probes.some(({ usable }) => usable)) checks.push(fail("tfjs", "no backend can run", "npm ci"));
  return checks;
}

const TOOLS = [
  ["python3", ["--version"], "sudo apt-get install python3"],
  ["pip", ["--version"], "sudo apt-get install python3-pip"],
  ["g++", ["--version"], "sudo apt-get install g++"],
] as const;

/** What `ncf-bench setup` builds with. Only noted where missing: measuring does without. */
export async function toolChecks(env: NodeJS.ProcessEnv): Promise<Check[]> {
  const answers = await Promise.all(
    TOOLS.map(([name, args]) =>
      // `pip` on the path may belong to another Python than the one that setup calls.
      name === "pip" ? probe("python3", ["-m", "pip", ...args], { env }) : probe(name, args, { env }),
    ),
  );
  return TOOLS.map(([name, , fix], i) => toolCheck(name, answers[i]!, fix));
}

function toolCheck(name: string, answer: ProbeResult, fix: string): Check {
  const id = `setup.${name}`;
  if (!answer.ok) return note(id, `${answer.reason}; only setup needs it`, fix);
  return ok(
    id,
    answer.stdout
      .split("\n")[0]!
      .replace(/ from .*/, "")
      .trim(),
  );
}
