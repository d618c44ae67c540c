import { type DuckDBAppender, type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/** The columns of a table; day numbers and codes are integers, all else doubles. */
export type TableColumns = Readonly<Record<string, Int32Array | Uint32Array | Float64Array>>;

/** A query over one table of an embedded columnar database, which is filled on first use. */
export function duckdb(
  table: string,
  columnsOf: () => TableColumns,
  threads: number,
): (query: string) => Promise<number> {
  return duckdbTables(() => ({ [table]: columnsOf() }), threads);
}

/** A query over several tables, which are filled on first use. */
export function duckdbTables(
  tablesOf: () => Readonly<Record<string, TableColumns>>,
  threads: number,
): (query: string) => Promise<number> {
  let connection: Promise<DuckDBConnection> | undefined;
  return async (query) => {
    connection ??= openTables(tablesOf(), threads);
    const [row] = await (await (await connection).runAndReadAll(query)).getRows();
    return Number(row![0]);
  };
}

async function openTables(
  tables: Readonly<Record<string, TableColumns>>,
  threads: number,
): Promise<DuckDBConnection> {
  const database = await DuckDBInstance.create(":memory:", { threads: String(threads) });
  const connection = await database.connect();
  for (const [table, columns] of Object.entries(tables)) {
    await fillTable(connection, table, columns);
  }
  return connection;
}

async function fillTable(
  connection: DuckDBConnection,
  table: string,
  columns: TableColumns,
): Promise<void> {
  const all = Object.entries(columns);
  const types = all.map(([name, data]) => `${name} ${typeOf(data)}`);
  await connection.run(`CREATE TABLE ${table} (${types.join(", ")})`);
  const appender = await connection.createAppender(table);
  const appends = all.map(([, data]) => appendOf(appender, data));
  const [first] = all;
  for (let row = 0; row < first![1].length; row++) {
    for (const append of appends) append(row);
    appender.endRow();
  }
  appender.closeSync();
}

function typeOf(data: TableColumns[string]): string {
  return data instanceof Float64Array ? "DOUBLE" : "INTEGER";
}

function appendOf(appender: DuckDBAppender, data: TableColumns[string]): (row: number) => void {
  return data instanceof Float64Array
    ? (row) => appender.appendDouble(data[row]!)
    : (row) => appender.appendInteger(data[row]!);
}
