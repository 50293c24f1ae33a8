import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { type Database, openDatabase } from "~db/connect";
import { setDatabase } from "~db/current";
import { unnamedFields } from "./ledgerFields";

/** A fresh migrated database in a folder of its own. */
export function freshDatabase(): { database: Database; folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "huishang-test-"));
  const database = openDatabase(join(folder, "huishang.sqlite"), "db/migrations");
  setDatabase(database);
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
 * book, the page of the ledger has to name.
 */
export function withDatabase(): void {
  let fresh: ReturnType<typeof freshDatabase>;
  beforeAll(() => {
    fresh = freshDatabase();
  });
  afterAll(async () => {
    // A test may have opened another one in between.
    setDatabase(fresh.database);
    const unnamed = await unnamedFields().finally(() => fresh.remove());
    expect(unnamed, "fields without a name in the ledger").toEqual([]);
  });
}
