import { expect, it } from "vitest";
import { sentinel } from "../harness/record/testdata/sentinels.js";
import { gpuRun } from "./test-support-gpu.js";
import { throughFacts } from "./through.js";

it("the machine through the launches: disturbances, clocks, throttle reasons, energy and sentinels", () => {
  const run = gpuRun();
  const [first] = run.records;
  first!.warnings.push({ code: "disturbed.cpu", message: "other programs used <b>much</b>" });
  first!.telemetry.energy = { joules: 10, seconds: 1, items: 12_345, itemsPerJoule: 1234.5 };
  const sentinels = [0.01, 0.01, 0.0112].map((seconds) => sentinel({ run: run.manifest.run, seconds }));
  const facts = new Map(throughFacts({ ...run, sentinels }).map(({ name, text }) => [name, text]));
  expect(facts.get("disturbed launches")).toMatch(/^1 of \d+: other programs used <b>much<\/b> \(1\)$/);
  expect(facts.get("GPU clock")).toBe("1530 MHz, 1365 to 1530");
  expect(facts.get("GPU clock held down")).toMatch(/^power cap \(\d+ launches\)$/);
  expect(facts.get("GPU power")).toMatch(/^\d+ W, 58 to 262$/);
  expect(facts.get(`items per joule, ${first!.key}`)).toBe("1235");
  expect(facts.get("sentinel-test-1 on fake.fake")).toBe(
    "10.0 ms a pass, 12.0 % apart in 3 timings: the machine was not steady",
  );
  expect(facts.has("CPU time of our own sampling")).toBe(false);
});
