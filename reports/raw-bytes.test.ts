import { describe, expect, it } from "vitest";
import { loadPublished } from "../reference/load.js";
import { suiteMetrics } from "../suites/metrics.js";
import { scriptJson } from "./embedded.js";
import { reportOfRun } from "./raw.js";
import { rawBytes } from "./raw-bytes.js";
import { HOSTILE, mapText } from "./test-support-hostile.js";
import { sampleRun } from "./test-support-run.js";

const references = await loadPublished();
const metricsOf = suiteMetrics;
const older = sampleRun({ run: "20261120t020000z-aaaa", seed: 99 });
const newer = sampleRun({ seed: 3 });
const labels = { base: "main", next: "latest" };
const alone = () => reportOfRun({ writer: "1", run: older, metricsOf }).raw;
const compared = () =>
  reportOfRun({ writer: "1", run: newer, baseline: { run: older, labels }, references, metricsOf }).raw;

describe("the raw figures in parts", () => {
  it.each([
    ["alone", alone],
    ["compared", compared],
  ])("are what scriptJson says of the whole: %s", (_, raw) => {
    expect(Buffer.concat(rawBytes(raw())).toString()).toBe(scriptJson(raw()));
  });

  it.each(HOSTILE)("are so whatever text they hold: %j", (text) => {
    const raw = mapText(compared(), new Set(), () => text);
    expect(Buffer.concat(rawBytes(raw)).toString()).toBe(scriptJson(raw));
  });

  it("hold the very bytes of a run's data in its own page and in that of the run held against it", () => {
    const [own, other] = [rawBytes(alone()), rawBytes(compared())];
    const shared = own.filter((part) => other.includes(part));
    expect(shared.map((part) => part.toString())).toEqual([scriptJson(alone().run)]);
  });
});
