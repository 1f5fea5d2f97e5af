import { join } from "node:path";
import { DOUBLE, type DuckDBAppender, type DuckDBConnection, DuckDBInstance, LIST } from "@duckdb/node-api";
import type { EnvironmentOf } from "../../compare/environment.js";
import type { HistoryData, StoredCell, StoredRun, StoredSentinel } from "../types.js";
import type { RunDigest } from "./digest.js";
import { factReader } from "./facts.js";

/** The tables of the index. A row of `runs` and `cells` belongs to the run in `folder`, a name in the folder of runs. */
export const TABLES = {
  runs: "folder VARCHAR, run VARCHAR, matrix VARCHAR, created VARCHAR, machine VARCHAR, environment VARCHAR, sentinels VARCHAR, damaged INTEGER",
  cells:
    "folder VARCHAR, cell VARCHAR, metric VARCHAR, is_primary BOOLEAN, planned INTEGER, figures DOUBLE[], excluded VARCHAR, protocol VARCHAR, backend VARCHAR, engines VARCHAR",
  facts: "hash VARCHAR, json VARCHAR",
} as const;
export type TableName = keyof typeof TABLES;
export const tableNames = Object.keys(TABLES) as TableName[];

/** Rows that are next to each other in a file when they are asked for together. */
const ORDER: Record<TableName, string> = {
  runs: "created",
  cells: "is_primary DESC, metric, cell, folder",
  facts: "hash",
};

/** What of a row of `cells` is text, and the same in run after run. */
const KIND = ["cell", "protocol", "backend", "engines", "excluded"] as const;
type Kind = Pick<StoredCell, "key" | "cell" | "protocol" | "backend" | "engines" | "excluded">;

/** Stored runs that one query reads: files of an index, each with the folders in it that still count. */
export interface Part {
  /** Folder of the runs; empty where `folders` are paths. */
  root: string;
  files: Record<TableName, string>;
  folders: readonly string[];
}

