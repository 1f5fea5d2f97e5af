import { describe, expect, it } from "vitest";
import { cpuPlugins } from "../../../xla/test-support.js";
import { Cell } from "../../cell.js";
import { ncfSuite } from "../suite.js";
import { measureSentinel } from "./measure.js";
import { cpuSentinel, programHash } from "./program.js";

const cell = (changes: Partial<Cell>): Cell =>
  Cell.parse({
    suite: "ncf",
    mode: "train",
    engine: "tfjs",
    backend: "wasm",
    gpus: 0,
    precision: "fp32",
    xla: "off",
    batch: 64,
    dataset: "synthetic:ml-100k",
    ...changes,
  });
const machine = { gpus: [], logicalCpus: 2, memoryBytes: 1e9 };
const engine = { name: "tfjs", backend: "wasm", version: "1", device: "cpu", details: {} };

describe("sentinels", () => {
  const asked = [
    cell({}),
    ...cpuPlugins.map((backend) => cell({ engine: "xla", backend, xla: "on" })),
    cell({ engine: "fake", backend: "auto" }),
  ];
  it.each(asked)("$engine on $backend comes to the program's answer and tells seconds a pass", async (one) => {
    const [sentinel] = ncfSuite.sentinels.cellsFor([one]);
    const reading = await ncfSuite.sentinels.measure({ task: "sentinel", cell: sentinel!.cell, machine });
    expect(reading.engine.name).toBe(one.engine);
    if (one.engine !== "fake") expect(reading.sha256).toBe(programHash(cpuSentinel));
    expect(reading.seconds.length).toBeGreaterThanOrEqual(5);
    expect(reading.seconds.every((seconds) => seconds > 0)).toBe(true);
  });

  it("a device that computes wrong is told by the answer", async () => {
    const wrong = cpuSentinel.answer * 1.01;
    await expect(measureSentinel(cpuSentinel, engine, async () => wrong)).rejects.toMatchObject({ kind: "device" });
    await expect(measureSentinel(cpuSentinel, engine, async () => Number.NaN)).rejects.toThrow(/came to NaN/);
  });

  it("stand for all cells of an engine, backend and kind of device; virtual GPUs and the oracle have the host's", () => {
    const cells = [
      cell({ batch: 1 }),
      cell({ batch: 2 }),
      cell({ engine: "xla", backend: "auto", gpus: 8, precision: "fp16" }),
      cell({ engine: "xla", backend: "auto", gpus: 1 }),
      cell({ engine: "xla", backend: "emulated", gpus: 4 }),
      cell({ engine: "oracle", backend: "auto" }),
    ];
    const found = ncfSuite.sentinels.cellsFor(cells);
    expect(
      found.map((one) => [one.cell.engine, one.cell.backend, one.cell.gpus, one.cell.precision, one.standsFor.length]),
    ).toEqual([
      ["tfjs", "wasm", 0, "fp32", 2],
      ["xla", "auto", 1, "fp32", 2],
      ["xla", "auto", 0, "fp32", 1],
      ["tfjs", "auto", 0, "fp32", 1],
    ]);
  });
});
