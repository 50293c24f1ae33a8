import type Sqlite from "better-sqlite3";

/** Runs `work` between BEGIN IMMEDIATE and COMMIT; an exception rolls back and is thrown on. */
export async function inTransaction<T>(connection: Sqlite.Database, work: () => Promise<T>): Promise<T> {
  connection.exec("BEGIN IMMEDIATE");
  try {
    const result = await work();
    connection.exec("COMMIT");
    return result;
  } catch (error) {
    if (connection.inTransaction) connection.exec("ROLLBACK");
    throw error;
  }
}
