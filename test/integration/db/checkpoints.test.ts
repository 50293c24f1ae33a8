import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, expect, it } from "vitest";
import { keepCheckpoints } from "~db/sqlite/checkpoints";
import { SqliteDatabase } from "~db/sqlite/sqliteDatabase";

const script = resolve("db/sqlite/checkpointThread.js");

let folder: string;
let database: SqliteDatabase;

function open(): SqliteDatabase {
  folder = mkdtempSync(join(tmpdir(), "huishang-checkpoints-"));
  database = new SqliteDatabase(join(folder, "huishang.sqlite"), "db");
  database.writer.exec("create table word (text)");
  return database;
}

const placeOf = ({ file, writer, unflushed }: SqliteDatabase) => ({ file, writers: [writer, unflushed] });

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

/** The words in the database file alone, without its log. */
function wordsInFile(): string[] {
  const copy = join(folder, "copy.sqlite");
  copyFileSync(database.file, copy);
  const connection = new Sqlite(copy, { readonly: true });
  try {
    return connection.prepare("select text from word").pluck().all() as string[];
  } catch {
    // The table itself is in the log still.
    return [];
  } finally {
    connection.close();
  }
}

it("writes the log back into the database beside the one who writes", async () => {
  const checkpoints = keepCheckpoints({ ...placeOf(open()), script, onFailure: () => undefined, pause: 20 });
  database.writer.exec("insert into word values ('议定')");
  await expect.poll(wordsInFile, { timeout: 10_000 }).toEqual(["议定"]);
  await checkpoints.stop();
  expect(database.writer.pragma("wal_autocheckpoint", { simple: true })).toBe(1_000);
});

it("comes back after a failure, once a thread has managed a checkpoint", async () => {
  const failures: unknown[] = [];
  const database = open();
  const broken = join(folder, "broken.mjs");
  writeFileSync(broken, "throw new Error('no space');");
  const checkpoints = keepCheckpoints({
    ...placeOf(database),
    ...{ script: broken, onFailure: (error) => failures.push(error), pause: 20, rest: 50 },
  });
  await expect.poll(() => failures.length, { timeout: 10_000 }).toBeGreaterThan(1);
  expect(database.writer.pragma("wal_autocheckpoint", { simple: true })).toBe(1_000);
  writeFileSync(broken, `import ${JSON.stringify(script)};`);
  await expect
    .poll(() => database.writer.pragma("wal_autocheckpoint", { simple: true }), { timeout: 10_000 })
    .toBe(0);
  database.writer.exec("insert into word values ('议定')");
  await expect.poll(wordsInFile, { timeout: 10_000 }).toEqual(["议定"]);
  await checkpoints.stop();
});

it("leaves it to the database again when the thread fails", async () => {
  const failures: unknown[] = [];
  const checkpoints = keepCheckpoints({
    ...placeOf(open()),
    script: join(folder, "missing.js"),
    onFailure: (error) => failures.push(error),
  });
  await expect.poll(() => failures.length, { timeout: 10_000 }).toBe(1);
  expect(database.writer.pragma("wal_autocheckpoint", { simple: true })).toBe(1_000);
  await checkpoints.stop();
});
