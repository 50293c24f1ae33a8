import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { addTopic, type CanonicalRecord } from "~/record/document/record";
import { read } from "~db/read";
import { correctionProposal, liveRecord, liveRoom, liveSnapshot } from "~db/schema";
import { transact } from "~db/transact";
import { asBuffer } from "~server/live/bytes";
import { answerFrame, updateFrame } from "~server/live/connection/protocol";
import type { Registry } from "~server/live/entrance/registry";
import { loadDocument } from "~server/live/store/store";
import { takeAway } from "../builders/faults";
import {
  closeLiveServers,
  closeOf,
  type LiveServer,
  openLiveServer,
  room,
  textOf,
  until,
  wordsOf,
} from "../builders/liveServer";
import { writeElement } from "../builders/notes";

afterEach(closeLiveServers);

const proposals = () => read(async (db) => db.select().from(correctionProposal));
const documentOf = (state: Uint8Array) => {
  const document = new Y.Doc();
  Y.applyUpdate(document, state);
  return document;
};

async function issue(server: LiveServer): Promise<Uint8Array> {
  const frozen = await server.live.rooms.freeze(room);
  await storeIssue();
  return frozen.state;
}

async function storeIssue(): Promise<void> {
  await transact(async (tx) => {
    await tx.update(liveRoom).set({ state: "frozen" }).where(eq(liveRoom.name, room));
  });
}

