import { afterEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { addTopic, listTopics, setTopicField, withdrawTopic } from "~/record/document/record";
import { editRecord, liveRooms } from "~/record/live/liveRooms.server";
import { read } from "~db/read";
import { liveUpdate } from "~db/schema";
import { transact } from "~db/transact";
import { loadDocument } from "~server/live/store/store";
import { takeAway } from "../builders/faults";
import { closeLiveServers, openLiveServer, room, until } from "../builders/liveServer";

afterEach(closeLiveServers);

const author = { personId: "office", postId: "office-post" };

describe("edits by the server", () => {
  it("appear in the room as edits, under their author, beside what people type", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    await anna.synced();
    anna.write("甲");
    const edits = ["t1", "t2", "t3"].map((id) =>
      liveRooms().edit(room, author, (document) => addTopic(document, { id, title: `题${id}` })),
    );
    anna.write("乙");
    await Promise.all(edits);
    await until(() => listTopics(anna.document).length === 3, "anna sees the topics");
    expect(listTopics(anna.document).map((topic) => topic.id)).toEqual(["t1", "t2", "t3"]);
    expect(anna.text()).toBe("甲乙");
    const rows = await read(async (db) => db.select().from(liveUpdate));
    expect(rows.filter((row) => row.personId === "office")).toHaveLength(3);
  });

  it("is on the disk when the promise resolves, also in a room nobody is in", async () => {
    const server = await openLiveServer({ limits: { idle: 1 } });
    await server.live.rooms.edit(room, author, (document) => addTopic(document, { id: "t1", title: "题" }));
    expect(listTopics((await loadDocument(room, 1)).document)).toHaveLength(1);
    await until(() => server.live.stats().rooms === 0, "the room is unloaded again");
    const { state, sequence } = await server.live.rooms.snapshot(room);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, state);
    expect([listTopics(copy)[0]?.title, sequence]).toEqual(["题", 1]);
  });

  it("leaves no trace of a change that throws halfway", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    await anna.synced();
    const edit = server.live.rooms.edit(room, author, (document) => {
      addTopic(document, { id: "t1", title: "题" });
      throw new Error("no");
    });
    await expect(edit).rejects.toThrow("no");
    await server.live.rooms.edit(room, author, (document) => addTopic(document, { id: "t2", title: "题" }));
    await until(() => listTopics(anna.document).length > 0, "the next edit arrives");
    expect(listTopics(anna.document).map((topic) => topic.id)).toEqual(["t2"]);
    await server.live.rooms.edit(room, author, () => undefined);
  });

  it("builds each edit on the one before", async () => {
    const server = await openLiveServer();
    const { rooms } = server.live;
    await Promise.all([
      rooms.edit(room, author, (document) => addTopic(document, { id: "t1", title: "一" })),
      rooms.edit(room, author, (document) => setTopicField(document, "t1", "title", "二")),
      rooms.edit(room, author, (document) => withdrawTopic(document, "t1")),
    ]);
    const { document } = await loadDocument(room, 1);
    expect(document.store.clients.size).toBe(1);
    const [topic] = listTopics(document, { withdrawn: true });
    expect(topic).toMatchObject({ title: "二", withdrawn: true });
  });

  it("is refused in a frozen room, and when it cannot be stored", async () => {
    const server = await openLiveServer();
    const { rooms } = server.live;
    const edit = () => rooms.edit(room, author, (document) => addTopic(document, { id: "t1", title: "一" }));
    await rooms.freeze(room);
    expect(await edit()).toMatchObject({ refusal: { code: "recordFrozen" } });
    await rooms.thaw(room);
    const putBack = takeAway(server.database, "live_update");
    expect(await edit()).toMatchObject({ refusal: { code: "recordNotStored" } });
    putBack();
    expect(await edit()).toEqual({ ok: true, value: null });
    expect((await loadDocument(room, 1)).sequence).toBe(1);
  });

  it("is refused, not thrown, where there are too many rooms or none are running", async () => {
    const server = await openLiveServer({ limits: { rooms: 1 } });
    const anna = server.client("anna");
    await anna.synced();
    const add = (name: string) =>
      editRecord(name, author, (document) => addTopic(document, { id: "t1", title: "一" }));
    expect(await add("day-2026-12")).toMatchObject({ refusal: { code: "recordNotStored" } });
    await server.close();
    expect(await add(room)).toMatchObject({ refusal: { code: "recordNotStored" } });
  });

  it("still arrives when somebody writes under the server's client id", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    await anna.synced();
    const { rooms } = server.live;
    await rooms.edit(room, author, (document) => addTopic(document, { id: "t1", title: "一" }));
    await until(() => listTopics(anna.document).length === 1, "anna sees it");
    const serverClient = [...anna.document.store.clients.keys()].find(
      (client) => client !== anna.document.clientID,
    )!;
    const forger = new Y.Doc();
    Y.applyUpdate(forger, Y.encodeStateAsUpdate(anna.document));
    forger.clientID = serverClient;
    forger.getMap("session").set("currentTopicId", "t9");
    let release: () => void = () => undefined;
    const other = transact(() => new Promise<void>((resolve) => (release = resolve)));
    // Both wait: the forged one comes first, under the same clock.
    Y.applyUpdate(anna.document, Y.encodeStateAsUpdate(forger));
    await until(() => server.live.stats().waitingUpdates === 1, "the forged edit waits");
    const edit = rooms.edit(room, author, (document) => addTopic(document, { id: "t2", title: "二" }));
    release();
    await other;
    await edit;
    await until(() => listTopics(anna.document).length === 2, "the server's edit is not lost");
  });

  it("tells the pages that facts in the database have changed", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    const factsOf = () =>
      (anna.provider.awareness.getStates().get(0)?.server as { facts: number } | undefined)?.facts;
    await until(() => factsOf() === 0, "the server is present");
    server.live.rooms.announce(room);
    await until(() => factsOf() === 1, "the page is told");
  });
});
