import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { UserError } from "../errors/user-error.js";
import { ignoreFolder } from "../harness/run/run-dir.js";
import { writeFileAtomic } from "../storage/atomic-write.js";
import { storageError } from "../storage/storage-error.js";
import { MAX_TABLE_BYTES, parseTable } from "./parse-table.js";
import { type Device, type ReferenceFile, TABLE_NAME } from "./schema.js";

/** Where a user's own tables lie: beside the baselines and runs of this folder. */
export function tablesFolder(cwd: string): string {
  return join(cwd, ".ncf-bench/references");
}

/** Names of the user's tables here, in order, readable or not. */
export async function listTables(cwd: string): Promise<string[]> {
  const entries = await readdir(tablesFolder(cwd)).catch(() => [] as string[]);
  return entries
    .filter((entry) => entry.endsWith(".json") && TABLE_NAME.test(entry.slice(0, -5)))
    .map((entry) => entry.slice(0, -5))
    .sort();
}

/** A user's table, validated as when it was added. Throws `UserError` for one that is unknown or was damaged since. */
export async function readTable(name: string, cwd: string, devices: readonly Device[]): Promise<ReferenceFile> {
  const path = await pathOf(name, cwd);
  const table = parseTable(await readText(path, path), path, devices);
  if (table.id === name) return table;
  throw new UserError({
    code: "reference.invalid",
    what: `is named ${name} and holds the table ${table.id}`,
    where: path,
    hint: `ncf-bench reference remove ${name}, then add the table again`,
  });
}

export interface AddOptions {
  cwd: string;
  devices: readonly Device[];
  /** Names of the published tables, which no own table may have. */
  published: readonly string[];
  /** Takes the place of the table's own id, in its figures' ids too. */
  name?: string | undefined;
  /** Replaces an own table of this name. */
  force: boolean;
}

/** Validates a file and keeps it as a table of this folder, all or nothing. Throws `UserError`. */
export async function addTable(file: string, options: AddOptions): Promise<{ table: ReferenceFile; path: string }> {
  const { cwd, devices, published, force } = options;
  if (options.name !== undefined) requireName(options.name);
  const table = renamed(parseTable(await readText(resolve(cwd, file), file), file, devices), options.name);
  const path = join(tablesFolder(cwd), `${table.id}.json`);
  const taken = published.includes(table.id);
  if (taken || (!force && (await listTables(cwd)).includes(table.id))) {
    throw new UserError({
      code: "reference.exists",
      what: `there is a ${taken ? "published " : ""}table ${table.id} already`,
      where: taken ? file : path,
      hint: taken ? "name it otherwise with --name" : "replace it with --force, or name this one otherwise with --name",
    });
  }
  try {
    await mkdir(tablesFolder(cwd), { recursive: true });
    await ignoreFolder(join(cwd, ".ncf-bench"));
  } catch (error) {
    throw storageError(error, path, "could not keep the table");
  }
  await writeFileAtomic(path, `${JSON.stringify(table, null, 2)}\n`);
  return { table, path };
}

/** Removes a user's table, damaged or not. Throws `UserError` where there is none. */
export async function removeTable(name: string, cwd: string): Promise<void> {
  const path = await pathOf(name, cwd);
  await rm(path).catch((error) => {
    throw storageError(error, path, "could not remove the table");
  });
}

function renamed(table: ReferenceFile, name: string | undefined): ReferenceFile {
  if (name === undefined) return table;
  return { ...table, id: name, figures: table.figures.map((figure, i) => ({ ...figure, id: `${name}/${i + 1}` })) };
}

function requireName(name: string): void {
  if (TABLE_NAME.test(name)) return;
  throw new UserError({
    code: "reference.name",
    what: `${JSON.stringify(name)} cannot be a table's name`,
    where: "--name",
    hint: "use up to 64 lower-case letters, digits, '.' and '-', beginning with a letter or digit",
  });
}

async function pathOf(name: string, cwd: string): Promise<string> {
  const known = await listTables(cwd);
  if (known.includes(name)) return join(tablesFolder(cwd), `${name}.json`);
  throw new UserError({
    code: "reference.unknown",
    what: `there is no table ${JSON.stringify(name)} of yours`,
    where: tablesFolder(cwd),
    hint: known.length > 0 ? `there are ${known.join(", ")}` : "add one: ncf-bench reference add FILE",
  });
}

async function readText(path: string, shown: string): Promise<string> {
  try {
    const about = await stat(path);
    if (!about.isFile()) throw Object.assign(new Error("not a file"), { code: "no file" });
    // parseTable says how large a table may be.
    return about.size > MAX_TABLE_BYTES ? " ".repeat(MAX_TABLE_BYTES + 1) : await readFile(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError({
      code: "reference.unreadable",
      what: code === "ENOENT" ? "there is no such file" : `cannot be read (${code})`,
      where: shown,
      hint: "give the path of a table in YAML or JSON; ncf-bench reference --schema prints its form",
      cause: error,
    });
  }
}