describe("freezing", () => {
  it("stops writes before anything is awaited", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    await anna.synced();
    const found = (server.live.rooms as Registry).pool.find(room, 1);
    expect(found?.frozen).toBe(false);
    const freezing = server.live.rooms.freeze(room);
    expect(found?.frozen).toBe(true);
    await freezing;
  });

  it("contains everything that was accepted, and nothing after", async () => {
    const server = await openLiveServer();
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await Promise.all([anna.synced(), bob.synced()]);
    let release: () => void = () => undefined;
    const other = transact(() => new Promise<void>((resolve) => (release = resolve)));
    for (let at = 0; at < 50; at++) anna.write("前");
    await until(() => server.live.stats().waitingUpdates === 50, "edits wait to be committed");
    const freezing = server.live.rooms.freeze(room);
    const closed = anna.closed();
    anna.write("后");
    release();
    await other;
    const frozen = await freezing;
    await storeIssue();
    expect(textOf(documentOf(frozen.state))).toBe("前".repeat(50));
    expect(await closed).toBe(4423);
    await until(() => bob.text() === "前".repeat(50), "everybody sees the frozen state");
    expect(textOf((await loadDocument(room, 1)).document)).toBe("前".repeat(50));
    expect(await proposals()).toHaveLength(1);
    expect(frozen.sequence).toBe((await loadDocument(room, 1)).sequence);
  });

  it("keeps a late edit as a proposal, closes with 4423 and merges nothing", async () => {
    const server = await openLiveServer();
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await Promise.all([anna.synced(), bob.synced()]);
    anna.document.transact(() => addTopic(anna.document, { id: "words", title: "积水" }));
    anna.write("定");
    await until(() => bob.text() === "定", "bob sees it");
    await issue(server);
    const closed = anna.closed();
    anna.write("迟");
    anna.write("来");
    expect(await closed).toBe(4423);
    expect(anna.provider.shouldConnect).toBe(false);
    const [proposal, ...others] = await proposals();
    expect(others).toEqual([]);
    expect(proposal).toMatchObject({
      room,
      epoch: 1,
      personId: "anna",
      postId: "anna-post",
      state: "waiting",
    });
    const { before, after } = JSON.parse(proposal!.difference!) as Record<
      "before" | "after",
      CanonicalRecord
    >;
    expect(JSON.stringify(before.topics[0]!.notes)).toContain('"定"');
    expect(JSON.stringify(after.topics[0]!.notes)).toContain('"定迟来"');
    expect([bob.text(), textOf((await loadDocument(room, 1)).document)]).toEqual(["定", "定"]);
    expect(bob.provider.wsconnected).toBe(true);
  });

  it("takes what was written offline as one proposal, however often it is brought", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    await anna.synced();
    anna.write("定");
    await until(() => server.live.stats().updatesStored === 1, "stored");
    anna.provider.disconnect();
    anna.write("离");
    anna.write("线");
    await issue(server);
    for (let time = 0; time < 3; time++) {
      const closed = anna.closed();
      anna.provider.connect();
      expect(await closed).toBe(4423);
    }
    expect((await proposals()).map((proposal) => textOf(applied(proposal.bytes, anna.document)))).toEqual([
      "定离线",
    ]);
    anna.write("又");
    const closed = anna.closed();
    anna.provider.connect();
    expect(await closed).toBe(4423);
    expect(await proposals()).toHaveLength(2);
  });

  it("lets people without late edits read on", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    await anna.synced();
    anna.write("定");
    await until(() => server.live.stats().updatesStored === 1, "stored");
    await issue(server);
    const bob = server.client("bob");
    await bob.synced();
    anna.provider.disconnect();
    anna.provider.connect();
    await anna.synced();
    expect([anna.text(), bob.text()]).toEqual(["定", "定"]);
    await until(() => bob.provider.awareness.getStates().has(0), "the server says how the room stands");
    expect(bob.provider.awareness.getStates().get(0)).toEqual({
      server: { state: "frozen", epoch: 1, facts: 0 },
    });
  });

  it("takes no notice of what a client's Yjs tidies up by itself, but does of unmarking by hand", async () => {
    const server = await openLiveServer();
    // Two people marked the same word at once, and nobody has tidied up yet.
    const base = new Y.Doc();
    wordsOf(base).insert(0, "甲乙");
    addTopic(base, { id: "words", title: "题" });
    const halves = [1, 1].map((at) => {
      const half = documentOf(Y.encodeStateAsUpdate(base));
      wordsOf(half).format(0, at, { bold: {} });
      return Y.encodeStateAsUpdate(half);
    });
    for (const half of halves)
      await server.live.rooms.edit(room, { personId: "o", postId: "o" }, (document) =>
        Y.applyUpdate(document, half),
      );
    await issue(server);
    // Comes back with the text as it was before: its Yjs tidies up on taking in the marks.
    const anna = server.client("anna", { document: documentOf(Y.encodeStateAsUpdate(base)) });
    // As an open editor does; until then Yjs does not know that it is a text.
    wordsOf(anna.document);
    const tidied: Uint8Array[] = [];
    anna.document.on("update", (bytes: Uint8Array, origin: unknown) => {
      if (origin !== anna.provider) tidied.push(bytes);
    });
    await anna.synced();
    expect(tidied).toHaveLength(1);
    await until(() => server.live.stats().proposalsIdle > 0, "looked at and found to be nothing");
    expect([server.live.stats().closed, await proposals()]).toEqual([{}, []]);
    const closed = anna.closed();
    wordsOf(anna.document).format(0, 2, { bold: null });
    expect(await closed).toBe(4423);
    expect(await proposals()).toHaveLength(1);
  });

  it("closes for coming back when a late edit cannot be stored, and has it in the end", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    await anna.synced();
    await issue(server);
    const putBack = takeAway(server.database, "correction_proposal");
    const closed = anna.closed();
    anna.write("迟");
    expect(await closed).toBe(4311);
    const stopped = anna.closed();
    putBack();
    expect([4311, 4423]).toContain(await stopped);
    await until(() => server.live.stats().proposals === 1, "the proposal is stored");
  });

  it("is taken back by a thaw, but not once minutes were issued", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    await anna.synced();
    await server.live.rooms.freeze(room);
    await server.live.rooms.thaw(room);
    anna.write("续");
    await until(() => server.live.stats().updatesStored === 1, "writing goes on");
    await issue(server);
    await server.live.rooms.thaw(room);
    const closed = anna.closed();
    anna.write("迟");
    expect(await closed).toBe(4423);
  });

  it("holds for a room that is not in memory, and forgets a freeze that was never issued", async () => {
    const server = await openLiveServer({ limits: { undecided: 50 } });
    const frozen = server.live.rooms.freeze(room);
    const anna = server.client("anna");
    await frozen;
    await anna.synced();
    const closed = anna.closed();
    anna.write("迟");
    // Nobody says what comes of the freeze: anna keeps her word and brings it again.
    expect(await closed).toBe(4311);
    expect([server.live.stats().updatesStored, await proposals()]).toEqual([0, []]);
    const { file } = server;
    await server.kill();
    const after = await openLiveServer({ file });
    const bob = after.client("bob");
    await bob.synced();
    bob.write("续");
    await until(() => after.live.stats().updatesStored === 1, "the room is open");
  });

  it("takes up what was written during a freeze that led to nothing, and closes nobody", async () => {
    const server = await openLiveServer();
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await Promise.all([anna.synced(), bob.synced()]);
    await server.live.rooms.freeze(room);
    anna.write("一");
    // Longer than late edits are gathered: it is the end of the freeze that counts.
    await new Promise((resolve) => setTimeout(resolve, 100));
    anna.write("二");
    await server.live.rooms.thaw(room);
    anna.write("三");
    await until(() => bob.text() === "一二三", "everybody sees what was written");
    expect([server.live.stats().closed, await proposals()]).toEqual([{}, []]);
    expect(textOf((await loadDocument(room, 1)).document)).toBe("一二三");
  });

  it("stays when it begins while the one before is taken back", async () => {
    const server = await openLiveServer();
    await server.client("anna").synced();
    const found = (server.live.rooms as Registry).pool.find(room, 1)!;
    await server.live.rooms.freeze(room);
    const thawing = server.live.rooms.thaw(room);
    const freezing = server.live.rooms.freeze(room);
    await Promise.all([thawing, freezing]);
    expect(found.frozen).toBe(true);
  });

  it("makes proposals of edits that meet a room frozen by another hand", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    await anna.synced();
    await transact(async (tx) => {
      await tx.update(liveRoom).set({ state: "frozen" }).where(eq(liveRoom.name, room));
    });
    const closed = anna.closed();
    anna.write("迟");
    expect(await closed).toBe(4423);
    expect(await proposals()).toHaveLength(1);
    expect((await loadDocument(room, 1)).sequence).toBe(0);
  });
});

