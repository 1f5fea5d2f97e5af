import { ExitCode } from "../../errors/exit-code.js";
import { UserError } from "../../errors/user-error.js";
import { loadPublished, type Source } from "../../reference/load.js";
import { addTable, listTables, readTable, removeTable } from "../../reference/own-tables.js";
import type { Figure } from "../../reference/schema.js";
import { formatSignificant } from "../console/format.js";
import { renderTable } from "../console/table.js";
import { visible } from "../console/visible.js";
import type { Register } from "./command.js";
import { type Io, outJson } from "./io.js";
import { readSchema } from "./schema.js";

const HELP = `
A table of yours is kept in .ncf-bench/references of the current folder, beside its baselines; check and report, run there,
hold runs against it as well as against the published tables. A figure of it that is missed fails the check.

Examples:
  ncf-bench reference --schema > table.schema.json
  ncf-bench reference add mine.yaml
  ncf-bench reference add mine.yaml --name cluster-b --force
  ncf-bench reference list
  ncf-bench reference show mine`;

interface Listed {
  name: string;
  own: boolean;
  title: string;
  figures: number;
  /** Figures that are held against runs. */
  measured: number;
  /** Why an own table cannot be read, and then applies nowhere; else null. */
  problem: string | null;
}

export const registerReference: Register = (program, { io, action }) => {
  const reference = program
    .command("reference")
    .description("add tables of your own to the published ones that check holds runs against")
    .option("--schema", "print the JSON Schema of a table")
    .addHelpText("after", HELP)
    .action(
      action(async ({ schema }: { schema?: boolean }) => {
        if (!schema) {
          throw new UserError({
            code: "usage",
            what: "say what to do with references",
            where: "reference",
            hint: "use add FILE, list, show NAME, remove NAME, or --schema",
          });
        }
        io.out(await readSchema("reference"));
        return ExitCode.Ok;
      }),
    );
  reference
    .command("add")
    .description("validate a table of your own and keep it; a table with an error is not kept")
    .argument("<file>", "the table, YAML or JSON")
    .option("--name <name>", "keep it under this name instead of its id")
    .option("--force", "replace a table of yours of this name")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  ncf-bench reference add ./our-cluster.yaml\n  ncf-bench reference add ./our-cluster.yaml --name cluster-b --force",
    )
    .action(
      action(async (file: string, options: { name?: string; force?: boolean; json?: boolean }) => {
        const { sources, devices } = await loadPublished();
        const published = sources.map(({ id }) => id);
        const force = options.force === true;
        const { table, path } = await addTable(file, { cwd: io.cwd, devices, published, name: options.name, force });
        const added = listed({ ...table, own: true });
        if (options.json) outJson(io, { ...added, path });
        else io.out(`${added.name}: ${added.measured} of ${added.figures} figures are held against runs\n`);
        io.err("→ hold a run against it: ncf-bench check\n");
        return ExitCode.Ok;
      }),
    );
  reference
    .command("list")
    .description("list the published tables and your own")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExamples:\n  ncf-bench reference list")
    .action(
      action(async (options: { json?: boolean }) => {
        const { sources, devices } = await loadPublished();
        const own = (await listTables(io.cwd)).map((name) =>
          readTable(name, io.cwd, devices).then((table) => listed({ ...table, own: true }), damaged(name)),
        );
        const tables = [...sources.map(listed), ...(await Promise.all(own))];
        if (options.json) outJson(io, tables);
        else printList(tables, io);
        for (const { problem } of tables) if (problem !== null) io.err(`warning: ${visible(problem)}\n`);
        return ExitCode.Ok;
      }),
    );
  reference
    .command("show")
    .description("show the figures of a table")
    .argument("<name>", "name of a published table or of your own")
    .option("--json", "print the table itself")
    .addHelpText("after", "\nExamples:\n  ncf-bench reference show pytorch-2019-07-08")
    .action(
      action(async (name: string, options: { json?: boolean }) => {
        const { sources, devices } = await loadPublished();
        const published = sources.find(({ id }) => id === name);
        const { own, ...table } = published ?? { ...(await readTable(name, io.cwd, devices)), own: true };
        if (options.json) outJson(io, table);
        else printFigures({ ...table, own }, io);
        return ExitCode.Ok;
      }),
    );
  reference
    .command("remove")
    .description("remove a table of your own")
    .argument("<name>", "name of the table")
    .addHelpText("after", "\nExamples:\n  ncf-bench reference remove cluster-b")
    .action(
      action(async (name: string) => {
        await removeTable(name, io.cwd);
        io.err(`removed ${name}\n`);
        return ExitCode.Ok;
      }),
    );
};

function listed({ id, own, title, figures }: Source): Listed {
  const measured = figures.filter(({ measures }) => measures !== null).length;
  return { name: id, own, title, figures: figures.length, measured, problem: null };
}

function damaged(name: string): (error: unknown) => Listed {
  return (error) => {
    if (!(error instanceof UserError)) throw error;
    return { name, own: true, title: "damaged", figures: 0, measured: 0, problem: error.message };
  };
}

function printList(tables: readonly Listed[], io: Io): void {
  const right = { align: "right" as const };
  const columns = [
    { title: "table" },
    { title: "from" },
    { title: "figures", ...right },
    { title: "held", ...right },
    { title: "title" },
  ];
  const rows = tables.map(({ name, own, figures, measured, title }) => [
    name,
    own ? "you" : "package",
    String(figures),
    String(measured),
    title,
  ]);
  io.out(renderTable(columns, rows, io.columns === undefined ? {} : { width: io.columns }));
}

function printFigures({ title, note, figures }: Source, io: Io): void {
  io.out(`${visible(title)}\n${note === undefined ? "" : `${visible(note)}\n`}\n`);
  const right = { align: "right" as const };
  const columns = [
    { title: "figure" },
    { title: "what" },
    { title: "value", ...right },
    { title: "GPUs" },
    { title: "precision" },
    { title: "xla" },
    { title: "batch", ...right },
    { title: "data set" },
    { title: "held" },
  ];
  const rows = figures.map((figure) => [
    figure.id,
    figure.measures?.quantity ?? figure.metric,
    `${formatSignificant(figure.value, 4)} ${figure.unit}`,
    gpusText(figure),
    figure.precision ?? "",
    figure.xla,
    figure.batch === null ? "" : String(figure.batch),
    figure.dataset,
    figure.notApplied ?? "yes",
  ]);
  io.out(renderTable(columns, rows, io.columns === undefined ? {} : { width: io.columns }));
}

function gpusText({ gpus, device }: Figure): string {
  return `${gpus ?? "?"} x ${device ?? "not stated"}`;
}
