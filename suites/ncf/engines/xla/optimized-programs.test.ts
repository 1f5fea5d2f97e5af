import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../../storage/package-root.js";
import { PjrtError } from "../../../../xla/pjrt/error.js";
import { findPlugin } from "../../../../xla/plugins/find.js";
import type { PluginName } from "../../../../xla/plugins/pins.js";
import { isGpuPlugin, noPlugin, places, testPlugins } from "../../../../xla/test-support.js";
import { synthesize } from "../../data/build.js";
import { openRequest } from "../../test-support.js";
import { optimizedPrograms } from "./optimized-programs.js";
import { pluginSha256 } from "./plugin-sha256.js";
import type { LoadedProgram } from "./runtime.js";
import { placeOn, pluginSession } from "./test-support.js";

const dataset = synthesize("users=40,items=50,ratings=1000,seed=3");
const request = (batch: number) =>
  openRequest(dataset, { engine: "xla", batch, shape: { factors: 8, layers: [32, 16] } });

const variants = {
  plain: { request: request(500), flags: {} },
  unfused: { request: request(500), flags: { xla_disable_hlo_passes: "fusion" } },
  batch: { request: request(400), flags: {} },
};
type Variant = keyof typeof variants;
type Said = Record<Variant, string>;

/** Opens sessions in their order, without the cache of compiled programs, and prints what each says of its programs. */
const CHILD = `
  const [root, plugin, place, order] = process.argv.slice(1);
  const { openDevices } = await import(root + "devices.js");
  const { Runtime } = await import(root + "runtime.js");
  const { XlaSession } = await import(root + "session.js");
  const said = {};
  for (const [name, { request, flags }] of JSON.parse(order)) {
    const cell = { ...request.cell, ...JSON.parse(place), xla: "on" };
    const { trainUsers, trainItems, trainOffsets, testItems, ...rest } = request.dataset;
    const array = (values) => Int32Array.from(Object.values(values));
    const dataset = {
      ...rest,
      trainUsers: array(trainUsers),
      trainItems: array(trainItems),
      trainOffsets: array(trainOffsets),
      testItems: array(testItems),
    };
    const devices = await openDevices(JSON.parse(plugin), cell);
    const session = await XlaSession.open({ ...request, dataset, cell }, new Runtime(devices, flags, null));
    await session.score(new Int32Array(4), new Int32Array(4), new Float32Array(4));
    said[name] = session.info().details.optimizedPrograms;
    await session.close();
  }
  console.log(JSON.stringify(said));
`;

async function inProcess(plugin: PluginName, order: Variant[]): Promise<Said> {
  const root = pathToFileURL(join(packageRoot(), "dist/suites/ncf/engines/xla/")).href;
  const asked = JSON.stringify(order.map((name) => [name, variants[name]]));
  const found = JSON.stringify(findPlugin(plugin, places));
  const argv = ["--input-type=module", "-e", CHILD, root, found, JSON.stringify(placeOn(plugin, 1)), asked];
  const { stdout } = await promisify(execFile)(process.execPath, argv);
  return JSON.parse(stdout) as Said;
}

describe.skipIf(noPlugin).each(testPlugins)("what plugin %s made of the programs", (plugin) => {
  it("is told alike by two processes that compile in another order, and apart for other flags and another batch", async () => {
    const orders: Variant[][] = [
      ["plain", "unfused", "batch"],
      ["batch", "unfused", "plain"],
    ];
    const [first, second] = (await Promise.all(orders.map((order) => inProcess(plugin, order)))) as [Said, Said];
    // A GPU's compiler times kernels and takes the fastest, now and then one of other instructions.
    if (!isGpuPlugin(plugin)) expect(second).toEqual(first);
    expect(first.plain).toMatch(/^ncf_train_epoch:[0-9a-f]{12} ncf_score:[0-9a-f]{12}$/);
    const [train, score] = hashes(first.plain);
    expect(hashes(first.unfused)[0]).not.toBe(train);
    expect(hashes(first.unfused)[1]).not.toBe(score);
    expect(hashes(first.batch)[0]).not.toBe(train);
    // Scoring goes by chunks of its own, whatever the batch.
    expect(hashes(first.batch)[1]).toBe(score);
  }, 240_000);

  it("is the same from the cache of compiled programs, and beside it stands the plugin's file", async () => {
    const said: string[] = [];
    for (const _ of [1, 2]) {
      const session = await pluginSession(plugin, request(500));
      const { details, observed } = session.info();
      said.push(`${details.optimizedPrograms} ${details.programSettings}`);
      expect(details.pluginSha256).toBe(await pluginSha256(findPlugin(plugin, places)!.path));
      expect(observed).not.toHaveProperty("optimizedProgramsUntold");
      await session.close();
    }
    expect(said[1]).toBe(said[0]);
    expect(said[0]).toMatch(/^ncf_train_epoch:[0-9a-f]{12} ncf_train_epoch:[0-9a-f]{12}$/);
  });
});

it("is absent, with the reason, where the plugin does not offer it", () => {
  const executable = {
    program: {
      optimizedProgram: () => {
        throw new PjrtError("UNIMPLEMENTED", "PJRT_Executable_OptimizedProgram", "not here");
      },
    },
  };
  expect(optimizedPrograms(new Map([["train", { executable } as unknown as LoadedProgram]]))).toEqual({
    list: null,
    settings: null,
    untold: expect.stringMatching(/^the plugin does not tell the optimized program: .*not here/),
  });
});

const hashes = (list: string): string[] => list.split(" ").map((entry) => entry.split(":")[1]!);
