import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect } from "vitest";
import { registerFileMaker } from "~/file/fileMaker.server";
import { registerFileReader } from "~/problem/import/fileReader.server";
import { registerWorkbookWriter } from "~/workbook/writeWorkbook.server";
import { openDatabase } from "~db/connect";
import { setDatabase } from "~db/current";
import type { Database } from "~db/database";
import { databaseFile } from "~db/dataFolder";
import { fileMaker } from "~server/workers/fileMaker";
import { fileReader } from "~server/workers/fileReader";
import { workbookWriter } from "~server/workers/workbookWriter";
import { spokenFields, unnamedFields } from "./ledgerFields";

// Migrating an empty database takes ten times as long as writing the one that comes of it.
let migrated: Buffer | undefined;

function migrate(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "huishang-migrated-"));
  const file = databaseFile(folder);
  openDatabase(file, "db").close();
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}

/** Opens the database in a file, made when it is missing. */
export function openFile(file: string): Database {
  if (!existsSync(file)) {
    migrated ??= migrate();
    writeFileSync(file, migrated, { mode: 0o600 });
  }
  return openDatabase(file, "db");
}

/** Runs one statement as somebody would who has got at the database itself; throws what the database says of it. */
export async function runStatement(database: Database, statement: string): Promise<void> {
  try {
    await database.transact(async (tx) => void tx.run(sql.raw(statement)));
  } catch (error) {
    throw (error as Error).cause;
  }
}

/** Answers the rows of a query in the database's own language. */
export function rowsOf(database: Database, query: string): Record<string, string | number | null>[] {
  return database.read.all(sql.raw(query));
}

/** A fresh migrated database in a folder of its own. */
export function freshDatabase(): { database: Database; folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "huishang-test-"));
  const database = openFile(databaseFile(folder));
  setDatabase(database);
  registerFileReader(fileReader);
  registerFileMaker(fileMaker);
  registerWorkbookWriter(workbookWriter);
  return {
    database,
    folder,
    remove() {
      setDatabase(undefined);
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Gives the calling test file a database of its own, removed at the end. Whatever its tests made the use cases
 * book, the page of the ledger has to name, and holds no words of people.
 */
export function withDatabase(): void {
  let fresh: ReturnType<typeof freshDatabase>;
  beforeAll(() => {
    fresh = freshDatabase();
  });
  afterAll(async () => {
    // A test may have opened another one in between.
    setDatabase(fresh.database);
    const [unnamed, spoken] = await Promise.all([unnamedFields(), spokenFields()]).finally(() =>
      fresh.remove(),
    );
    expect(unnamed, "fields without a name in the ledger").toEqual([]);
    expect(spoken, "fields with people's words in the ledger").toEqual([]);
  });
}
