import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { UserError } from "../../errors/user-error.js";
import { packageRoot } from "../../storage/package-root.js";
import { MAX_MATRIX_BYTES, parseMatrix } from "./parse.js";
import type { Matrix } from "./schema.js";

export interface LoadedMatrix {
  matrix: Matrix;
  path: string;
}

const folder = (): string => join(packageRoot(), "suites/matrices");

/** Names of the matrices that come with the tool, sorted. */
export async function builtInMatrices(): Promise<string[]> {
  const names = await readdir(folder());
  return names
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => basename(name, ".yaml"))
    .sort();
}

/** A built-in matrix by its name, or a file by its path: whatever has a slash or ends in .yaml or .yml is a path. */
export async function loadMatrix(nameOrFile: string, cwd: string): Promise<LoadedMatrix> {
  if (/[/\\]|\.ya?ml$/.test(nameOrFile)) return readMatrix(resolve(cwd, nameOrFile), nameOrFile);
  const names = await builtInMatrices();
  if (names.includes(nameOrFile)) return readMatrix(join(folder(), `${nameOrFile}.yaml`), nameOrFile);
  throw new UserError({
    code: "matrix.unknown",
    what: `there is no matrix ${JSON.stringify(nameOrFile)}`,
    where: "--matrix",
    hint: `there are ${names.join(", ")}; a file of yours is given by its path, as ./${nameOrFile}.yaml`,
  });
}

async function readMatrix(path: string, shown: string): Promise<LoadedMatrix> {
  let text: string;
  try {
    const { size } = await stat(path);
    if (size > MAX_MATRIX_BYTES) {
      throw new UserError({ code: "matrix.invalid", what: `larger than ${MAX_MATRIX_BYTES} bytes`, where: shown });
    }
    text = await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? "";
    throw new UserError({
      code: "matrix.unreadable",
      what: code === "ENOENT" ? "there is no such file" : `cannot be read (${code})`,
      where: shown,
      hint: "give the path of a YAML file, or the name of a matrix that ncf-bench list shows",
      cause: error,
    });
  }
  return { matrix: parseMatrix(text, shown), path };
}
