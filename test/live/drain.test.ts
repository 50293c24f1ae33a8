import { afterEach, describe, expect, it } from "vitest";
import { addTopic, listTopics } from "~/record/document/record";
import { liveRooms } from "~/record/live/liveRooms.server";
import { liveRecord, liveRoom } from "~db/schema";
import { transact } from "~db/transact";
import { loadDocument } from "~server/live/store/store";
import { breakDisk } from "../builders/faults";
import {
  closeLiveServers,
  type LiveServer,
  openLiveServer,
  room,
  textOf,
  until,
} from "../builders/liveServer";

afterEach(closeLiveServers);

describe("an orderly stop", () => {
  it("loses nothing that was sent, and the clients come back by themselves", async () => {
    const server = await openLiveServer();
    const clients = Array.from({ length: 8 }, (_, at) => server.client(`p${at}`));
    await Promise.all(clients.map((client) => client.synced()));
    const closed = Promise.all(clients.map((client) => client.closed()));
    let typing = true;
    const typist = (async () => {
      for (let at = 0; typing; at++) {
        clients[at % clients.length]!.document.getMap("session").set(`k${at}`, at);
        await new Promise((resolve) => setImmediate(resolve));
      }
      return undefined;
    })();
    await until(() => server.live.stats().updatesStored > 20, "people are typing");
    await server.live.drain();
    expect(await closed).toEqual(clients.map(() => 1012));
    typing = false;
    await typist;
    const counters = server.live.stats();
    expect([counters.rooms, counters.connections, counters.waitingUpdates]).toEqual([0, 0, 0]);
    const { file } = server;
    await server.restart(async () => {
      const after = await openLiveServer({ file, port: server.port });
      for (const name of Object.keys(server.people)) after.people[name] = { right: "write", signedIn: true };
      const sizes = () => clients.map((client) => client.document.getMap("session").size);
      const most = Math.max(...sizes());
      await until(
        () => new Set(sizes()).size === 1 && clients.every((client) => client.provider.synced),
        "all agree",
      );
      expect(sizes()[0]).toBeGreaterThanOrEqual(most);
      await until(() => after.live.stats().waitingUpdates === 0, "all is stored");
      expect((await loadDocument(room, 1)).document.getMap("session").size).toBe(sizes()[0]);
    });
  });

  it("stores late edits and the record before it is done", async () => {
    const server = await openLiveServer({
      limits: { late: 60_000, recordPause: 60_000, recordCeiling: 60_000 },
    });
    const anna = server.client("anna");
    await anna.synced();
    anna.write("定");
    await until(() => server.live.stats().updatesStored === 1, "stored");
    await server.live.rooms.freeze(room);
    await transact(async (tx) => {
      await tx.update(liveRoom).set({ state: "frozen" });
    });
    anna.write("迟");
    await until(() => server.live.stats().framesIn >= 4, "the late edit has arrived");
    await until(() => anna.text() === "定迟", "typed");
    const probe = server.client("probe");
    await probe.synced();
    await server.live.drain();
    expect(server.live.stats().proposals).toBe(1);
    expect(textOf((await loadDocument(room, 1)).document)).toBe("定");
    const [record] = await server.database.read.select().from(liveRecord);
    expect(record?.sequence).toBe(1);
  });

  const edit = (server: LiveServer, id: string) =>
    server.live.rooms.edit(room, { personId: "o", postId: "o" }, (document) =>
      addTopic(document, { id, title: "题" }),
    );

  it("waits for the edits of the server that are under way, and refuses those that come after", async () => {
    const server = await openLiveServer();
    await server.client("anna").synced();
    const ids = ["t1", "t2", "t3", "t4"];
    const edits = Promise.all(ids.map((id) => edit(server, id)));
    await server.live.drain();
    await edits;
    expect(listTopics((await loadDocument(room, 1)).document)).toHaveLength(4);
    expect(await edit(server, "t5")).toMatchObject({ refusal: { code: "recordNotStored" } });
  });

  it("ends also when the disk has failed, and says of nothing that it is stored", async () => {
    const server = await openLiveServer({ limits: { flushPause: 10 } });
    const anna = server.client("anna");
    await anna.synced();
    breakDisk(server.database);
    const made = edit(server, "t1");
    await until(() => server.live.stats().commitFailures > 1, "the disk has failed");
    await server.live.drain();
    expect(await made).toMatchObject({ refusal: { code: "recordUnsure" } });
    expect(listTopics(anna.document)).toEqual([]);
  });

  it("lets nobody in any more", async () => {
    const server = await openLiveServer();
    await server.client("anna").synced();
    const draining = server.live.drain();
    const socket = server.socket("bob");
    socket.on("error", () => undefined);
    const answer = new Promise((resolve) => {
      socket.on("unexpected-response", (_request, response) => resolve(response.statusCode));
      socket.on("close", resolve);
    });
    expect([503, 1006]).toContain(await answer);
    await draining;
    expect(() => liveRooms()).toThrow("not running");
  });
});
