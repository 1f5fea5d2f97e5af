import { constants } from "node:fs";
import { access, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { MANIFEST } from "./cache/manifest.js";
import { inputError } from "./read/errors.js";
import { findNcfSplit } from "./read/ncf-split.js";

/** What a path turned out to be. */
export type Located =
  | { kind: "ratings"; path: string }
  | { kind: "ncf"; path: string; stem: string }
  | { kind: "prepared"; path: string };

/** Ratings files by their usual names, in the order in which they are looked for. */
const USUAL = ["ratings.csv", "ratings.dat", "u.data"].flatMap((name) => [name, `${name}.gz`]);

/**
 * Tells what lies at a path: a ratings file, a folder with one, the NCF authors' split, or a prepared data set.
 *
 * @throws UserError `data.missing-file`, `data.no-ratings-in-folder`, `data.ambiguous`, `data.unreadable`.
 */
export async function locate(path: string): Promise<Located> {
  let folder: boolean;
  try {
    folder = (await stat(path)).isDirectory();
    if (folder) await access(path, constants.R_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EACCES" || code === "EPERM") {
      throw inputError("data.unreadable", path, null, "not readable", `allow reading it: chmod u+rX '${path}'`, error);
    }
    throw inputError(
      "data.missing-file",
      path,
      null,
      "no such file or folder",
      "check the path; data sets by name are e.g. ml-20m or synthetic:ml-100k",
      error,
    );
  }
  if (!folder) return { kind: "ratings", path };
  const names = await readdir(path);
  if (names.includes(MANIFEST)) return { kind: "prepared", path };
  const stem = await findNcfSplit(path);
  if (stem !== null) return { kind: "ncf", path, stem };
  const usual = USUAL.find((name) => names.includes(name));
  if (usual !== undefined) return { kind: "ratings", path: join(path, usual) };
  const tables = names.filter((name) => /\.csv(\.gz)?$/i.test(name));
  if (tables.length === 1) return { kind: "ratings", path: join(path, tables[0]!) };
  throw inputError(
    tables.length > 1 ? "data.ambiguous" : "data.no-ratings-in-folder",
    path,
    null,
    tables.length > 1 ? `several tables lie here: ${tables.slice(0, 5).join(", ")}` : "a folder without a ratings file",
    `give the file itself, e.g. ${join(path, tables[0] ?? "ratings.csv")}`,
  );
}
