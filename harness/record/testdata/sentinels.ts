import { SENTINEL_SCHEMA, type SentinelRecord } from "../sentinel.js";

/** One line of `sentinel.jsonl`; `seconds` null: it failed. */
export function sentinel(spec: {
  run?: string;
  seconds?: number | readonly number[] | null;
  standsFor?: readonly string[];
  version?: string;
}): SentinelRecord {
  const { run = "run-a", seconds = 0.01, standsFor = ["cell"], version = "1" } = spec;
  const spread = typeof seconds === "number" ? [0.999, 1, 1.001, 1, 1, 1].map((x) => x * seconds) : seconds;
  return {
    schema: SENTINEL_SCHEMA,
    run,
    place: "start",
    cell: { engine: "fake", backend: "auto", gpus: 0 },
    standsFor: [...standsFor],
    reading: spread && {
      program: "sentinel-test-1",
      sha256: "abc",
      engine: { name: "fake", backend: "fake", version, device: "cpu", details: {} },
      seconds: [...spread],
      passes: 1,
    },
    failure: spread === null ? { kind: "crash", message: "crashed with SIGSEGV", hint: null } : null,
    startedAt: "2026-01-02T03:04:05.000Z",
    endedAt: "2026-01-02T03:04:06.000Z",
    durationSeconds: 1,
    telemetry: { loadAverageBefore: 0, loadAverageAfter: 0, cpuStealShare: 0 },
    machine: "m-1",
    warnings: [],
  };
}