/** A DuckDB in memory, on two threads and within 0.6 gigabytes; what does not fit goes into a temporary folder. */
export class Database {
  private readonly instance: DuckDBInstance;
  private readonly connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.instance = instance;
    this.connection = connection;
  }

  static async open(scratch: string): Promise<Database> {
    const instance = await DuckDBInstance.create(":memory:", {
      threads: "2",
      memory_limit: "600MB",
      temp_directory: scratch,
      preserve_insertion_order: "false",
    });
    return new Database(instance, await instance.connect());
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }

  /** Writes digests, each with the name of its folder, as three Parquet files. */
  async write(
    digests: readonly (readonly [folder: string, RunDigest])[],
    facts: ReadonlyMap<string, string>,
    files: Part["files"],
  ) {
    for (const name of tableNames) await this.connection.run(`CREATE OR REPLACE TABLE new_${name} (${TABLES[name]})`);
    await this.append("runs", (row) => {
      for (const [folder, run] of digests) {
        const { matrix, createdAt, machine, environment, sentinels } = run;
        row([folder, run.run, matrix, createdAt, machine, environment, sentinels, run.damaged]);
      }
    });
    await this.append("cells", (row) => {
      for (const [folder, { cells }] of digests) {
        for (const { cell, metric, primary, planned, figures, excluded, protocol, backend, engines } of cells) {
          row([folder, cell, metric, primary, planned, figures, excluded, protocol, backend, engines]);
        }
      }
    });
    await this.append("facts", (row) => {
      for (const fact of facts) row(fact);
    });
    for (const name of tableNames) await this.copy(`new_${name}`, name, files[name]);
    for (const name of tableNames) await this.connection.run(`DROP TABLE new_${name}`);
  }

  /** Writes what counts of several parts of one root as one. Not sorted: that takes more memory than there is. */
  async merge(parts: readonly Part[], files: Part["files"]): Promise<void> {
    await this.attach(parts);
    for (const name of tableNames) await this.copy(`all_${name}`, name, files[name], "");
  }

  /** Everything that the parts hold of each cell's primary metric, or of the named one. */
  async read(parts: readonly Part[], metric: string | null): Promise<HistoryData> {
    await this.attach(parts);
    const texts = new Map<string, string>();
    for (const [hash, json] of await this.rows("SELECT hash, json FROM all_facts")) {
      texts.set(hash as string, json as string);
    }
    const fact = factReader(texts);
    const runs = new Map<number, StoredRun>();
    for (const row of await this.rows("SELECT * EXCLUDE (folder), folder FROM all_runs ORDER BY created, run, place")) {
      const [place, root, run, matrix, createdAt, machine, environment, sentinels, damaged, folder] = row;
      runs.set(place as number, {
        run: run as string,
        dir: join(root as string, folder as string),
        matrix: matrix as string,
        createdAt: createdAt as string,
        machine: machine as string,
        environment: fact(environment as string) as EnvironmentOf["manifest"],
        sentinels: fact(sentinels as string) as StoredSentinel[],
        damaged: damaged as number,
      });
    }
    // Texts repeat over the runs: each combination comes once, and the rows name it by a number.
    await this.connection.run(`CREATE OR REPLACE TABLE kinds AS SELECT row_number() OVER () AS kind, * FROM
      (SELECT DISTINCT ${KIND.join(", ")} FROM all_cells WHERE is_primary)`);
    const kinds = new Map<number, Kind>();
    for (const row of await this.rows(`SELECT kind::INTEGER, ${KIND.join(", ")} FROM kinds`)) {
      const [kind, cell, protocol, backend, engines, excluded] = row;
      kinds.set(kind as number, {
        ...(fact(cell as string) as Pick<Kind, "key" | "cell">),
        protocol: protocol as string | null,
        backend: backend as string | null,
        engines: fact(engines as string) as Kind["engines"],
        excluded: excluded as string | null,
      });
    }
    const same = KIND.map((column) => `p.${column} IS NOT DISTINCT FROM k.${column}`).join(" AND ");
    const figures = metric === null ? "p" : "m";
    const asked =
      metric === null ? "" : "LEFT JOIN all_cells m ON m.place = p.place AND m.cell = p.cell AND m.metric = $metric";
    const cells: StoredCell[] = [];
    for (const row of await this.rows(
      `SELECT p.place, k.kind::INTEGER, p.planned, len(${figures}.figures)::INTEGER,
         list_aggregate(${figures}.figures, 'median'),
         list_aggregate(list_transform(${figures}.figures, lambda x: ln(x)), 'stddev_samp'), ${figures}.excluded
       FROM all_cells p JOIN kinds k ON ${same} ${asked} WHERE p.is_primary`,
      metric === null ? {} : { metric },
    )) {
      const [place, kind, planned, valid, middle, spread, excluded] = row;
      cells.push({
        ...kinds.get(kind as number)!,
        run: runs.get(place as number)!,
        planned: planned as number,
        valid: (valid ?? 0) as number,
        median: middle as number | null,
        spread: spread as number | null,
        excluded: valid === null ? `${metric} was not measured` : (excluded as string | null),
      });
    }
    return { runs: [...runs.values()], cells };
  }

  private async rows(sql: string, values: Record<string, string> = {}): Promise<unknown[][]> {
    return (await this.connection.runAndReadAll(sql, values)).getRowsJS() as unknown[][];
  }

  private async append(name: TableName, fill: (row: (values: readonly unknown[]) => void) => void): Promise<void> {
    const appender = await this.connection.createAppender(`new_${name}`);
    fill((values) => {
      for (const value of values) appendValue(appender, value);
      appender.endRow();
    });
    appender.closeSync();
  }

  private async copy(from: string, name: TableName, path: string, order = `ORDER BY ${ORDER[name]}`): Promise<void> {
    const columns = TABLES[name].split(", ").map((column) => column.split(" ")[0]);
    await this.connection.run(
      `COPY (SELECT ${columns.join(", ")} FROM ${from} ${order}) TO ${quote(path)} (FORMAT parquet, COMPRESSION zstd)`,
    );
  }

  /** `all_runs`, `all_cells` and `all_facts` over the parts: rows of folders that no longer count are left out. */
  private async attach(parts: readonly Part[]): Promise<void> {
    await this.connection.run("CREATE OR REPLACE TABLE live (part INTEGER, folder VARCHAR, place INTEGER)");
    const appender = await this.connection.createAppender("live");
    let place = 0;
    for (const [part, { folders }] of parts.entries()) {
      for (const folder of folders) {
        appender.appendInteger(part);
        appender.appendVarchar(folder);
        appender.appendInteger(place++);
        appender.endRow();
      }
    }
    appender.closeSync();
    const union = (name: "runs" | "cells") =>
      parts
        .map(({ root, files }, part) => {
          const from = `read_parquet(${quote(files[name])}) t JOIN live l ON l.part = ${part} AND l.folder = t.folder`;
          return `SELECT l.place, ${quote(root)} AS root, t.* FROM ${from}`;
        })
        .join(" UNION ALL ");
    for (const name of ["runs", "cells"] as const) {
      await this.connection.run(`CREATE OR REPLACE VIEW all_${name} AS ${union(name)}`);
    }
    const facts = parts.map(({ files }) => `SELECT hash, json FROM read_parquet(${quote(files.facts)})`);
    await this.connection.run(
      `CREATE OR REPLACE VIEW all_facts AS SELECT DISTINCT hash, json FROM (${facts.join(" UNION ALL ")})`,
    );
  }
}

function appendValue(appender: DuckDBAppender, value: unknown): void {
  if (value === null) appender.appendNull();
  else if (typeof value === "string") appender.appendVarchar(value);
  else if (typeof value === "boolean") appender.appendBoolean(value);
  else if (typeof value === "number") appender.appendInteger(value);
  else appender.appendList(value as number[], LIST(DOUBLE));
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
