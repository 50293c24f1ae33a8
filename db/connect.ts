import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { LiveLog } from "./liveLog";
import { LogFlush } from "./logFlush";
import * as schema from "./schema";

/** What use cases query with: the same builder for reading and, inside `transact`, for writing. */
export type Queries = BetterSQLite3Database<typeof schema>;

/** An open embedded database: two connections that write, in turn, and one that only reads. */
export interface Database {
  file: string;
  writer: Sqlite.Database;
  reader: Sqlite.Database;
  write: Queries;
  read: Queries;
  /** The connection whose commits do not wait for the disk; see `transactUnflushed`. */
  unflushed: { connection: Sqlite.Database; queries: Queries };
  /** Written to over that connection; see `appendToLiveLog`. */
  liveLog: LiveLog;
  /** Answers, or resolves, when everything committed before the call survives a power cut. */
  flush(): void | Promise<void>;
  close(): void;
}

// Read back after setting: better-sqlite3 lowers `synchronous` to NORMAL in WAL mode by itself, and
// a commit that is acknowledged must survive a power cut.
const requiredPragmas: Record<string, string | number> = {
  journal_mode: "wal",
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 5000,
};

/** Refuses with an error that names the pragma when the connection does not have the required value. */
export function assertPragmas(connection: Sqlite.Database): void {
  for (const [pragma, wanted] of Object.entries(requiredPragmas)) {
    const found = connection.pragma(pragma, { simple: true });
    if (found !== wanted) throw new Error(`database pragma ${pragma} is ${found}, must be ${wanted}`);
  }
}

function connect(file: string, readonly: boolean): Sqlite.Database {
  const connection = new Sqlite(file, { readonly });
  if (!readonly) connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("busy_timeout = 5000");
  assertPragmas(connection);
  return connection;
}

/**
 * Runs migrations with foreign keys off, because a table that is made anew is dropped in between, and checks
 * afterwards, where anything was migrated, that every reference leads somewhere.
 */
function upgrade(connection: Sqlite.Database, run: () => void): void {
  const before = connection.pragma("schema_version", { simple: true });
  connection.pragma("foreign_keys = OFF");
  run();
  connection.pragma("foreign_keys = ON");
  if (connection.pragma("schema_version", { simple: true }) === before) return;
  const [broken] = connection.pragma("foreign_key_check") as { table: string; parent: string }[];
  if (broken) throw new Error(`after the migration ${broken.table} refers to a missing ${broken.parent}`);
}

/**
 * Opens (creating folder and file when missing) and migrates the embedded database.
 * @param file path of the SQLite file
 * @param migrations folder of the generated SQL
 */
export function openDatabase(file: string, migrations: string): Database {
  mkdirSync(dirname(file), { recursive: true });
  const writer = connect(file, false);
  const write = drizzle(writer, { schema });
  upgrade(writer, () => migrate(write, { migrationsFolder: migrations }));
  const reader = connect(file, true);
  const unflushed = connect(file, false);
  unflushed.pragma("synchronous = NORMAL");
  const log = new LogFlush(file);
  // What a process committed before it died may never have reached the disk, and is shown from now on.
  unflushed.pragma("wal_checkpoint(PASSIVE)");
  log.flush();
  return {
    file,
    writer,
    reader,
    write,
    read: drizzle(reader, { schema }),
    unflushed: { connection: unflushed, queries: drizzle(unflushed, { schema }) },
    liveLog: new LiveLog(unflushed),
    flush: () => log.flush(),
    close() {
      log.close();
      reader.close();
      unflushed.close();
      writer.close();
    },
  };
}
