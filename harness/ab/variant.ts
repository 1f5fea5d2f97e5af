import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { UserError } from "../../errors/user-error.js";
import { Cell, Formulation, Precision, Xla } from "../../suites/cell.js";
import { pluginNames } from "../../xla/plugins/pins.js";
import { resolveCommit } from "./commit.js";

/** Environment variable by which the xla engine is given a plugin's file. */
export const PLUGIN_VARIABLE = "NCF_BENCH_PJRT_PLUGIN";

/** Where the worker of a checkout lies. */
export const WORKER_FILE = "dist/harness/worker/main.js";

/** A variant that changes nothing. */
export const AS_IS = "as-is";

/** Axes that may be what is compared. Another mode, model, scaling or data set is other work. */
export const VARIANT_AXES = ["engine", "backend", "gpus", "precision", "xla", "batch", "formulation"] as const;
export type VariantAxis = (typeof VARIANT_AXES)[number];

/** One side of an A/B comparison: what it changes of what the matrix and the caller's environment say. */
export const Variant = z.object({
  /** As the user wrote it. */
  label: z.string(),
  axes: z
    .object({
      engine: z.string(),
      backend: z.string(),
      gpus: z.int(),
      precision: Precision,
      xla: Xla,
      batch: z.int(),
      formulation: Formulation,
    })
    .partial(),
  /** Suite options as `key=value`, as `--set` takes them. */
  set: z.array(z.string()),
  /** Environment variables of its workers; null removes one. */
  env: z.record(z.string(), z.string().nullable()),
  /** Root of another built checkout of ncf-bench, whose worker measures; null: our own. */
  checkout: z.string().nullable(),
  /** A commit of ncf-bench, in 40 digits, whose worker measures; absent in what older versions wrote. */
  commit: z.string().nullable().default(null),
});
export type Variant = z.infer<typeof Variant>;

const PLAIN = [...VARIANT_AXES, "plugin", "flags", "checkout", "commit"];
const KEYS = [...PLAIN, "env:NAME", "set:OPTION"].join(", ");

/** White space before a key parts the settings, so that a value may hold white space: `flags=--xla_a=1 --xla_b=2 gpus=1`. */
const BETWEEN = new RegExp(`\\s+(?=(?:${[...PLAIN, "env:\\w*", "set:\\w*"].join("|")})=)`);

/**
 * A variant from its text, e.g. `plugin=cpu-next`, `flags=--xla_x=1`, `set:epochs=3 env:OMP_NUM_THREADS=1`, `checkout=../other`,
 * `commit=HEAD~3`, or `as-is`. Paths are looked at from `cwd`. Throws `UserError` for a setting that is not known, is given
 * twice, or names a file or commit that is not there.
 */
export function parseVariant(text: string, where: string, cwd: string): Variant {
  const label = text.trim() || AS_IS;
  const variant: Variant = { label, axes: {}, set: [], env: {}, checkout: null, commit: null };
  if (label === AS_IS) return variant;
  const seen = new Set<string>();
  for (const setting of label.split(BETWEEN)) {
    const at = setting.indexOf("=");
    const [key, value] = [setting.slice(0, at), setting.slice(at + 1)];
    if (at < 1) throw wrong(where, `${JSON.stringify(setting)} is no setting`, `write key=value; the keys are ${KEYS}`);
    for (const decided of decides(key, value)) {
      if (seen.has(decided)) throw wrong(where, `${key} sets ${decided} a second time`, "give each setting once");
      seen.add(decided);
    }
    apply(variant, key, value, where, cwd);
  }
  return variant;
}

/** What a setting decides, so that two settings of one thing are found. */
function decides(key: string, value: string): string[] {
  if (key === "flags") return ["env:XLA_FLAGS"];
  if (key === "commit") return ["checkout"];
  if (key !== "plugin") return [key];
  return ["engine", `env:${PLUGIN_VARIABLE}`, ...(isPluginName(value) ? ["backend"] : [])];
}

function apply(variant: Variant, key: string, value: string, where: string, cwd: string): void {
  const { axes, env } = variant;
  if (key.startsWith("env:")) {
    const name = key.slice(4);
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
      throw wrong(where, `"${name}" is no name of an environment variable`, "for example env:OMP_NUM_THREADS=1");
    }
    env[name] = value === "" ? null : value;
  } else if (key.startsWith("set:")) {
    variant.set.push(`${key.slice(4)}=${value}`);
  } else if (isAxis(key)) {
    Object.assign(axes, { [key]: axisValue(key, value, where) });
  } else if (key === "plugin") {
    axes.engine = "xla";
    // A file in the caller's environment would stand for every name.
    env[PLUGIN_VARIABLE] = isPluginName(value) ? null : pluginFile(value, where, cwd);
    if (isPluginName(value)) axes.backend = value;
  } else if (key === "flags") {
    env.XLA_FLAGS = value === "" ? null : value;
  } else if (key === "checkout") {
    variant.checkout = checkoutRoot(value, where, cwd);
  } else if (key === "commit") {
    variant.commit = resolveCommit(value, where);
  } else {
    throw wrong(where, `there is no setting "${key}"`, `the settings are ${KEYS}`);
  }
}

function isAxis(key: string): key is VariantAxis {
  return (VARIANT_AXES as readonly string[]).includes(key);
}

function isPluginName(value: string): boolean {
  return (pluginNames as readonly string[]).includes(value);
}

function axisValue(axis: VariantAxis, text: string, where: string): unknown {
  const value = (axis === "gpus" || axis === "batch") && /^\d+$/.test(text) ? Number(text) : text;
  const parsed = Cell.shape[axis].safeParse(value);
  if (parsed.success && text !== "") return parsed.data;
  throw wrong(where, `${axis} "${text}": ${parsed.error?.issues[0]?.message ?? "has no value"}`, "see ncf-bench plan");
}

function pluginFile(value: string, where: string, cwd: string): string {
  const path = resolve(cwd, value);
  if (value !== "" && statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
  throw wrong(
    where,
    `"${value}" is neither a plugin's name nor its file`,
    `give the path of a PJRT library, or ${pluginNames.join(", ")}`,
  );
}

function checkoutRoot(value: string, where: string, cwd: string): string {
  const root = resolve(cwd, value);
  if (value !== "" && existsSync(join(root, WORKER_FILE))) return root;
  throw wrong(
    where,
    `there is no built ncf-bench in "${value}"`,
    `it needs ${WORKER_FILE}: npm ci && npm run build in that checkout`,
  );
}

/** The caller's environment with what the variant sets and removes. */
export function variantEnvironment({ env }: Pick<Variant, "env">, own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const merged: NodeJS.ProcessEnv = { ...own };
  for (const [name, value] of Object.entries(env)) {
    if (value === null) delete merged[name];
    else merged[name] = value;
  }
  return merged;
}

function wrong(where: string, what: string, hint: string): UserError {
  return new UserError({ code: "ab.variant", what, where, hint });
}
