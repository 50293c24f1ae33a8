import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { liveStore } from "~db/current";
import { databaseFile } from "~db/dataFolder";
import { NotFlushed } from "~db/liveStore";
import { liveRoom, liveUpdate } from "~db/schema";
import { transact } from "~db/transact";
import { freshDatabase, openFile } from "../../builders/database";
import { breakDisk } from "../../builders/faults";

let fresh: ReturnType<typeof freshDatabase>;
beforeEach(() => {
  fresh = freshDatabase();
});
afterEach(() => fresh.remove());

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

/** The edits in the database file alone, without its log. */
async function rowsInFile() {
  const copy = join(fresh.folder, "copy.sqlite");
  copyFileSync(databaseFile(fresh.folder), copy);
  const database = openFile(copy);
  try {
    return await database.read.select().from(liveUpdate);
  } finally {
    database.close();
  }
}

it("throws when the disk fails, and writes everything once more before it calls it safe", async () => {
  await open();
  const mend = breakDisk(fresh.database);
  const failed = liveStore().append([
    { room, epoch: 1, rows: [row(1)] },
    { room: "day-2026-12", epoch: 1, rows: [row(1)] },
  ]);
  await expect(failed).rejects.toThrow(NotFlushed);
  await expect(failed).rejects.toMatchObject({ refused: new Set(["day-2026-12"]) });
  await expect(liveStore().flush()).rejects.toThrow("the disk is gone");
  expect(await rowsInFile()).toEqual([]);
  mend();
  await liveStore().flush();
  expect(await rowsInFile()).toHaveLength(1);
});

it("stores nothing of a room that is not open in the expected epoch, and all of the others", async () => {
  await open();
  const refused = await liveStore().append([
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
  await expect(liveStore().append([{ room, epoch: 1, rows: twice }])).rejects.toThrow("UNIQUE");
  expect(await fresh.database.read.select().from(liveUpdate)).toEqual([]);
  await liveStore().append([{ room, epoch: 1, rows: [row(1)] }]);
});

it("waits for a transaction under way, and finds one inside another", async () => {
  await open();
  const order: string[] = [];
  let release: () => void = () => undefined;
  const other = transact(() => new Promise<void>((resolve) => (release = resolve))).then(() =>
    order.push("other"),
  );
  const appended = liveStore()
    .append([{ room, epoch: 1, rows: [row(1)] }])
    .then(() => order.push("appended"));
  await new Promise((resolve) => setImmediate(resolve));
  release();
  await Promise.all([other, appended]);
  expect(order).toEqual(["other", "appended"]);
  const nested = transact(() => transact(async () => undefined));
  await expect(nested).rejects.toThrow("transact inside transact");
});
