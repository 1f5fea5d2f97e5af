import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { packageRoot } from "../../storage/package-root.js";
import { renderTable } from "../console/table.js";
import type { Register } from "./command.js";
import { type Io, outJson } from "./io.js";

const SUFFIX = ".schema.json";

const HELP = `
A document's 'schema' member names the form and version that it has; a matrix's 'matrix' member does.

Examples:
  ncf-bench schema
  ncf-bench schema record > record.schema.json
  ncf-bench schema matrix > matrix.schema.json`;

export const registerSchema: Register = (program, { io, action }) => {
  program
    .command("schema")
    .description("print the JSON Schema of a file, or list them")
    .argument("[document]", "which one (default: list them)")
    .option("--list", "list them")
    .option("--json", "list them as JSON")
    .addHelpText("after", HELP)
    .action(
      action(async (name: string | undefined, { list, json }: { list?: boolean; json?: boolean }) => {
        if (name === undefined || list || json) await printList(io, json === true);
        else io.out(await readSchema(name));
        return ExitCode.Ok;
      }),
    );
};

/** Names of the schemas that are shipped. */
export async function schemaNames(): Promise<string[]> {
  const files = await readdir(join(packageRoot(), "schemas"));
  return files.flatMap((file) => (file.endsWith(SUFFIX) ? [file.slice(0, -SUFFIX.length)] : [])).sort();
}

/** The text of a shipped schema. Throws `UserError` for a name that none has. */
export async function readSchema(name: string): Promise<string> {
  const names = await schemaNames();
  if (names.includes(name)) return readFile(join(packageRoot(), "schemas", `${name}${SUFFIX}`), "utf8");
  throw new UserError({
    code: "usage",
    what: `there is no schema ${JSON.stringify(name)}`,
    where: "schema",
    hint: `one of ${names.join(", ")}`,
  });
}

async function printList(io: Io, json: boolean): Promise<void> {
  const schemas = await Promise.all(
    (await schemaNames()).map(async (name) => {
      const { $id: id, description } = JSON.parse(await readSchema(name)) as { $id: string; description: string };
      return { name, id, description };
    }),
  );
  if (json) return outJson(io, schemas);
  const rows = schemas.map(({ name, id, description }) => [name, id, description]);
  const columns = [{ title: "schema" }, { title: "id" }, { title: "what" }];
  io.out(renderTable(columns, rows, io.columns === undefined ? {} : { width: io.columns }));
}
