import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "~db/database";
import type { SqliteDatabase } from "~db/sqlite/sqliteDatabase";
import { freshFolder } from "./folder";

const sqlite = (database: Database) => database as SqliteDatabase;

/** Copies the database as it lies on the disk at this instant: what a killed process leaves. */
export function crashImage(database: Database): string {
  const { file } = sqlite(database);
  const image = join(freshFolder(), "huishang.sqlite");
  copyFileSync(file, image);
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${image}-wal`);
  return image;
}

/** Before or after a statement of a writing connection, with its parameters. */
export type OnStatement = (sql: string, phase: "before" | "after", parameters: unknown[]) => void;

/** Calls back around each statement the writing connections run, until the returned function is called. */
export function onStatements(database: Database, callback: OnStatement): () => void {
  const { writer, unflushed } = sqlite(database);
  const connections = [writer, unflushed];
  const around = <T>(sql: string, parameters: unknown[], run: () => T): T => {
    callback(sql, "before", parameters);
    const result = run();
    callback(sql, "after", parameters);
    return result;
  };
  const { exec } = writer;
  for (const connection of connections)
    connection.exec = ((sql: string) => around(sql, [], () => exec.call(connection, sql))) as typeof exec;
  // Statements are prepared once and kept: what runs them is their common prototype.
  const prototype = Object.getPrototypeOf(writer.prepare("SELECT 1")) as Record<Method, Run>;
  const originals = methods.map((method) => [method, prototype[method]] as const);
  for (const [method, original] of originals) {
    prototype[method] = function (...parameters) {
      if (!connections.includes(this.database)) return original.apply(this, parameters);
      return around(this.source, parameters, () => original.apply(this, parameters));
    };
  }
  return () => {
    for (const [method, original] of originals) prototype[method] = original;
    for (const connection of connections) connection.exec = exec;
  };
}

const methods = ["run", "all", "get"] as const;
type Method = (typeof methods)[number];
type Run = (
  this: { database: SqliteDatabase["writer"]; source: string },
  ...parameters: unknown[]
) => unknown;

/** Calls back before each statement that reads committed data, until the returned function is called. */
export function onReads(database: Database, callback: (sql: string) => void): () => void {
  const { reader } = sqlite(database);
  const { prepare } = reader;
  reader.prepare = ((sql: string) => {
    callback(sql);
    return prepare.call(reader, sql);
  }) as typeof prepare;
  return () => {
    reader.prepare = prepare;
  };
}

/** Brings what is committed to the disk. */
export type Flush = () => void | Promise<void>;

/**
 * Puts `replacement` in the place of every flush, until the returned function is called.
 * @param replacement gets the flush as it is
 */
export function replaceFlush(database: Database, replacement: (flush: Flush) => Promise<void>): () => void {
  const { disk } = sqlite(database).live;
  const flush = disk.flush.bind(disk);
  disk.flush = () => replacement(flush);
  return () => {
    disk.flush = flush;
  };
}

/** Lets every flush fail, until the returned function is called. */
export function breakDisk(database: Database): () => void {
  return replaceFlush(database, () => Promise.reject(new Error("the disk is gone")));
}

/** Takes a table away, until the returned function is called: whatever needs it fails. */
export function takeAway(database: Database, table: string): () => void {
  const { writer } = sqlite(database);
  writer.exec(`ALTER TABLE ${table} RENAME TO away`);
  return () => void writer.exec(`ALTER TABLE away RENAME TO ${table}`);
}
