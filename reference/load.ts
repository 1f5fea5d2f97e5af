import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { UserError } from "../errors/user-error.js";
import { packageRoot } from "../storage/package-root.js";
import { listTables, readTable } from "./own-tables.js";
import { type Device, DeviceFile, ReferenceFile } from "./schema.js";

export interface Source extends ReferenceFile {
  /** Added by the user, as opposed to published and part of the package. */
  own: boolean;
}

export interface References {
  sources: Source[];
  devices: Device[];
}

/** All published figures and device peaks of the package, validated. Throws `UserError` with file and field. */
export async function loadPublished(root: string = join(packageRoot(), "reference")): Promise<References> {
  const folder = join(root, "published");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const tables = await Promise.all(names.map((name) => readValidated(join(folder, name), ReferenceFile)));
  const { devices } = await readValidated(join(root, "devices.json"), DeviceFile);
  return { sources: tables.map((table) => ({ ...table, own: false })), devices };
}

/** The published tables, then the user's own that lie in `cwd`. Throws `UserError` for one that was damaged. */
export async function loadReferences(cwd: string): Promise<References> {
  const { sources, devices } = await loadPublished();
  const names = await listTables(cwd);
  const own = await Promise.all(names.map((name) => readTable(name, cwd, devices)));
  return { sources: [...sources, ...own.map((table) => ({ ...table, own: true }))], devices };
}

async function readValidated<T extends z.ZodType>(path: string, schema: T): Promise<z.infer<T>> {
  const invalid = (what: string) =>
    new UserError({ code: "reference.invalid", what, where: path, hint: "reference/schema.ts describes the form" });
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw invalid((error as Error).message);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw invalid(`${issue.path.join(".") || "the file"}: ${issue.message}`);
}
