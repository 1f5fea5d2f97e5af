import type { Client } from "../client.js";
import { type ConformanceCheck, expectRefusal, expectValues, NotOffered } from "./check.js";
import { floats } from "./execution-checks.js";
import { addProgram, allReduceProgram, hugeProgram, identityProgram } from "./programs.js";

const FOUR = Float32Array.of(1, 2, 3, 4);

/** After an error the client must go on: a small program still gives the right answer. */
async function expectAlive(client: Client): Promise<void> {
  const program = await client.compile(addProgram);
  const x = await floats(client, FOUR);
  const execution = program.execute([[x, x]]);
  await execution.done();
  await expectValues(
    execution.outputs[0]![0]!,
    FOUR.map((value) => 2 * value),
    "after the error, x + x",
  );
  for (const object of [program, x, ...execution.outputs[0]!]) object.dispose();
}

const BAD_PROGRAMS = {
  "an empty text": "",
  "a text that is no program": "this is no program",
  "a program without main": "module {}",
  "a value that is not defined": addProgram.replace(/\(%0, %1\)/, "(%0, %9)"),
  "an unknown operation": addProgram.replace("stablehlo.add", "stablehlo.no_such_operation"),
  "an unknown custom call":
    'func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {\n  %y = "stablehlo.custom_call"(%x) {call_target_name = "ncf.none"} : (tensor<4xf32>) -> tensor<4xf32>\n  return %y : tensor<4xf32>\n}',
  "a dimension that is not known": identityProgram("f32", [4]).replaceAll("tensor<4x", "tensor<?x"),
};

export const refusalChecks: readonly ConformanceCheck[] = [
  {
    name: "refuse.bad-programs",
    async run({ client }) {
      for (const [what, text] of Object.entries(BAD_PROGRAMS)) {
        await expectRefusal(what, () => client.compile(text));
      }
      await expectAlive(client);
      return `${Object.keys(BAD_PROGRAMS).length} of them`;
    },
  },
  {
    name: "refuse.bad-options",
    async run({ client }) {
      await expectRefusal("an unknown flag", () => client.compile(addProgram, { flags: { xla_no_such_flag: true } }));
      for (const replicas of [0, -1, 1.5]) {
        await expectRefusal(`${replicas} replicas`, () => client.compile(addProgram, { replicas }), [
          "INVALID_ARGUMENT",
        ]);
      }
      const tooMany = { replicas: client.devices.length + 1 };
      await expectRefusal("more replicas than devices", () => client.compile(addProgram, tooMany), [
        "INVALID_ARGUMENT",
      ]);
      await expectAlive(client);
      return "flags and replicas";
    },
  },
  {
    name: "refuse.bad-arguments",
    async run({ client }) {
      const program = await client.compile(addProgram);
      const x = await floats(client, FOUR);
      const others = {
        "another shape": await client.fromHost(FOUR, "f32", [2, 2]),
        "more elements": await floats(client, new Float32Array(5)),
        "another type": await client.fromHost(Int32Array.of(1, 2, 3, 4), "i32", [4]),
      };
      for (const [what, other] of Object.entries(others)) {
        await expectRefusal(what, () => program.execute([[x, other]]), ["INVALID_ARGUMENT"]);
        other.dispose();
      }
      for (const list of [[], [x], [x, x, x]]) {
        await expectRefusal(`${list.length} arguments`, () => program.execute([list]), ["INVALID_ARGUMENT"]);
      }
      await expectRefusal(
        "arguments for two devices",
        () =>
          program.execute([
            [x, x],
            [x, x],
          ]),
        ["INVALID_ARGUMENT"],
      );
      for (const dims of [[5], [-4], [-2, -2], [1.5]]) {
        await expectRefusal(`f32[${dims}] of four floats`, () => client.fromHost(FOUR, "f32", dims), [
          "INVALID_ARGUMENT",
        ]);
      }
      await expectRefusal("three floats for four", () => x.toHost(new Float32Array(3)), ["INVALID_ARGUMENT"]);
      program.dispose();
      x.dispose();
      await expectAlive(client);
      return "count, shape, type and size";
    },
  },
  {
    name: "refuse.other-device",
    async run({ client }) {
      if (client.devices.length < 2) throw new NotOffered("there is one device");
      const program = await client.compile(addProgram);
      const x = await client.fromHost(FOUR, "f32", [4], client.devices[1]);
      await expectRefusal("an argument on another device", () => program.execute([[x, x]]).done());
      program.dispose();
      x.dispose();
      await expectAlive(client);
      return "an argument must lie where the program runs";
    },
  },
  {
    name: "refuse.on-one-device",
    async run({ client }) {
      if (client.devices.length < 2) throw new NotOffered("there is one device");
      const program = await client.compile(allReduceProgram(2), { replicas: 2 });
      const send = (device: number) => client.fromHost(FOUR, "f32", [4], client.devices[device]);
      const [x, gone] = [await send(0), await send(1)];
      gone.dispose();
      await expectRefusal("a buffer that is gone on one of two devices", () => program.execute([[x], [gone]]).done());
      const [y, z] = [await send(1), await send(1)];
      const first = program.execute([[x], [y]]);
      await first.done();
      await expectRefusal("a buffer that was donated on one of two", () =>
        program.execute([[first.outputs[0]![0]!], [y]]).done(),
      );
      const second = program.execute([[first.outputs[0]![0]!], [z]]);
      await second.done();
      await expectValues(
        second.outputs[1]![0]!,
        FOUR.map((value) => 3 * value),
        "the sum after it",
      );
      for (const object of [program, x, y, z, ...first.outputs.flat(), ...second.outputs.flat()]) object.dispose();
      return "no device is left waiting for the other";
    },
  },
  {
    name: "refuse.other-client",
    async run({ client, createClient }) {
      const other = await createClient();
      const program = await client.compile(addProgram);
      const x = await floats(other, FOUR);
      await expectRefusal("another client's buffer", () => program.execute([[x, x]]), ["INVALID_ARGUMENT"]);
      const device = other.devices[0]!;
      await expectRefusal("another client's device", () => client.fromHost(FOUR, "f32", [4], device), [
        "INVALID_ARGUMENT",
      ]);
      program.dispose();
      other.dispose();
      await expectAlive(client);
      return "buffers and devices";
    },
  },
  {
    name: "refuse.out-of-memory",
    async run({ client }) {
      const x = await client.fromHost(Float32Array.of(1), "f32", []);
      let code = "";
      try {
        code = await expectRefusal("a result of 64 TiB", async () => {
          const program = await client.compile(hugeProgram);
          const execution = program.execute([[x]]);
          await execution.done();
          await execution.outputs[0]![0]!.ready();
        });
      } finally {
        x.dispose();
      }
      await expectAlive(client);
      return `a result of 64 TiB: ${code}`;
    },
  },
];
