import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { z } from "zod";
import { UserError } from "../../errors/user-error.js";

/** What is read of the JSON that `compare --json` prints. */
const Compared = z.object({
  schema: z.string().startsWith("ncf-bench.comparison/1."),
  cells: z.array(z.object({ key: z.string(), verdict: z.string() })),
});

/**
 * Keys of the cells that a comparison found slower: those that a confirming run has to measure.
 *
 * @param file JSON as `compare --json` prints it.
 * @throws UserError when it is none, or when nothing in it is slower.
 */
export async function cellsFoundSlower(file: string, cwd: string): Promise<ReadonlySet<string>> {
  const refuse = (what: string, hint: string, cause?: unknown) =>
    new UserError({ code: "usage.cells-of", what, where: `--cells-of ${file}`, hint, cause });
  const expected = "give what was written by: ncf-bench compare BASELINE RUN --json > FILE";
  let text: string;
  try {
    text = await readFile(resolve(cwd, file), "utf8");
  } catch (error) {
    throw refuse(`cannot be read (${(error as NodeJS.ErrnoException).code})`, expected, error);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw refuse("is no JSON", expected, error);
  }
  const parsed = Compared.safeParse(value);
  if (!parsed.success) throw refuse("is no comparison", expected);
  const keys = parsed.data.cells.filter(({ verdict }) => verdict === "slower").map(({ key }) => key);
  if (keys.length === 0) throw refuse("nothing in it is slower", "there is nothing to confirm");
  return new Set(keys);
}