describe("late edits have the bounds of handed-in ones", () => {
  it("closes for good what is too long, and tells nobody that it was handed in", async () => {
    const server = await openLiveServer({ limits: { handInBytes: 1_000 } });
    const anna = server.client("anna");
    await anna.synced();
    await issue(server);
    const closed = anna.closed();
    for (let part = 0; part < 5; part++) anna.write("长".repeat(100));
    expect(await closed).toBe(4429);
    expect(await proposals()).toEqual([]);
  });

  it("counts what a person brings over all connections", async () => {
    const server = await openLiveServer({ limits: { handInBurst: 2 } });
    const anna = server.client("anna");
    await anna.synced();
    await issue(server);
    const codes: number[] = [];
    for (const word of ["一", "二", "三"]) {
      const closed = anna.closed();
      anna.write(word);
      if (!anna.provider.shouldConnect) anna.provider.connect();
      codes.push(await closed);
    }
    expect(codes).toEqual([4423, 4423, 4429]);
    expect(await proposals()).toHaveLength(2);
  });

  /** Meets an issued record as a client that has answered the server. */
  async function codeFor(frame: Uint8Array): Promise<number> {
    const server = await openLiveServer();
    await server.live.rooms.snapshot(room);
    await issue(server);
    const socket = server.socket("anna");
    await new Promise((resolve) => socket.on("open", resolve));
    const closed = closeOf(socket);
    socket.send(answerFrame(Uint8Array.of(0, 0)));
    socket.send(frame);
    const code = await closed;
    expect(await proposals()).toEqual([]);
    return code;
  }

  it("refuses for good a tree too deep to be shown", async () => {
    const deep = new Y.Doc();
    deep.transact(() => {
      let parent = deep.getMap<unknown>("session");
      for (let depth = 0; depth < 6_000; depth++) {
        const child = new Y.Map<unknown>();
        parent.set("b", child);
        parent = child;
      }
    });
    expect(await codeFor(updateFrame(Y.encodeStateAsUpdate(deep)))).toBe(4400);
  });

  it("asks again for what an edit builds on, instead of proposing nothing", async () => {
    const document = new Y.Doc();
    const updates: Uint8Array[] = [];
    document.on("update", (update: Uint8Array) => updates.push(update));
    document.getMap("session").set("a", 1);
    document.getMap("session").set("b", 2);
    expect(await codeFor(updateFrame(updates[1]!))).toBe(4310);
  });
});

