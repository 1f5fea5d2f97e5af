import { type ConformanceCheck, expectRefusal, expectTrue, NotOffered } from "./check.js";
import { floats } from "./execution-checks.js";
import { addProgram, matmulProgram } from "./programs.js";

const SIZE = 512;

export const lifetimeChecks: readonly ConformanceCheck[] = [
  {
    name: "dispose.twice",
    async run({ createClient }) {
      const client = await createClient();
      const program = await client.compile(addProgram);
      const x = await floats(client, new Float32Array(4));
      for (const object of [program.program, program, x, client]) {
        object.dispose();
        object.dispose();
        object[Symbol.dispose]();
      }
      expectTrue(client.liveObjects === 0, `${client.liveObjects} objects are left`);
      return "buffers, programs and clients";
    },
  },
  {
    name: "dispose.then-use",
    async run({ createClient }) {
      const client = await createClient();
      const program = await client.compile(addProgram);
      const [x, gone] = [await floats(client, new Float32Array(4)), await floats(client, new Float32Array(4))];
      const refused = (what: string, work: () => unknown) => expectRefusal(what, work, ["FAILED_PRECONDITION"]);
      gone.dispose();
      await refused("reading", () => gone.toHost(new Float32Array(4)));
      await refused("waiting", () => gone.ready());
      await refused("executing with it", () => program.execute([[x, gone]]));
      program.dispose();
      await refused("executing a program", () => program.execute([[x, x]]));
      await refused("asking a program", () => program.program.memory());
      client.dispose();
      await refused("compiling", () => client.compile(addProgram));
      await refused("sending", () => floats(client, new Float32Array(4)));
      await refused("asking a device", () => client.devices[0]!.memoryStats());
      return "an error each time";
    },
  },
  {
    name: "dispose.client-first",
    async run({ createClient }) {
      const client = await createClient();
      const program = await client.compile(addProgram);
      const x = await floats(client, new Float32Array(4));
      const execution = program.execute([[x, x]]);
      client.dispose();
      await expectRefusal("reading", () => x.toHost(new Float32Array(4)), ["FAILED_PRECONDITION"]);
      await expectRefusal("executing", () => program.execute([[x, x]]), ["FAILED_PRECONDITION"]);
      for (const object of [x, program, ...execution.outputs[0]!]) object.dispose();
      return "takes along what belongs to it, also an execution that nobody waited for";
    },
  },
  {
    name: "dispose.while-running",
    async run({ createClient }) {
      const client = await createClient();
      const program = await client.compile(matmulProgram(SIZE));
      const x = await client.fromHost(new Float32Array(SIZE * SIZE).fill(1), "f32", [SIZE, SIZE]);
      const execution = program.execute([[x]]);
      const [result] = execution.outputs[0]!;
      const values = result!.toHost(new Float32Array(SIZE * SIZE));
      const done = execution.done();
      const compiling = expectRefusal("compiling beyond the end", () => client.compile(addProgram));
      for (const object of [x, program, result!, client]) object.dispose();
      await done;
      expectTrue(
        (await values).every((value) => value === SIZE),
        "the result was cut short",
      );
      await compiling;
      return "what runs is finished first";
    },
  },
  {
    name: "device.memory",
    async run({ client }) {
      const device = client.devices[0]!;
      const before = device.memoryStats();
      if (before === null) throw new NotOffered("no memory statistics");
      const buffer = await floats(client, new Float32Array(1 << 20));
      await buffer.ready();
      const grown = device.memoryStats()!.bytesInUse - before.bytesInUse;
      expectTrue(grown >= buffer.bytes, `a buffer of ${buffer.bytes} bytes takes ${grown}`);
      expectTrue(buffer.deviceBytes() >= buffer.bytes, `a buffer of ${buffer.bytes} bytes has ${buffer.deviceBytes()}`);
      buffer.dispose();
      return `${before.bytesLimit ?? "an unknown number of"} bytes in all`;
    },
  },
];
