import type { DeviceBuffer } from "../../../../xla/pjrt/buffer.js";
import type { InferenceBatch } from "../../engine.js";
import type { Runtime } from "./runtime.js";
import type { Scorer } from "./scorer.js";

/**
 * One inference batch as a closure that blocks until its logits are there (`resident`: on the device; `fed`: ids copied
 * in, logits copied out). Waiting on this thread costs microseconds where a promise costs tens of them.
 */
export async function prepareInference(
  runtime: Runtime,
  scorer: Scorer,
  { variant, users, items }: InferenceBatch,
): Promise<{ run(): Promise<void>; dispose(): void }> {
  const pairs = users.length;
  const { client } = runtime.devices;
  const { program, executable } = await scorer.programFor(pairs);
  const weights = await scorer.scoringWeights();
  const weightArguments = program.arguments.slice(0, -2).map(({ name }) => weights.get(name)![0]!);

  if (variant === "resident") {
    const ids = [await client.fromHost(users, "i32", [pairs]), await client.fromHost(items, "i32", [pairs])];
    const args = [[...weightArguments, ...ids]];
    return {
      run: async () => {
        const execution = executable.execute(args);
        execution.wait();
        execution.outputs[0]![0]!.dispose();
      },
      dispose: () => {
        for (const buffer of ids) buffer.dispose();
      },
    };
  }
  const logits = new Float32Array(pairs);
  const run = async () => {
    const ids: DeviceBuffer[] = [
      client.fromHostSync(users, "i32", [pairs]),
      client.fromHostSync(items, "i32", [pairs]),
    ];
    const execution = executable.execute([[...weightArguments, ...ids]]);
    const [output] = execution.outputs[0]!;
    output!.toHostSync(logits);
    execution.wait();
    for (const buffer of [...ids, output!]) buffer.dispose();
  };
  return { run, dispose: () => undefined };
}
