import { asc } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { read } from "~db/read";
import { liveAuthorship, liveRecord, liveSnapshot, liveUpdate, liveVersion } from "~db/schema";
import { transact } from "~db/transact";
import { compact } from "~server/live/store/compaction";
import { loadDocument } from "~server/live/store/store";
import { crashImage, onReads, onStatements } from "../builders/faults";
import {
  closeLiveServers,
  type LiveServer,
  openLiveServer,
  room,
  textOf,
  until,
  wordsOf,
} from "../builders/liveServer";

afterEach(closeLiveServers);

const at = "2026-11-12T01:00:00.000Z";
const stored = async () => {
  const { document, sequence } = await loadDocument(room, 1);
  return {
    text: textOf(document),
    sequence,
    state: Buffer.from(Y.encodeStateAsUpdate(document)).toString("hex"),
  };
};
const logLength = async () => (await read(async (db) => db.select().from(liveUpdate))).length;

async function twoWriters(server: LiveServer): Promise<void> {
  const [anna, bob] = [server.client("anna"), server.client("bob")];
  await Promise.all([anna.synced(), bob.synced()]);
  anna.write("起");
  await until(() => bob.text() === "起", "bob sees it");
  for (let round = 0; round < 30; round++) {
    anna.write("甲");
    bob.write("乙");
    if (round % 5 === 4) wordsOf(bob.document).delete(0, 2);
  }
  await until(() => server.live.stats().waitingUpdates === 0 && anna.text() === bob.text(), "both agree");
  await until(() => anna.text().length === 49, "all words have arrived");
}

