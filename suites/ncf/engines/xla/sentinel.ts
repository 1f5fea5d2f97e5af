import { cachedCompile } from "../../../../xla/pjrt/compile-cache.js";
import type { Cell } from "../../../cell.js";
import type { MachineView, SentinelReading } from "../../../suite.js";
import { UnsupportedError } from "../../engine.js";
import { sentinelInputs } from "../../sentinel/inputs.js";
import { measureSentinel } from "../../sentinel/measure.js";
import { cpuSentinel, gpuSentinel } from "../../sentinel/program.js";
import { openDevices } from "./devices.js";
import { pluginFor } from "./plugin-for.js";
import { programStore } from "./program-store.js";

/**
 * Times the frozen StableHLO program on the first device of the cell's plugin, under XLA's default pipeline. It is compiled once
 * on a machine: a GPU's compiler tunes by timing, and another choice of kernels is no change of the machine.
 */
export async function xlaSentinel(cell: Cell, machine: MachineView): Promise<SentinelReading> {
  const plugin = pluginFor(cell, machine);
  if ("unsupported" in plugin) throw new UnsupportedError(plugin.unsupported);
  const { client, environmentFlags, identity, platform, pluginSha256 } = await openDevices(plugin.found, cell);
  try {
    const program = platform === "cpu" ? cpuSentinel : gpuSentinel;
    const { executable } = await cachedCompile(client, program.stablehlo, {}, identity, programStore());
    const inputs = await Promise.all(
      sentinelInputs(program).map(({ dims, data }) =>
        client.fromHost(data, data instanceof Int32Array ? "i32" : "f32", dims),
      ),
    );
    const { name, version, origin } = plugin.found;
    const engine = {
      name: "xla",
      backend: name,
      version: `${version ?? "unknown"}, PJRT ${client.plugin.apiVersion.major}.${client.plugin.apiVersion.minor}`,
      device: client.devices[0]!.kind,
      details: {
        pluginOrigin: origin,
        pluginSha256,
        platform: `${client.platformName} ${client.platformVersion}`,
        ...(environmentFlags ? { environmentFlags } : {}),
      },
    };
    const answer = new Float32Array(1);
    return await measureSentinel(program, engine, async () => {
      const execution = executable.execute([inputs]);
      execution.wait();
      const [result] = execution.outputs[0]!;
      // A promise takes tens of microseconds, and not always as many: on a GPU they would be part of what is timed.
      if (program === gpuSentinel) result!.toHostSync(answer);
      else await result!.toHost(answer);
      result!.dispose();
      return answer[0]!;
    });
  } finally {
    client.dispose();
  }
}
