// What the consumers document, as JSON Schemas.

/** github-action-benchmark, README, "customBiggerIsBetter": an array of benchmark results. */
export const githubActionBenchmark = {
  type: "array",
  items: {
    type: "object",
    properties: {
      name: { type: "string", minLength: 1 },
      unit: { type: "string", minLength: 1 },
      value: { type: "number" },
      range: { type: "string" },
      extra: { type: "string" },
    },
    required: ["name", "unit", "value"],
    additionalProperties: false,
  },
};

/** bencher.dev/bmf.json, with the lengths that its reference page states. */
export const bencher = {
  type: "object",
  propertyNames: { minLength: 1, maxLength: 1024 },
  additionalProperties: {
    type: "object",
    propertyNames: { minLength: 1, maxLength: 64 },
    additionalProperties: {
      type: "object",
      properties: { value: { type: "number" }, lower_value: { type: "number" }, upper_value: { type: "number" } },
      required: ["value"],
      additionalProperties: false,
    },
  },
};

/** One line of MLPerf's logger, less `:::MLLOG ` (mlcommons/logging: what mllog writes and its parser reads). */
export const mlperfLine = {
  type: "object",
  properties: {
    namespace: { type: "string" },
    time_ms: { type: "integer", minimum: 0 },
    event_type: { enum: ["INTERVAL_START", "INTERVAL_END", "POINT_IN_TIME"] },
    key: { type: "string", minLength: 1 },
    value: {},
    metadata: { type: "object" },
  },
  required: ["namespace", "time_ms", "event_type", "key", "value", "metadata"],
  additionalProperties: false,
};
