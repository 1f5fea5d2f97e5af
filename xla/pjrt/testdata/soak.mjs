// Repeats one thing with a plugin and prints the process's resident bytes along the way: node soak.mjs DIST PLUGIN WHAT COUNT
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [dist, file, what, count] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(dist, "xla/pjrt", path)).href);
const { loadPlugin } = await load("plugin.js");
const { donatedStepProgram } = await load("conformance/programs.js");

const plugin = loadPlugin(file);
const open = () => plugin.createClient({ cpu_device_count: 1 });
// 64 KiB: a buffer that stays behind each time is more than what the heap varies by.
const SIZE = 16_384;
const floats = (client) => client.fromHost(new Float32Array(SIZE).fill(1), "f32", [SIZE]);

async function training() {
  const client = await open();
  const program = await client.compile(donatedStepProgram(SIZE));
  let state = await floats(client);
  const loss = new Float32Array(SIZE);
  return {
    client,
    async step() {
      const batch = await floats(client);
      const execution = program.execute([[state, batch]]);
      const [next, result] = execution.outputs[0];
      await execution.done();
      await result.toHost(loss);
      for (const object of [state, batch, result]) object.dispose();
      state = next;
    },
  };
}

async function compiling() {
  const client = await open();
  return {
    client,
    async step() {
      const program = await client.compile(donatedStepProgram(SIZE));
      program.program.memory();
      program.program.costAnalysis();
      program.program.serialize();
      program.dispose();
    },
  };
}

/** Errors of all kinds, which must not leave anything either. */
async function failing() {
  const client = await open();
  const program = await client.compile(donatedStepProgram(SIZE));
  const state = await floats(client);
  return {
    client,
    async step() {
      await client.compile("no program").catch(() => undefined);
      try {
        program.execute([[state, state]]).wait();
      } catch {
        return;
      }
      throw new Error("an argument that is donated and used was accepted");
    },
  };
}

async function starting() {
  return {
    client: null,
    async step() {
      const client = await open();
      await floats(client);
      client.dispose();
    },
  };
}

const { client, step } = await { training, compiling, failing, starting }[what]();
const seen = [];
for (let i = 1; i <= Number(count); i++) {
  await step();
  if (i % (Number(count) / 5) !== 0) continue;
  globalThis.gc();
  seen.push({ resident: process.memoryUsage().rss, objects: client?.liveObjects ?? 0 });
}
process.stdout.write(JSON.stringify(seen));
