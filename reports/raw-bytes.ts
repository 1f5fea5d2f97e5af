import type { RunData } from "../harness/compare/run-data.js";
import { scriptJson } from "./embedded.js";
import type { RawReport } from "./raw.js";

/**
 * What `scriptJson` says of raw figures, as bytes one part behind the other. A run's own data, nearly all of it, is written
 * once, though two pages of a site carry it: its own, and that of the run held against it.
 */
export function rawBytes(raw: RawReport): Buffer[] {
  const { run, baseline } = raw;
  const compared = baseline && membersOf(baseline, { run: [dataBytes(baseline.run)] });
  return membersOf(raw, { run: [dataBytes(run)], ...(compared && { baseline: compared }) });
}

/** By the data itself, which nobody changes after it was read: it goes when the data goes. */
const written = new WeakMap<RunData, Buffer>();

function dataBytes(data: RunData): Buffer {
  const bytes = written.get(data) ?? Buffer.from(scriptJson(data));
  written.set(data, bytes);
  return bytes;
}

/** An object, some of whose members are written already. */
function membersOf(value: object, ready: Readonly<Record<string, readonly Buffer[]>>): Buffer[] {
  const members = Object.entries(value).flatMap(([key, member], i) => [
    Buffer.from(`${i === 0 ? "" : ","}${scriptJson(key)}:`),
    ...(ready[key] ?? [Buffer.from(scriptJson(member))]),
  ]);
  return [Buffer.from("{"), ...members, Buffer.from("}")];
}
