import { z } from "zod";
import { UserError } from "../errors/user-error.js";
import { readYaml } from "../storage/read-yaml.js";
import { parseModel } from "../suites/ncf/workload.js";
import { rooflineBound } from "./roofline.js";
import { type Device, type Figure, ReferenceFile } from "./schema.js";

/** Larger files are no tables: the largest published one has 190 kB. */
export const MAX_TABLE_BYTES = 4 * 1024 * 1024;

/** Errors that are listed; a table that is wrong throughout says the same thing in each figure. */
const LISTED = 20;

interface Problem {
  path: readonly PropertyKey[];
  message: string;
}

/** The schema of a table as JSON Schema (draft 2020-12). What depends on several fields is checked besides. */
export function tableJsonSchema(): JsonSchema {
  return z.toJSONSchema(ReferenceFile, { io: "input" }) as JsonSchema;
}

/**
 * Parses a user's own table, YAML or JSON. Beyond the schema, a measured figure must say all that it is matched by, name a
 * device that is known, and lie below what that device can do: any other one would be applied nowhere, or pass nothing.
 * Throws one `UserError` that lists each error with its place, its path and what the field takes.
 */
export function parseTable(text: string, file: string, devices: readonly Device[]): ReferenceFile {
  if (Buffer.byteLength(text) > MAX_TABLE_BYTES) throw wrong(`larger than ${MAX_TABLE_BYTES} bytes`, file);
  const { value, at } = readYaml(text, file, wrong);
  const parsed = ReferenceFile.safeParse(value);
  const problems = parsed.success
    ? parsed.data.figures.flatMap((figure, i) => unusable(figure, devices, ["figures", i]))
    : parsed.error.issues;
  if (parsed.success && problems.length === 0) return parsed.data;
  const lines = problems.slice(0, LISTED).map(({ path, message }) => {
    return [at(path), `${pathText(path)}${message}${parsed.success ? "" : takes(path)}`] as const;
  });
  if (problems.length === 1) throw wrong(lines[0]![1], lines[0]![0]);
  const rest = problems.length > LISTED ? `\n  and ${problems.length - LISTED} more` : "";
  throw wrong(`${problems.length} errors\n${lines.map((line) => `  ${line.join(": ")}`).join("\n")}${rest}`, file);
}

function wrong(what: string, where: string): UserError {
  return new UserError({
    code: "reference.invalid",
    what,
    where,
    hint: "the form: ncf-bench reference --schema; an example: ncf-bench reference show tensorflow-2019-07 --json",
  });
}

function pathText(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "";
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return `${text.replace(/^\./, "")}: `;
}

interface JsonSchema {
  description?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  enum?: unknown[];
}

/** What the field at a path takes, in the schema's words; for an object, the names of its fields. */
function takes(path: readonly PropertyKey[]): string {
  let schema: JsonSchema | undefined = tableJsonSchema();
  for (const part of path) {
    const branches: JsonSchema[] = schema?.anyOf ?? (schema === undefined ? [] : [schema]);
    schema = branches
      .map((one) => (typeof part === "number" ? one.items : one.properties?.[String(part)]))
      .find((one) => one !== undefined);
  }
  if (schema?.properties !== undefined) return `; its fields are ${Object.keys(schema.properties).join(", ")}`;
  return schema?.description === undefined ? "" : `; it takes ${schema.description}`;
}

function unusable(figure: Figure, devices: readonly Device[], at: readonly PropertyKey[]): Problem[] {
  if (figure.measures === null) return [];
  const found: Problem[] = [];
  const no = (field: string, message: string) => found.push({ path: [...at, field], message });
  for (const field of ["device", "gpus", "gpuMemoryGB", "precision", "batch"] as const) {
    if (figure[field] === null) {
      no(field, "without it no run matches: give it, or set measures to null and notApplied to the reason");
    }
  }
  const device = devices.find(({ id }) => id === figure.device);
  if (figure.device !== null && device === undefined) {
    no("device", `unknown; the known ones are ${devices.map(({ id }) => id).join(", ")}`);
  }
  if (device !== undefined && figure.gpuMemoryGB !== null && figure.gpuMemoryGB !== device.memoryGB) {
    no("gpuMemoryGB", `${device.id} has ${device.memoryGB}`);
  }
  if (figure.gpus === 0) no("gpus", "figures are held against GPUs, so at least 1");
  if (parseModel(figure.model) === null) no("model", "no model; use reference, paper-8 … paper-64, or FACTORS:L0-L1-…");
  const bound = device === undefined ? null : boundOf(figure, device);
  if (bound !== null && figure.value > bound) {
    no("value", `above the ${Math.round(bound)} items/s that the hardware can do at all: is it in samples/s?`);
  }
  if (figure.band !== undefined && (figure.value < figure.band.low || figure.value > figure.band.high)) {
    no("band", "the figure itself lies outside of it");
  }
  return found;
}

function boundOf(figure: Figure, device: Device): number | null {
  const { gpus, precision, batch, model, formulation = "layerwise", scaling = "strong", measures } = figure;
  const mode = /^(train|infer)\.throughput/.exec(measures!.quantity)?.[1] as "train" | "infer" | undefined;
  if (mode === undefined || !gpus || precision === null || batch === null) return null;
  const cell = { mode, gpus, precision, batch: scaling === "weak" ? batch / gpus : batch, model, formulation, scaling };
  return rooflineBound(cell, device, { tables: null, lazyAdam: false });
}
