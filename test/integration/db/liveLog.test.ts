import { copyFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openDatabase } from "~db/connect";
import { liveRoom, liveUpdate } from "~db/schema";
import { reserveLog } from "~db/sqlite/reserveLog";
import { appendToLiveLog, transact } from "~db/transact";
import { freshDatabase } from "../../builders/database";

let fresh: ReturnType<typeof freshDatabase>;
beforeEach(() => {
  fresh = freshDatabase();
});
afterEach(() => fresh.remove());

const mebibyte = 1024 * 1024;
const room = "day-2026-11";
const row = (sequence: number) => ({
  sequence,
  bytes: Uint8Array.of(1, 2, sequence),
  personId: null,
  postId: null,
  at: "2026-11-12T01:00:00.000Z",
});
const open = () =>
  transact(async (tx) => {
    await tx.insert(liveRoom).values({ name: room, createdAt: row(0).at });
  });
const logOf = (file: string) => statSync(`${file}-wal`).size;

/** What a killed process leaves, opened by the next one. */
function afterwards() {
  const copy = join(fresh.folder, "after.sqlite");
  for (const ending of ["", "-wal"]) copyFileSync(fresh.database.file + ending, copy + ending);
  return openDatabase(copy, "db/migrations");
}

it("finds everything behind a log that was made long beforehand", async () => {
  reserveLog(fresh.database, 2 * mebibyte);
  expect(logOf(fresh.database.file)).toBe(2 * mebibyte);
  await open();
  for (let sequence = 1; sequence <= 20; sequence++)
    await appendToLiveLog([{ room, epoch: 1, rows: [row(sequence)] }]);
  expect(logOf(fresh.database.file)).toBe(2 * mebibyte);
  const next = afterwards();
  const rows = await next.read.select().from(liveUpdate);
  expect(rows.map(({ sequence, bytes }) => [sequence, [...bytes]])).toEqual(
    Array.from({ length: 20 }, (_, at) => [at + 1, [1, 2, at + 1]]),
  );
  expect(next.writer.pragma("integrity_check", { simple: true })).toBe("ok");
  next.close();
});

it("never shortens a log nor overwrites what is in it", async () => {
  await open();
  const big = { ...row(1), bytes: new Uint8Array(3 * mebibyte).fill(7) };
  await appendToLiveLog([{ room, epoch: 1, rows: [big] }]);
  const length = logOf(fresh.database.file);
  reserveLog(fresh.database, mebibyte);
  expect(logOf(fresh.database.file)).toBe(length);
  reserveLog(fresh.database, 8 * mebibyte);
  const next = afterwards();
  const [stored] = await next.read.select().from(liveUpdate);
  expect(Buffer.from(big.bytes).equals(stored!.bytes)).toBe(true);
  next.close();
});

it("stores nothing of a room that is not open in the expected epoch, and all of the others", async () => {
  await open();
  const refused = await appendToLiveLog([
    { room, epoch: 2, rows: [row(1)] },
    { room: "day-2026-12", epoch: 1, rows: [row(1)] },
    { room, epoch: 1, rows: [row(1), row(2)] },
  ]);
  expect([...refused]).toEqual([room, "day-2026-12"]);
  const rows = await fresh.database.read.select().from(liveUpdate).where(eq(liveUpdate.room, room));
  expect(rows.map((one) => [one.epoch, one.sequence])).toEqual([
    [1, 1],
    [1, 2],
  ]);
});

it("stores nothing at all when one row cannot be", async () => {
  await open();
  const twice = [row(1), row(1)];
  await expect(appendToLiveLog([{ room, epoch: 1, rows: twice }])).rejects.toThrow("UNIQUE");
  expect(await fresh.database.read.select().from(liveUpdate)).toEqual([]);
  await appendToLiveLog([{ room, epoch: 1, rows: [row(1)] }]);
});

it("waits for a transaction under way, and finds one inside another", async () => {
  await open();
  const order: string[] = [];
  let release: () => void = () => undefined;
  const other = transact(() => new Promise<void>((resolve) => (release = resolve))).then(() =>
    order.push("other"),
  );
  const appended = appendToLiveLog([{ room, epoch: 1, rows: [row(1)] }]).then(() => order.push("appended"));
  await new Promise((resolve) => setImmediate(resolve));
  release();
  await Promise.all([other, appended]);
  expect(order).toEqual(["other", "appended"]);
  const nested = transact(() => transact(async () => undefined));
  await expect(nested).rejects.toThrow("transact inside transact");
});
