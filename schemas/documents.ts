import { z } from "zod";
import { AB_SCHEMA, Experiment } from "../harness/ab/experiment.js";
import { BISECT_SCHEMA, Bisection } from "../harness/bisect/bisection.js";
import { ACCEPTED_SCHEMA, Accepted } from "../harness/compare/accepted.js";
import { BASELINE_SCHEMA, Baseline } from "../harness/compare/baseline.js";
import { COMPARISON_SCHEMA } from "../harness/compare/types.js";
import { HISTORY_SCHEMA } from "../harness/history/types.js";
import { Matrix } from "../harness/matrix/schema.js";
import { LaunchRecord, RECORD_SCHEMA } from "../harness/record/schema.js";
import { SENTINEL_SCHEMA, SentinelRecord } from "../harness/record/sentinel.js";
import { RUN_SCHEMA, RunManifest } from "../harness/run/manifest.js";
import { REFERENCE_SCHEMA, ReferenceFile } from "../reference/schema.js";
import { CHECK_SCHEMA } from "../reference/types.js";
import { Check } from "./check.js";
import { Comparison } from "./comparison.js";
import { History } from "./history.js";

interface Document {
  /** What its `schema` member says; a matrix says `matrix: 1` instead, and the accepted baselines have it in a comment. */
  schema: string;
  title: string;
  description: string;
  form: z.ZodType;
}

const check = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .describe("first 16 hexadecimal digits of sha256 over the line's canonical JSON without this member");

/** All documents of ours that others may read, by the name of their schema. */
export const documents: Readonly<Record<string, Document>> = {
  record: {
    schema: RECORD_SCHEMA,
    title: "A launch",
    description: "One line of a run's records.jsonl: all that one launch said.",
    form: LaunchRecord.extend({ check }),
  },
  run: {
    schema: RUN_SCHEMA,
    title: "A run",
    description: "A run's run.json: what was planned, where, and by which software.",
    form: RunManifest,
  },
  sentinel: {
    schema: SENTINEL_SCHEMA,
    title: "A sentinel's timing",
    description:
      "One line of a run's sentinel.jsonl: a frozen program, timed to tell a slow machine from slow software.",
    form: SentinelRecord.extend({ check }),
  },
  baseline: {
    schema: BASELINE_SCHEMA,
    title: "A baseline",
    description: "A baseline's baseline.json: which run was kept under which name, with the hashes of its files.",
    form: Baseline,
  },
  accepted: {
    schema: ACCEPTED_SCHEMA,
    title: "Accepted baselines",
    description: "bench/accepted.yaml: which run took the place of which, who said so and why.",
    form: z.array(Accepted),
  },
  ab: {
    schema: AB_SCHEMA,
    title: "An A/B experiment",
    description: "An experiment's ab.json: what is held against what, and in which order.",
    form: Experiment,
  },
  bisect: {
    schema: BISECT_SCHEMA,
    title: "A bisection",
    description: "A bisection's bisect.json: the variants that are searched, and the probes so far.",
    form: Bisection,
  },
  matrix: {
    schema: "ncf-bench.matrix/1.0",
    title: "A matrix",
    description: "What is to be measured: a YAML file, whose 'matrix' member is the version of its form.",
    form: Matrix,
  },
  reference: {
    schema: REFERENCE_SCHEMA,
    title: "A reference table",
    description: "Figures that runs are held against, published ones or one's own.",
    form: ReferenceFile,
  },
  comparison: {
    schema: COMPARISON_SCHEMA,
    title: "A comparison",
    description: "What compare --json prints: every cell's verdict, with its reason and the figures that decided.",
    form: Comparison,
  },
  check: {
    schema: CHECK_SCHEMA,
    title: "A check",
    description: "What check --json prints: every figure that a cell was held against, and why the others were not.",
    form: Check,
  },
  history: {
    schema: HISTORY_SCHEMA,
    title: "A history",
    description: "What history --json prints: every cell's series over the stored runs, with change points and noise.",
    form: History,
  },
};

/**
 * A document's JSON Schema (draft 2020-12), as it is shipped. It is of what a reader of this version takes: any minor version,
 * with members that it does not know. What depends on several members is not in it.
 */
export function documentSchema({ schema, title, description, form }: Document): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(form, { io: "input", unrepresentable: "any" }) as JsonSchema;
  const [, name, major] = /^ncf-bench\.([\w-]+)\/(\d+)\.\d+$/.exec(schema)!;
  const { properties } = rest;
  if (properties?.schema !== undefined && properties.schema.const !== REFERENCE_SCHEMA) {
    properties.schema = { type: "string", pattern: `^ncf-bench\\.${name}/${major}\\.\\d+$` };
  }
  return { $schema, $id: `urn:ncf-bench:${name}/${schema.split("/")[1]}`, title, description, ...rest };
}

interface JsonSchema {
  $schema?: string;
  properties?: Record<string, { type?: string; pattern?: string; const?: unknown }>;
}
