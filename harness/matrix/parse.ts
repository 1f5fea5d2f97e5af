import type { z } from "zod";
import { UserError } from "../../errors/user-error.js";
import { readYaml } from "../../storage/read-yaml.js";
import { Matrix } from "./schema.js";

/** Larger files are no matrices. */
export const MAX_MATRIX_BYTES = 1024 * 1024;

type Issue = z.core.$ZodIssue;

/** Parses and validates a matrix file. Throws `UserError` with `file:line:column` of what is wrong. */
export function parseMatrix(text: string, file: string): Matrix {
  if (Buffer.byteLength(text) > MAX_MATRIX_BYTES) throw wrong(`larger than ${MAX_MATRIX_BYTES} bytes`, file);
  const { value, at } = readYaml(text, file, wrong);
  const parsed = Matrix.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = innermost(parsed.error.issues[0]!, value);
  const where = issue.path.join(".");
  throw wrong(`${where === "" ? "" : `${where}: `}${issue.message}`, at(issue.path));
}

function wrong(what: string, where: string): UserError {
  return new UserError({
    code: "matrix.invalid",
    what,
    where,
    hint: "compare with a built-in matrix: ncf-bench list shows where they lie",
  });
}

/** A union's own message says nothing; what its fitting branch says does: the list's branch for a list. */
function innermost(issue: Issue, root: unknown): { path: readonly PropertyKey[]; message: string } {
  if (issue.code !== "invalid_union") return issue;
  const value = issue.path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)?.[key], root);
  const [scalar, list] = issue.errors;
  const branch = (Array.isArray(value) ? list : scalar)?.[0];
  if (branch === undefined) return issue;
  return innermost({ ...branch, path: [...issue.path, ...branch.path] }, root);
}
