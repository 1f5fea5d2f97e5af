import type { DeviceBuffer } from "../buffer.js";
import type { Client } from "../client.js";
import { type ConformanceCheck, expectRefusal, expectTrue, expectValues, NotOffered } from "./check.js";
import { addProgram, allReduceProgram, donatedStepProgram, threeResultsProgram } from "./programs.js";

const X = Float32Array.of(1, 2, 3, 4);
const Y = Float32Array.of(10, 20, 30, 40);

export function floats(client: Client, values: Float32Array): Promise<DeviceBuffer> {
  return client.fromHost(values, "f32", [values.length]);
}

function disposeAll(...objects: { dispose(): void }[]): void {
  for (const object of objects) object.dispose();
}

export const executionChecks: readonly ConformanceCheck[] = [
  {
    name: "execute.results",
    async run({ client }) {
      const program = await client.compile(threeResultsProgram);
      const args = [
        await floats(client, X),
        await floats(client, Y),
        await client.fromHost(Int32Array.of(-7), "i32", []),
      ];
      const execution = program.execute([args]);
      await execution.done();
      const [sum, product, triple] = execution.outputs[0]!;
      expectTrue(product!.dims.join() === "2,2" && triple!.dims.length === 0, "results have other shapes");
      await expectValues(sum!, Float32Array.of(11, 22, 33, 44), "x + y");
      await expectValues(product!, Float32Array.of(10, 40, 90, 160), "x * y");
      await expectValues(triple!, Int32Array.of(-21), "3 n");
      disposeAll(program, ...args, ...execution.outputs[0]!);
      return "three results of different types";
    },
  },
  {
    name: "execute.chained",
    async run({ client }) {
      const program = await client.compile(addProgram);
      const one = await floats(client, Float32Array.of(1, 1, 1, 1));
      let sum = await floats(client, X);
      const executions = [];
      // Results go into the next execution while they may still be being computed.
      for (let i = 0; i < 50; i++) {
        const execution = program.execute([[sum, one]]);
        executions.push(execution);
        sum.dispose();
        sum = execution.outputs[0]![0]!;
      }
      await sum.ready();
      await expectValues(sum, Float32Array.of(51, 52, 53, 54), "50 additions");
      await Promise.all(executions.map((execution) => execution.done()));
      disposeAll(program, one, sum);
      return "50 executions before the first is waited for";
    },
  },
  {
    name: "execute.wait",
    async run({ client }) {
      const program = await client.compile(addProgram);
      const args = [await floats(client, X), await floats(client, Y)];
      const execution = program.execute([args]);
      execution.wait();
      execution.wait();
      await execution.done();
      await execution.done();
      await expectValues(execution.outputs[0]![0]!, Float32Array.of(11, 22, 33, 44), "x + y");
      disposeAll(program, ...args, ...execution.outputs[0]!);
      return "blocking, and more than once";
    },
  },
  {
    name: "execute.donation",
    async run({ client }) {
      const program = await client.compile(donatedStepProgram(1024));
      const step = await floats(client, new Float32Array(1024).fill(0.5));
      const first = await floats(client, new Float32Array(1024));
      const execution = program.execute([[first, step]]);
      await execution.done();
      const [second, loss] = execution.outputs[0]!;
      await expectValues(second!, new Float32Array(1024).fill(0.5), "the state");
      if (!first.deleted) throw new NotOffered("arguments are copied, not taken over");
      await expectRefusal("reading a donated argument", () => first.toHost(new Float32Array(1024)));
      await expectRefusal("executing with a donated argument", () => program.execute([[first, step]]).done());
      await expectRefusal("donating an argument that is used twice", () =>
        program.execute([[second!, second!]]).done(),
      );
      disposeAll(program, first, step, second!, loss!);
      return "the argument's memory is taken over, and its use is refused";
    },
  },
  {
    name: "execute.all-reduce",
    async run({ client }) {
      const count = Math.min(8, client.devices.length);
      if (count < 2) throw new NotOffered("there is one device");
      const program = await client.compile(allReduceProgram(count), { replicas: count });
      const devices = client.devices.slice(0, count);
      const args = await Promise.all(
        devices.map((device, i) =>
          client.fromHost(
            X.map((x) => x * (i + 1)),
            "f32",
            [4],
            device,
          ),
        ),
      );
      const execution = program.execute(args.map((buffer) => [buffer]));
      await execution.done();
      const factor = (count * (count + 1)) / 2;
      for (const [buffer] of execution.outputs)
        await expectValues(
          buffer!,
          X.map((x) => x * factor),
          "the sum over devices",
        );
      disposeAll(program, ...args, ...execution.outputs.flat());
      return `${count} devices`;
    },
  },
  {
    name: "execute.steady-memory",
    async run({ client }) {
      const program = await client.compile(donatedStepProgram(1024));
      const step = await floats(client, new Float32Array(1024).fill(1));
      let state = await floats(client, new Float32Array(1024));
      const run = async () => {
        const execution = program.execute([[state, step]]);
        await execution.done();
        const [next, loss] = execution.outputs[0]!;
        disposeAll(state, loss!);
        state = next!;
      };
      await run();
      const [objects, before] = [client.liveObjects, client.devices[0]!.memoryStats()];
      for (let i = 0; i < 100; i++) await run();
      const after = client.devices[0]!.memoryStats();
      expectTrue(client.liveObjects === objects, `${client.liveObjects - objects} objects are left of 100 executions`);
      if (before && after) {
        expectTrue(
          after.bytesInUse <= before.bytesInUse,
          `${after.bytesInUse - before.bytesInUse} bytes are left in use`,
        );
      }
      await expectValues(state, new Float32Array(1024).fill(101), "the state");
      disposeAll(program, step, state);
      return before ? "by objects and by the device's count of bytes" : "by objects; the plugin counts no bytes";
    },
  },
];
