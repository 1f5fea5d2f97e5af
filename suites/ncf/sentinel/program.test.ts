import { describe, expect, it } from "vitest";
import { sha256Hex } from "../../../storage/canonical-json.js";
import { sentinelInputs } from "./inputs.js";
import { cpuSentinel, gpuSentinel, programHash, type SentinelProgram } from "./program.js";

/** sha256 of program and of inputs. A new program gets a new name and its own line; a line is never edited. */
const FROZEN: Record<string, readonly [string, string]> = {
  "sentinel-cpu-1": [
    "056d2a891b0560c5637d439cbe6f620e83e3a00112bc4e896f0fd13e7fe9bc5c",
    "0ae05e6f8def0c2812c50af517fcf1f9a3bdc775ac6840c317b0f7aa30b29c9d",
  ],
  "sentinel-gpu-1": [
    "e1a40f4610b942a0c5f6bc5533e0eabca536f5968eda8c1645be1246610ca4f0",
    "3fac8c8fe4eca068d0f3d5bb980fed27b61c358985de11723825ac03a5f9e01a",
  ],
  "sentinel-gpu-2": [
    "f61d8ffe2011465d3dd389dc138772647b4332b297c8b1f09492ae5dc2be5b52",
    "455650cfa77f491072f96a46f4972430fe64eae7c7382a76b97791035722aca1",
  ],
};

function inputsHash(program: SentinelProgram): string {
  return sha256Hex(Buffer.concat(sentinelInputs(program).map(({ data }) => Buffer.from(data.buffer))));
}

describe.each([cpuSentinel, gpuSentinel])("$name", (program) => {
  it("is what it was when it got its name: text, graph and inputs", () => {
    expect([programHash(program), inputsHash(program)]).toEqual(FROZEN[program.name]);
  });

  it("has the answer that plain loops in float64 come to", () => {
    expect(program.answer).toBeCloseTo(plainAnswer(program), 6);
  });
});

function plainAnswer(program: SentinelProgram): number {
  const [table, ids, ...weights] = sentinelInputs(program);
  const layers = weights.map(({ data, dims }) => ({ data: Float64Array.from(data), outputs: dims[1]! }));
  // Rows are drawn with repetition: each table row is computed once.
  const known = new Map<number, number>();
  let sum = 0;
  for (const id of ids!.data) {
    let value = known.get(id);
    if (value === undefined) {
      let x = Float64Array.from(table!.data.subarray(id * 64, (id + 1) * 64));
      for (const { data, outputs } of layers) {
        const next = new Float64Array(outputs);
        x.forEach((a, i) => {
          if (a !== 0) for (let j = 0; j < outputs; j++) next[j]! += a * data[i * outputs + j]!;
        });
        x = next.map((p) => Math.max(0, p));
      }
      value = x[0]!;
      known.set(id, value);
    }
    sum += value;
  }
  return sum / program.rows;
}
