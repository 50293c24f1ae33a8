import { afterEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { transact } from "~db/transact";
import { updateFrame } from "~server/live/connection/protocol";
import type { Registry } from "~server/live/entrance/registry";
import { loadDocument } from "~server/live/store/store";
import { breakDisk, crashImage, onStatements, replaceFlush } from "../builders/faults";
import { closeLiveServers, openLiveServer, room, textOf, until, wordsOf } from "../builders/liveServer";

afterEach(closeLiveServers);

describe("durable before visible", () => {
  it("carries edits between people, both ways", async () => {
    const server = await openLiveServer();
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await Promise.all([anna.synced(), bob.synced()]);
    anna.write("红谷滩");
    await until(() => bob.text() === "红谷滩", "bob sees anna's words");
    bob.write("积水");
    await until(() => anna.text() === "红谷滩积水", "anna sees bob's words");
  });

  it("has on the disk what another person sees, at the very moment it is seen", async () => {
    const server = await openLiveServer();
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await Promise.all([anna.synced(), bob.synced()]);
    const images: { seen: string; file: string }[] = [];
    bob.document.on("update", () => images.push({ seen: bob.text(), file: crashImage(server.database) }));
    for (const word of ["一", "二", "三"]) {
      anna.write(word);
      await until(() => bob.text().endsWith(word), `bob sees ${word}`);
    }
    await server.kill();
    for (const { seen, file } of images) {
      const after = await openLiveServer({ file });
      const carl = after.client("carl");
      await carl.synced();
      expect(carl.text()).toBe(seen);
      await after.kill();
    }
    expect(images.length).toBeGreaterThanOrEqual(3);
  });

  it("shows nothing while the commit waits, not even to somebody who comes in", async () => {
    const server = await openLiveServer();
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await Promise.all([anna.synced(), bob.synced()]);
    anna.write("先");
    await until(() => bob.text() === "先", "the room is warm");
    let release: () => void = () => undefined;
    const other = transact(() => new Promise<void>((resolve) => (release = resolve)));
    const carl = server.client("carl");
    try {
      anna.write("后");
      await until(() => server.live.stats().waitingUpdates === 1, "the edit waits");
      await until(() => server.live.stats().connections === 3, "carl is connected");
      // Whatever would have been sent to carl is with him before another one has connected.
      const dora = server.client("dora");
      await until(() => dora.provider.wsconnected, "another round trip");
      expect([bob.text(), carl.text(), carl.provider.synced]).toEqual(["先", "", false]);
    } finally {
      release();
    }
    await other;
    await until(() => bob.text() === "先后" && carl.text() === "先后", "the edit is shown after the commit");
  });

  it("shows nothing before the disk has it", async () => {
    const server = await openLiveServer();
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await Promise.all([anna.synced(), bob.synced()]);
    let release: () => void = () => undefined;
    replaceFlush(
      server.database,
      (flush) =>
        new Promise((resolve) => {
          release = () => resolve(flush());
        }),
    );
    anna.write("议定");
    await until(() => server.live.stats().waitingUpdates === 1, "the edit waits for the disk");
    // Whatever would have been sent to bob is with him before another one has come in; who waits for the disk too.
    const carl = server.client("carl");
    await until(() => carl.provider.wsconnected, "carl is connected");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([bob.text(), carl.text(), carl.provider.synced]).toEqual(["", "", false]);
    release();
    await until(() => bob.text() === "议定", "bob sees what is on the disk");
  });

  it("sends the writers away when the disk fails, and loses nothing", async () => {
    const server = await openLiveServer();
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await Promise.all([anna.synced(), bob.synced()]);
    const mend = breakDisk(server.database);
    anna.write("议定");
    await until(() => (server.live.stats().closed[4311] ?? 0) > 0, "the writers are sent away");
    expect(server.live.stats().commitFailures).toBeGreaterThan(0);
    mend();
    await until(() => bob.text() === "议定", "bob sees it once it is stored");
    await until(() => anna.text() === "议定", "anna has it once");
  });

  it("shows what is committed to nobody until a flush has succeeded", async () => {
    const server = await openLiveServer({ limits: { flushPause: 5 } });
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await Promise.all([anna.synced(), bob.synced()]);
    const mend = breakDisk(server.database);
    anna.write("议定");
    const edited = vi.fn();
    const edit = server.live.rooms
      .edit(room, { personId: "o", postId: "o" }, (document) => document.getMap("session").set("a", 1))
      .finally(edited);
    await until(() => server.live.stats().commitFailures > 5, "the disk fails again and again");
    const carl = server.client("carl");
    await until(() => carl.provider.wsconnected, "carl is connected");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([bob.text(), carl.text(), carl.provider.synced]).toEqual(["", "", false]);
    expect(edited).not.toHaveBeenCalled();
    mend();
    await edit;
    await until(() => [anna, bob, carl].every((client) => client.text() === "议定"), "all see it");
    expect((await loadDocument(room, 1)).document.getMap("session").get("a")).toBe(1);
  });

  it("does not call an edit of the server lost that is stored after all", async () => {
    const server = await openLiveServer();
    let failing = true;
    const restore = onStatements(server.database, (sql, phase) => {
      if (!failing || phase !== "after" || sql !== "COMMIT" || server.live.stats().commits > 0) return;
      if (server.live.stats().waitingUpdates === 0) return;
      failing = false;
      throw new Error("the word of it got lost");
    });
    await server.live.rooms.edit(room, { personId: "o", postId: "o" }, (document) =>
      document.getMap("session").set("a", 1),
    );
    restore();
    expect(failing).toBe(false);
    expect((await loadDocument(room, 1)).sequence).toBe(1);
  });

  it("shows nothing of a failed commit to somebody who waits for it", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    await anna.synced();
    let release: () => void = () => undefined;
    const other = transact(() => new Promise<void>((resolve) => (release = resolve)));
    anna.write("失");
    await until(() => server.live.stats().waitingUpdates === 1, "the edit waits");
    // Long enough for it to be applied in memory, and then for somebody to ask to see it.
    await new Promise((resolve) => setTimeout(resolve, 30));
    // A heartbeat does this: what is answered must be encoded anew.
    (server.live.rooms as Registry).pool.find(room, 1)?.heartbeat();
    const seen = server.live.rooms.snapshot(room);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const restore = onStatements(server.database, (sql, phase) => {
      if (phase === "before" && sql.startsWith("insert into live_update")) throw new Error("disk is full");
    });
    release();
    await other;
    const copy = new Y.Doc();
    Y.applyUpdate(copy, (await seen).state);
    restore();
    expect(textOf(copy)).toBe("");
  });

  it("sends the writer an echo as acknowledgement, and only after the commit", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    await anna.synced();
    const socket = anna.provider.ws!;
    const frames: Uint8Array[] = [];
    const own = socket.onmessage!;
    socket.onmessage = (event) => {
      frames.push(new Uint8Array(event.data as ArrayBuffer));
      own.call(socket, event);
    };
    const clock = () => Y.getState(anna.document.store, anna.document.clientID);
    anna.write("议定");
    const isEcho = (frame: Uint8Array) => {
      if (frame[0] !== 0 || frame[1] !== 2) return false;
      const update = frame.subarray(3);
      const reached = Y.parseUpdateMeta(update).to.get(anna.document.clientID);
      return reached === clock();
    };
    await until(() => frames.some(isEcho), "the echo arrives");
    expect(textOf((await loadDocument(room, 1)).document)).toBe("议定");
  });

  it("never answers with an empty document while the room is loading", async () => {
    const first = await openLiveServer();
    const anna = first.client("anna");
    await anna.synced();
    // Fewer than a connection may send at once.
    for (let at = 0; at < 1_100; at++) anna.write("字");
    await until(() => first.live.stats().updatesStored === 1_100, "all of it is stored");
    const stored = anna.text();
    const file = first.file;
    await first.close();
    const second = await openLiveServer({ file });
    const readers = Array.from({ length: 10 }, (_, at) => second.client(`reader${at}`));
    const seen: string[] = [];
    for (const reader of readers) {
      reader.provider.on("sync", (synced: boolean) => {
        if (synced) seen.push(reader.text());
      });
    }
    await Promise.all(readers.map((reader) => reader.synced()));
    expect(seen).toEqual(readers.map(() => stored));
    expect(second.live.stats().loads).toBe(1);
  });

  it("takes an edit that arrives before the room is loaded", async () => {
    const server = await openLiveServer();
    const document = new Y.Doc();
    wordsOf(document).insert(0, "早");
    const socket = server.socket("anna");
    socket.on("open", () => socket.send(updateFrame(Y.encodeStateAsUpdate(document))));
    await until(() => server.live.stats().updatesStored === 1, "stored");
    expect(server.live.stats().closed).toEqual({});
    socket.close();
  });

  it("closes the writers with a retryable code when a commit fails, and shows nothing of it", async () => {
    const server = await openLiveServer();
    server.people.reader = { right: "read", signedIn: true };
    const [anna, reader] = [server.client("anna"), server.client("reader")];
    await Promise.all([anna.synced(), reader.synced()]);
    anna.write("存");
    await until(() => reader.text() === "存", "the room is warm");
    const seen: string[] = [];
    reader.document.on("update", () => seen.push(reader.text()));
    let failing = true;
    const restore = onStatements(server.database, (sql, phase) => {
      if (failing && phase === "before" && sql.includes("live_update")) throw new Error("disk is full");
    });
    const closed = anna.closed();
    anna.write("失");
    expect(await closed).toBe(4311);
    expect(anna.provider.shouldConnect).toBe(true);
    await until(() => server.live.stats().commitFailures > 0, "the failure is counted");
    expect(reader.provider.wsconnected).toBe(true);
    expect(seen).toEqual([]);
    failing = false;
    await until(() => reader.text() === "存失", "the writer came back and its edit is stored");
    restore();
    expect(textOf((await loadDocument(room, 1)).document)).toBe("存失");
  });

  it("does not let one room's failure cost another room its edits", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    const bob = server.client("bob", { room: "day-2026-12" });
    await Promise.all([anna.synced(), bob.synced()]);
    let failing = true;
    const restore = onStatements(server.database, (sql, phase, parameters) => {
      if (!failing || phase !== "before" || !sql.startsWith("insert into live_update")) return;
      if (parameters.includes(room)) throw new Error("one bad row");
    });
    const bobClosed = vi.fn();
    bob.provider.on("connection-close", bobClosed);
    const annaClosed = anna.closed();
    anna.write("甲");
    bob.write("乙");
    expect(await annaClosed).toBe(4311);
    await until(() => server.live.stats().updatesStored === 1, "the other room is stored");
    expect(bobClosed).not.toHaveBeenCalled();
    expect(textOf((await loadDocument("day-2026-12", 1)).document)).toBe("乙");
    failing = false;
    await until(() => server.live.stats().updatesStored === 2, "the writer came back");
    restore();
    expect(textOf((await loadDocument(room, 1)).document)).toBe("甲");
  });

  it("survives a kill between every two statements of a commit", async () => {
    const server = await openLiveServer();
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await Promise.all([anna.synced(), bob.synced()]);
    anna.write("一");
    await until(() => bob.text() === "一", "the room is warm");
    const images: { seen: string; file: string; at: string }[] = [];
    const restore = onStatements(server.database, (sql, phase) =>
      images.push({ seen: bob.text(), file: crashImage(server.database), at: `${phase} ${sql}` }),
    );
    anna.write("二");
    await until(() => bob.text() === "一二", "the edit arrives");
    restore();
    await server.kill();
    expect(images.length).toBeGreaterThanOrEqual(8);
    for (const { seen, file, at } of images) {
      const after = await openLiveServer({ file });
      const stored = textOf((await loadDocument(room, 1)).document);
      expect([seen, "一二"], at).toContain(stored);
      await after.kill();
    }
  });

  it("shows both of two edits that Yjs would tidy up, and stores just what it shows", async () => {
    const server = await openLiveServer();
    const [anna, bob, carl] = [server.client("anna"), server.client("bob"), server.client("carl")];
    await Promise.all([anna.synced(), bob.synced(), carl.synced()]);
    anna.write("甲乙");
    await until(() => bob.text() === "甲乙" && carl.text() === "甲乙", "all see it");
    let release: () => void = () => undefined;
    const other = transact(() => new Promise<void>((resolve) => (release = resolve)));
    wordsOf(anna.document).format(0, 1, { bold: {} });
    anna.write("丙");
    await until(() => server.live.stats().waitingUpdates === 2, "anna's edits are waiting");
    anna.write("丁");
    wordsOf(bob.document).format(0, 1, { bold: {} });
    bob.write("戊");
    await until(() => server.live.stats().waitingUpdates === 5, "they will be one batch");
    release();
    await other;
    const delta = () => JSON.stringify(wordsOf(carl.document).toDelta());
    await until(() => carl.text().includes("丁") && carl.text().includes("戊"), "carl has everything");
    expect(delta()).toMatch(/^\[\{"insert":"甲","attributes":\{"bold":\{\}\}\}/);
    await until(() => server.live.stats().waitingUpdates === 0, "what the clients tidied up is stored");
    const { state } = await server.live.rooms.snapshot(room);
    const stored = Y.encodeStateAsUpdate((await loadDocument(room, 1)).document);
    expect(Buffer.from(state).equals(Buffer.from(stored))).toBe(true);
  });

  it("stays in memory for somebody who comes in while it is being unloaded", async () => {
    const server = await openLiveServer({ limits: { idle: 1, recordPause: 60_000, recordCeiling: 60_000 } });
    const anna = server.client("anna");
    await anna.synced();
    anna.write("甲");
    await until(() => server.live.stats().updatesStored === 1, "stored");
    let release: () => void = () => undefined;
    const other = transact(() => new Promise<void>((resolve) => (release = resolve)));
    anna.leave();
    await until(() => server.live.stats().connections === 0, "everybody has left");
    // Unloading waits for the record to be written.
    await new Promise((resolve) => setTimeout(resolve, 20));
    const bob = server.client("bob");
    await bob.synced();
    release();
    await other;
    const carl = server.client("carl");
    await carl.synced();
    carl.write("乙");
    await until(() => bob.text() === "甲乙", "bob is in the same room");
    expect([server.live.stats().unloads, server.live.stats().connections]).toEqual([0, 2]);
  });

  it("unloads an idle room and loads it again in the middle of coming and going", async () => {
    const server = await openLiveServer({ limits: { idle: 1 } });
    let expected = "";
    for (let round = 0; round < 15; round++) {
      const anna = server.client("anna");
      await anna.synced();
      expect(anna.text()).toBe(expected);
      anna.write(String(round));
      expected += String(round);
      await until(() => server.live.stats().updatesStored === round + 1, "stored");
      anna.leave();
      if (round % 3 === 0) await until(() => server.live.stats().rooms === 0, "the room is unloaded");
    }
    expect(server.live.stats().unloads).toBeGreaterThanOrEqual(5);
  });

  it("answers an edit it already has, so that its writer learns it is stored", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    await anna.synced();
    anna.write("甲");
    await until(() => server.live.stats().updatesStored === 1, "stored");
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(anna.document));
    const again = server.client("anna", { document: copy });
    await again.synced();
    await until(() => server.live.stats().updatesKnown >= 1, "known");
    expect(server.live.stats().updatesStored).toBe(1);
    wordsOf(copy).delete(0, 1);
    await until(() => anna.text() === "", "an edit of deletions only is no known edit");
  });
});
