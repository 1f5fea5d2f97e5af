import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { UserError } from "../errors/user-error.js";
import { packageRoot } from "../storage/package-root.js";
import { type Device, DeviceFile, ReferenceFile } from "./schema.js";

export interface References {
  sources: ReferenceFile[];
  devices: Device[];
}

/** All published figures and device peaks of the package, validated. Throws `UserError` with file and field. */
export async function loadReferences(root: string = join(packageRoot(), "reference")): Promise<References> {
  const folder = join(root, "published");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const sources = await Promise.all(names.map((name) => readValidated(join(folder, name), ReferenceFile)));
  const { devices } = await readValidated(join(root, "devices.json"), DeviceFile);
  return { sources, devices };
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