describe("compaction", () => {
  it("leaves the same document, and updates after it follow", async () => {
    const server = await openLiveServer();
    await twoWriters(server);
    const before = await stored();
    expect(await compact(room, 1, at)).toMatchObject({ sequence: before.sequence });
    expect(await stored()).toEqual(before);
    expect(await logLength()).toBe(0);
    expect(await compact(room, 1, at)).toBeNull();
    const carl = server.client("carl");
    await carl.synced();
    carl.write("丙");
    await until(
      () => server.live.stats().waitingUpdates === 0 && server.live.stats().updatesStored > before.sequence,
      "stored",
    );
    expect((await stored()).text).toBe(`${before.text}丙`);
    await compact(room, 1, at);
    expect((await stored()).text).toBe(`${before.text}丙`);
  });

  it("keeps who wrote and who deleted what", async () => {
    const server = await openLiveServer();
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await Promise.all([anna.synced(), bob.synced()]);
    anna.write("甲甲");
    await until(() => bob.text() === "甲甲", "bob sees it");
    bob.write("乙");
    await until(() => anna.text() === "甲甲乙", "anna sees it");
    wordsOf(bob.document).delete(0, 1);
    await until(() => anna.text() === "甲乙", "anna sees the deletion");
    // Coming back with everything, also with what others deleted, makes nobody its author.
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(anna.document));
    wordsOf(copy).insert(2, "丙");
    await server.client("carl", { document: copy }).synced();
    await until(() => anna.text() === "甲乙丙", "anna sees carl's word");
    await compact(room, 1, at);
    const rows = await read(async (db) =>
      db.select().from(liveAuthorship).orderBy(asc(liveAuthorship.act), asc(liveAuthorship.at)),
    );
    const short = rows.map(({ act, personId, client, length }) => [
      act,
      personId,
      client === anna.document.clientID,
      length,
    ]);
    expect(short).toEqual([
      ["deleted", "bob", true, 1],
      ["wrote", "anna", true, 2],
      ["wrote", "bob", false, 1],
      ["wrote", "carl", false, 1],
    ]);
  });

  it("survives a kill between every two statements", async () => {
    const server = await openLiveServer();
    await twoWriters(server);
    const before = await stored();
    const images: { file: string; after: string }[] = [];
    const restore = onStatements(server.database, (sql, phase) =>
      images.push({ file: crashImage(server.database), after: `${phase} ${sql}` }),
    );
    await compact(room, 1, at);
    restore();
    await server.kill();
    expect(images.length).toBeGreaterThanOrEqual(12);
    for (const { file, after } of images) {
      const next = await openLiveServer({ file });
      expect(await stored(), after).toEqual(before);
      await next.kill();
    }
  });

  it("leaves everything as it was when any of its statements fails", async () => {
    // Nobody else writes meanwhile.
    const server = await openLiveServer({ limits: { recordPause: 60_000, recordCeiling: 60_000 } });
    await twoWriters(server);
    const before = await stored();
    const length = await logLength();
    const failures: string[] = [];
    for (let failing = 0; ; failing++) {
      let step = 0;
      const restore = onStatements(server.database, (sql, phase) => {
        if (phase === "before" && sql !== "ROLLBACK" && step++ === failing) throw new Error(sql);
      });
      const result = await compact(room, 1, at).catch((error: Error) => error.message);
      restore();
      if (typeof result !== "string") break;
      failures.push(result);
      expect(await stored()).toEqual(before);
      expect(await logLength()).toBe(length);
    }
    // Begin, look, authorship (once a range), snapshot, delete, commit: each has failed, and then none.
    expect(new Set(failures).size).toBe(6);
    expect(await stored()).toEqual(before);
    expect(await logLength()).toBe(0);
  });

  it("gives way to another compaction that was faster", async () => {
    const server = await openLiveServer();
    await twoWriters(server);
    const before = await stored();
    const results = await Promise.all([compact(room, 1, at), compact(room, 1, at)]);
    expect(results.filter((result) => result !== null)).toHaveLength(1);
    expect(await stored()).toEqual(before);
  });

  it("may happen between two pages that a loading room reads", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    await anna.synced();
    for (let count = 0; count < 900; count++) anna.document.getMap("session").set("k", count);
    await until(() => server.live.stats().updatesStored === 900, "two pages of log");
    const before = await stored();
    // The compaction has read everything and waits for its turn to write.
    let release: () => void = () => undefined;
    const other = transact(() => new Promise<void>((resolve) => (release = resolve)));
    const compacting = compact(room, 1, at);
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    const stop = onReads(server.database, (sql) => {
      if (sql.includes('from "live_update"')) release();
    });
    const load = await stored();
    stop();
    await other;
    expect(await compacting).toMatchObject({ logCount: 900 });
    expect(load).toEqual(before);
  });

  it("happens by itself in a busy room and in one that falls idle", async () => {
    const server = await openLiveServer({ limits: { compactBusy: 20, compactIdle: 1, idle: 1 } });
    await twoWriters(server);
    await until(() => server.live.stats().compactions >= 1, "compacted while busy");
    const text = (await stored()).text;
    const { rooms } = server.live;
    server.client("carl");
    await rooms.snapshot(room);
    for (const person of Object.values(server.people)) person.signedIn = false;
    await rooms.reviewAccess();
    await until(() => server.live.stats().rooms === 0, "unloaded");
    expect(await logLength()).toBe(0);
    expect((await stored()).text).toBe(text);
    expect(await read(async (db) => db.select().from(liveSnapshot))).toHaveLength(1);
  });
});

describe("what is kept besides", () => {
  it("follows the edits with the canonical record", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    await anna.synced();
    anna.document.getMap("session").set("currentTopicId", "t1");
    const records = () => read(async (db) => db.select().from(liveRecord));
    let found = await records();
    await until(() => {
      void records().then((rows) => (found = rows));
      return found.length > 0;
    }, "the record is written");
    expect(found[0]).toMatchObject({ room, epoch: 1, sequence: 1 });
    expect(JSON.parse(found[0]!.json).session.currentTopicId).toBe("t1");
  });

  it("keeps versions: asked for, and every so often", async () => {
    const server = await openLiveServer({ limits: { version: 1 } });
    const anna = server.client("anna");
    await anna.synced();
    anna.write("甲");
    await until(() => server.live.stats().versions >= 1, "an automatic version");
    const id = await server.live.rooms.keepVersion(room, "sessionOpened", "office");
    const versions = await read(async (db) => db.select().from(liveVersion));
    expect(versions.map((version) => version.label)).toContain("automatic");
    const kept = versions.find((version) => version.id === id)!;
    const copy = new Y.Doc();
    Y.applyUpdate(copy, kept.state);
    expect([kept.label, kept.personId, textOf(copy)]).toEqual(["sessionOpened", "office", "甲"]);
  });
});
