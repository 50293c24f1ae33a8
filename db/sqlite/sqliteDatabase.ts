import { join } from "node:path";
import type Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import type { Database, Durability, Maintenance, Near, NearestQuestion } from "../database";
import { filesOf } from "../dataFolder";
import { FileStore } from "../fileStore";
import { NotStored } from "../notStored";
import type { Queries } from "../queries";
import * as schema from "../schema";
import { WriteLock } from "../writeLock";
import { backUp } from "./backup";
import { keepCheckpoints } from "./checkpoints";
import { assertPragmas, connect } from "./connection";
import { LiveLog } from "./liveLog";
import { LogFlush } from "./logFlush";
import { NearestReader } from "./nearest";
import { keepToOwner } from "./ownFile";
import { SqliteLiveStore } from "./sqliteLiveStore";
import { inTransaction } from "./transaction";
import { isOfDisk, WriteHealth } from "./writeHealth";

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

/** The embedded database: one file, two connections that write, in turn, and one that only reads. */
export class SqliteDatabase implements Database {
  readonly writer: Sqlite.Database;
  readonly reader: Sqlite.Database;
  /** Its commits do not wait for the disk. */
  readonly unflushed: Sqlite.Database;
  readonly read: Queries;
  readonly live: SqliteLiveStore;
  readonly files: FileStore;
  readonly #queries: Record<Durability, { connection: Sqlite.Database; queries: Queries }>;
  readonly #nearest: NearestReader;
  readonly #lock = new WriteLock();
  readonly #health = new WriteHealth();

  /**
   * Opens (creating folder and file when missing) and migrates.
   * @param programs the project's folder `db`
   */
  constructor(
    readonly file: string,
    readonly programs: string,
  ) {
    keepToOwner(file);
    this.files = new FileStore(filesOf(file));
    this.writer = connect(file, false);
    const write = drizzle(this.writer, { schema });
    upgrade(this.writer, () => migrate(write, { migrationsFolder: join(programs, "migrations") }));
    this.reader = connect(file, true);
    this.read = drizzle(this.reader, { schema });
    this.unflushed = connect(file, false);
    this.unflushed.pragma("synchronous = NORMAL");
    // The record is copied and its log replaced all the time; pages that come free are written over by the next.
    this.unflushed.pragma("secure_delete = FAST");
    this.#queries = {
      flushed: { connection: this.writer, queries: write },
      unflushed: { connection: this.unflushed, queries: drizzle(this.unflushed, { schema }) },
    };
    this.#nearest = new NearestReader(file, join(programs, "sqlite/nearestThread.js"));
    const disk = new LogFlush(file);
    // What a process committed before it died may never have reached the disk, and is shown from now on.
    this.unflushed.pragma("wal_checkpoint(PASSIVE)");
    disk.flush();
    this.live = new SqliteLiveStore(this.#lock, new LiveLog(this.unflushed), disk, this.#health);
  }

  async transact<T>(work: (tx: Queries) => Promise<T>, durability: Durability = "flushed"): Promise<T> {
    const { connection, queries } = this.#queries[durability];
    const write = () => this.#health.noting(() => inTransaction(connection, () => work(queries)));
    return this.#lock.run(write).catch((error) => {
      throw isOfDisk(error) ? new NotStored(error) : error;
    });
  }

  async withoutSync<T>(work: () => Promise<T>): Promise<T> {
    this.writer.pragma("synchronous = OFF");
    try {
      return await work();
    } finally {
      this.writer.pragma("synchronous = FULL");
      this.writer.pragma("wal_checkpoint(TRUNCATE)");
      assertPragmas(this.writer);
    }
  }

  async check(): Promise<void> {
    this.reader.prepare("select 1").get();
    // Somebody who could not write says so; whether it is over only another write can tell.
    if (this.#health.failure !== null)
      await this.#lock.run(() => this.#health.noting(() => this.#tryToWrite()));
  }

  async #tryToWrite(): Promise<void> {
    await inTransaction(this.writer, async () => {
      this.writer.exec(
        "create table write_trial (filler blob); insert into write_trial values (zeroblob(65536))",
      );
      this.writer.exec("drop table write_trial");
    });
  }

  async settle(): Promise<boolean> {
    return this.#lock.run(async () => {
      const [done] = this.writer.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
      return done?.busy === 0;
    });
  }

  backup(file: string): Promise<void> {
    return backUp(this.writer, file);
  }

  nearest(question: NearestQuestion): Promise<Near[]> {
    return this.#nearest.ask(question);
  }

  maintain(onFailure: (error: unknown) => void): Maintenance {
    const script = join(this.programs, "sqlite/checkpointThread.js");
    const writers = [this.writer, this.unflushed];
    return keepCheckpoints({ file: this.file, writers, script, onFailure });
  }

  close(): void {
    this.#nearest.stop();
    this.live.disk.close();
    this.reader.close();
    this.unflushed.close();
    this.writer.close();
  }
}
