import type { DeviceBuffer } from "../../../../xla/pjrt/buffer.js";
import type { InferenceBatch } from "../../engine.js";
import { disposeAll, type Runtime } from "./runtime.js";
import type { Scorer } from "./scorer.js";

/**
 * One inference batch as a closure that blocks until its logits are there (`resident`: on the devices; `fed`: ids copied
 * in, logits copied out). Each device scores its part of the batch. Waiting on this thread costs microseconds where a
 * promise costs tens of them.
 */
export async function prepareInference(
  runtime: Runtime,
  scorer: Scorer,
  { variant, users, items }: InferenceBatch,
): Promise<{ run(): Promise<void>; dispose(): void }> {
  const { client, count } = runtime.devices;
  const devices = client.devices.slice(0, count);
  const pairs = Math.ceil(users.length / count);
  const { program, executable } = await scorer.programFor(pairs);
  const weights = await scorer.scoringWeights();
  const weightArguments = devices.map((_, device) =>
    program.arguments.slice(0, -2).map(({ name }) => weights.get(name)![device]!),
  );
  // A batch that does not divide is padded with its own first pairs.
  const parts = (ids: Int32Array) =>
    devices.map((_, device) => Int32Array.from({ length: pairs }, (_, i) => ids[(device * pairs + i) % ids.length]!));
  const userParts = parts(users);
  const itemParts = parts(items);

  if (variant === "resident") {
    const ids = [
      await runtime.place((device) => userParts[device]!, "i32", [pairs]),
      await runtime.place((device) => itemParts[device]!, "i32", [pairs]),
    ];
    const args = weightArguments.map((own, device) => [...own, ...ids.map((list) => list[device]!)]);
    return {
      run: async () => {
        const execution = executable.execute(args);
        execution.wait();
        disposeAll(execution.outputs);
      },
      dispose: () => disposeAll(ids),
    };
  }
  const logits = devices.map(() => new Float32Array(pairs));
  const run = async () => {
    const ids: DeviceBuffer[][] = devices.map((device, index) => [
      client.fromHostSync(userParts[index]!, "i32", [pairs], device),
      client.fromHostSync(itemParts[index]!, "i32", [pairs], device),
    ]);
    const execution = executable.execute(weightArguments.map((own, device) => [...own, ...ids[device]!]));
    execution.outputs.forEach(([output], device) => {
      output!.toHostSync(logits[device]!);
    });
    execution.wait();
    disposeAll(ids);
    disposeAll(execution.outputs);
  };
  return { run, dispose: () => undefined };
}
