import { join } from "node:path";
import { DOUBLE, type DuckDBAppender, type DuckDBConnection, DuckDBInstance, LIST } from "@duckdb/node-api";
import type { Cell } from "../../../suites/cell.js";
import type { EnvironmentOf } from "../../compare/environment.js";
import type { HistoryData, StoredCell, StoredRun, StoredSentinel } from "../types.js";
import type { RunDigest } from "./digest.js";
import { type Facts, factReader } from "./facts.js";

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

/** Stored runs that one query reads: files of an index, each with the folders in it that still count. */
export interface Part {
  /** Folder of the runs; empty where `folders` are paths. */
  root: string;
  files: Record<TableName, string>;
  folders: readonly string[];
}

/** A DuckDB in memory, on two threads and within half a gigabyte. */
export class Database {
  private readonly instance: DuckDBInstance;
  private readonly connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.instance = instance;
    this.connection = connection;
  }

  static async open(): Promise<Database> {
    const instance = await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: "500MB" });
    return new Database(instance, await instance.connect());
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }

  /** Writes digests, each with the name of its folder, as three Parquet files. */
  async write(digests: readonly (readonly [folder: string, RunDigest])[], facts: Facts, files: Part["files"]) {
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
      for (const fact of facts.texts) row(fact);
    });
    for (const name of tableNames) await this.copy(`new_${name}`, name, files[name]);
    for (const name of tableNames) await this.connection.run(`DROP TABLE new_${name}`);
  }

  /** Writes what counts of several parts of one root as one. */
  async merge(parts: readonly Part[], files: Part["files"]): Promise<void> {
    await this.attach(parts);
    for (const name of tableNames) await this.copy(`all_${name}`, name, files[name]);
  }

  /** Everything that the parts hold of each cell's primary metric, or of the named one. */
  async read(parts: readonly Part[], metric: string | null): Promise<HistoryData> {
    await this.attach(parts);
    const texts = new Map<string, string>();
    for (const [hash, json] of await this.rows("SELECT hash, json FROM all_facts")) {
      texts.set(hash as string, json as string);
    }
    const fact = factReader(texts);
    const runs = new Map<string, StoredRun>();
    for (const row of await this.rows("SELECT * FROM all_runs ORDER BY created, run, root")) {
      const [root, folder, run, matrix, createdAt, machine, environment, sentinels, damaged] = row as string[];
      runs.set(`${root}|${folder}`, {
        run: run!,
        dir: join(root!, folder!),
        matrix: matrix!,
        createdAt: createdAt!,
        machine: machine!,
        environment: fact(environment!) as EnvironmentOf["manifest"],
        sentinels: fact(sentinels!) as StoredSentinel[],
        damaged: Number(damaged),
      });
    }
    const cells: StoredCell[] = [];
    for (const row of await this.rows(
      `SELECT p.root || '|' || p.folder, p.cell, $metric IS NULL OR m.metric IS NOT NULL, p.planned, len(m.figures),
         list_aggregate(m.figures, 'median'),
         list_aggregate(list_transform(m.figures, lambda x: ln(x)), 'stddev_samp'),
         m.excluded, p.protocol, p.backend, p.engines
       FROM all_cells p LEFT JOIN all_cells m
         ON m.root = p.root AND m.folder = p.folder AND m.cell = p.cell AND m.metric = coalesce($metric, p.metric)
       WHERE p.is_primary`,
      { metric },
    )) {
      const [place, cell, measured, planned, valid, middle, spread, excluded, protocol, backend, engines] = row;
      const { key, cell: axes } = fact(cell as string) as { key: string; cell: Cell };
      cells.push({
        run: runs.get(place as string)!,
        cell: axes,
        key,
        planned: planned as number,
        valid: Number(valid ?? 0),
        median: middle as number | null,
        spread: spread as number | null,
        excluded: measured ? (excluded as string | null) : `${metric} was not measured`,
        protocol: protocol as string | null,
        backend: backend as string | null,
        engines: fact(engines as string) as EnvironmentOf["records"],
      });
    }
    return { runs: [...runs.values()], cells };
  }

  private async rows(sql: string, values: Record<string, string | null> = {}): Promise<unknown[][]> {
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

  private async copy(from: string, name: TableName, path: string): Promise<void> {
    const columns = TABLES[name].split(", ").map((column) => column.split(" ")[0]);
    await this.connection.run(
      `COPY (SELECT ${columns.join(", ")} FROM ${from} ORDER BY ${ORDER[name]}) TO ${quote(path)} (FORMAT parquet, COMPRESSION zstd)`,
    );
  }

  /** `all_runs`, `all_cells` and `all_facts` over the parts: rows of folders that no longer count are left out. */
  private async attach(parts: readonly Part[]): Promise<void> {
    await this.connection.run("CREATE OR REPLACE TABLE live (part INTEGER, folder VARCHAR)");
    const appender = await this.connection.createAppender("live");
    for (const [part, { folders }] of parts.entries()) {
      for (const folder of folders) {
        appender.appendInteger(part);
        appender.appendVarchar(folder);
        appender.endRow();
      }
    }
    appender.closeSync();
    const union = (name: "runs" | "cells") =>
      parts
        .map(({ root, files }, part) => {
          const file = `read_parquet(${quote(files[name])})`;
          return `SELECT ${quote(root)} AS root, t.* FROM ${file} t SEMI JOIN live l ON l.part = ${part} AND l.folder = t.folder`;
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