describe("a new epoch", () => {
  async function amend(server: LiveServer): Promise<void> {
    const state = await issue(server);
    await transact(async (tx) => {
      await tx.update(liveRoom).set({ state: "open", epoch: 2 }).where(eq(liveRoom.name, room));
      await tx
        .insert(liveSnapshot)
        .values({ room, epoch: 2, sequence: 0, state: asBuffer(state), at: new Date().toISOString() });
    });
    await server.live.rooms.renew(room);
  }

  it("lets old copies in only to hand over what they have, and none of it flows in", async () => {
    const server = await openLiveServer({ limits: { handover: 60_000 } });
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await Promise.all([anna.synced(), bob.synced()]);
    anna.write("定");
    await until(() => bob.text() === "定", "bob sees it");
    anna.provider.disconnect();
    anna.write("旧");
    const bobClosed = bob.closed();
    await amend(server);
    expect(await bobClosed).toBe(4410);
    const closed = anna.closed();
    anna.provider.connect();
    expect(await closed).toBe(4410);
    expect((await proposals()).map(({ epoch, personId }) => [epoch, personId])).toEqual([[1, "anna"]]);
    // Nothing to hand over: closed all the same, and no proposal.
    const bobAgain = bob.closed();
    bob.provider.connect();
    expect(await bobAgain).toBe(4410);
    expect(await proposals()).toHaveLength(1);
    const carl = server.client("carl", { params: { epoch: "2" } });
    await carl.synced();
    expect(carl.text()).toBe("定");
    carl.write("改");
    await until(() => server.live.stats().updatesStored === 2, "the new epoch is open");
    expect(textOf((await loadDocument(room, 2)).document)).toBe("定改");
    expect(textOf((await loadDocument(room, 1)).document)).toBe("定");
  });

  it("in which notes are lines takes from an old copy what it wrote in elements, also where there were none", async () => {
    const server = await openLiveServer({ limits: { handover: 60_000 } });
    const createdAt = new Date().toISOString();
    await transact(async (tx) => {
      await tx.insert(liveRoom).values({ name: room, linesFrom: null, createdAt });
    });
    const anna = server.client("anna");
    await anna.synced();
    for (const id of ["lamps", "drains"]) addTopic(anna.document, { id, title: id });
    writeElement(anna.document, "lamps", "路灯不亮");
    await until(() => anna.provider.synced && server.live.stats().updatesStored > 2, "stored");
    anna.provider.disconnect();
    writeElement(anna.document, "drains", "没有网络时记的");
    await amend(server);
    await transact(async (tx) => {
      await tx.update(liveRoom).set({ linesFrom: 2 }).where(eq(liveRoom.name, room));
    });
    const closed = anna.closed();
    anna.provider.connect();
    expect(await closed).toBe(4410);
    const [proposal] = await proposals();
    const { after } = JSON.parse(proposal!.difference!) as { after: CanonicalRecord };
    expect(JSON.stringify(after)).toContain("没有网络时记的");
  });

  it("is what the room comes up in when the process ends before it is told", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    await anna.synced();
    anna.write("定");
    await until(() => server.live.stats().updatesStored === 1, "stored");
    const renew = server.live.rooms.renew;
    server.live.rooms.renew = async () => undefined;
    await amend(server);
    server.live.rooms.renew = renew;
    const { file } = server;
    await server.kill();
    const after = await openLiveServer({ file });
    const old = after.client("bob");
    expect(await old.closed()).toBe(4410);
    const carl = after.client("carl", { params: { epoch: "2" } });
    await carl.synced();
    carl.write("改");
    await until(() => after.live.stats().updatesStored === 1, "the new epoch is open");
    expect(textOf((await loadDocument(room, 2)).document)).toBe("定改");
  });

  it("takes from the one before the word on what the record is", async () => {
    const server = await openLiveServer({ limits: { recordPause: 60_000, recordCeiling: 60_000 } });
    const author = { personId: "anna", postId: "anna-post" };
    await server.live.rooms.edit(room, author, (document) => addTopic(document, { id: "late", title: "旧" }));
    await amend(server);
    const written = { room, epoch: 2, sequence: 0, json: "{}", at: new Date().toISOString() };
    await transact(async (tx) => {
      await tx.insert(liveRecord).values(written);
    });
    // What the old room had still to write down.
    await (server.live.rooms as Registry).pool.find(room, 1)!.settle();
    expect(await read((db) => db.select().from(liveRecord))).toEqual([written]);
  });

  it("sends away an old client that hands over nothing", async () => {
    const server = await openLiveServer({ limits: { handover: 20 } });
    await server.live.rooms.snapshot(room);
    await amend(server);
    const socket = server.socket("anna");
    const code = await new Promise((resolve) => socket.on("close", resolve));
    expect(code).toBe(4410);
  });
});

function applied(bytes: Uint8Array, base: Y.Doc): Y.Doc {
  const document = documentOf(Y.encodeStateAsUpdate(base));
  Y.applyUpdate(document, bytes);
  return document;
}
