import { copyFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { liveStore, setDatabase } from "~db/current";
import { liveRoom, liveUpdate } from "~db/schema";
import { reserveLog } from "~db/sqlite/reserveLog";
import { SqliteDatabase } from "~db/sqlite/sqliteDatabase";
import { transact } from "~db/transact";
import { freshFolder, removeFolders } from "../../builders/folder";

const mebibyte = 1024 * 1024;
const room = "day-2026-11";
const row = (sequence: number, bytes = Uint8Array.of(1, 2, sequence)) => ({
  ...{ sequence, bytes, personId: null, postId: null },
  at: "2026-11-12T01:00:00.000Z",
});

afterEach(removeFolders);

async function open() {
  const database = new SqliteDatabase(join(freshFolder(), "huishang.sqlite"), "db");
  setDatabase(database);
  await transact(async (tx) => {
    await tx.insert(liveRoom).values({ name: room, createdAt: row(0).at });
  });
  return database;
}

const logOf = ({ file }: SqliteDatabase) => statSync(`${file}-wal`).size;

/** What a killed process leaves, opened by the next one. */
function afterwards({ file }: SqliteDatabase) {
  const copy = join(freshFolder(), "after.sqlite");
  for (const ending of ["", "-wal"]) copyFileSync(file + ending, copy + ending);
  return new SqliteDatabase(copy, "db");
}

it("finds everything behind a log that was made long beforehand", async () => {
  const database = await open();
  reserveLog(database, 2 * mebibyte);
  expect(logOf(database)).toBe(2 * mebibyte);
  for (let sequence = 1; sequence <= 20; sequence++)
    await liveStore().append([{ room, epoch: 1, rows: [row(sequence)] }]);
  expect(logOf(database)).toBe(2 * mebibyte);
  const next = afterwards(database);
  const rows = await next.read.select().from(liveUpdate);
  expect(rows.map(({ sequence, bytes }) => [sequence, [...bytes]])).toEqual(
    Array.from({ length: 20 }, (_, at) => [at + 1, [1, 2, at + 1]]),
  );
  expect(next.writer.pragma("integrity_check", { simple: true })).toBe("ok");
  next.close();
  database.close();
});

it("never shortens a log nor overwrites what is in it", async () => {
  const database = await open();
  const big = row(1, new Uint8Array(3 * mebibyte).fill(7));
  await liveStore().append([{ room, epoch: 1, rows: [big] }]);
  const length = logOf(database);
  reserveLog(database, mebibyte);
  expect(logOf(database)).toBe(length);
  reserveLog(database, 8 * mebibyte);
  const next = afterwards(database);
  const [stored] = await next.read.select().from(liveUpdate);
  expect(Buffer.from(big.bytes).equals(stored!.bytes)).toBe(true);
  next.close();
  database.close();
});
