import { afterEach, describe, expect, it } from "vitest";
import { editorSchemaVersion } from "~/record/document/editorVersion";
import { closeLiveServers, closeOf, openLiveServer } from "../builders/liveServer";

afterEach(closeLiveServers);

describe("who is let in", () => {
  it("accepts and closes with a code that stops the stock client", async () => {
    const server = await openLiveServer();
    server.people.stranger = { right: "write", signedIn: false };
    server.people.outsider = { right: "none", signedIn: true };
    const stranger = server.client("stranger");
    expect(await stranger.closed()).toBe(4401);
    expect(stranger.provider.shouldConnect).toBe(false);
    expect(await server.client("outsider").closed()).toBe(4403);
    expect(await server.client("anna", { room: "missing-2026" }).closed()).toBe(4404);
    expect(await server.client("anna", { room: "Not_A_Room" }).closed()).toBe(4404);
    expect(server.live.stats().closed).toEqual({ 4401: 1, 4403: 1, 4404: 2 });
    expect(server.live.stats().rooms).toBe(0);
  });

  it("refuses an editor of another schema, before any content is sent", async () => {
    const server = await openLiveServer();
    const old = server.client("anna", { params: { schema: String(editorSchemaVersion - 1) } });
    expect(await old.closed()).toBe(4409);
    expect(old.provider.synced).toBe(false);
    await server.client("anna", { params: { schema: String(editorSchemaVersion) } }).synced();
  });

  it("refuses an epoch the room never had", async () => {
    const server = await openLiveServer();
    expect(await server.client("anna", { params: { epoch: "7" } }).closed()).toBe(4410);
    expect(await server.client("anna", { params: { epoch: "-" } }).closed()).toBe(4410);
    await server.client("anna", { params: { epoch: "1" } }).synced();
  });

  it("lets the client come back when admission itself fails", async () => {
    const server = await openLiveServer();
    server.admissionGate.wait = Promise.reject(new Error("database is busy"));
    server.admissionGate.wait.catch(() => undefined);
    const anna = server.client("anna");
    expect(await anna.closed()).toBe(1013);
    server.admissionGate.wait = Promise.resolve();
    await anna.synced();
    expect(server.entries.map((entry) => entry.message)).toContain("live admission failed");
  });

  it("limits how many admissions are decided at once", async () => {
    const server = await openLiveServer({ limits: { admissions: 1 } });
    let release: () => void = () => undefined;
    server.admissionGate.wait = new Promise((resolve) => {
      release = resolve;
    });
    const first = server.client("anna");
    const second = server.socket("bob");
    const status = await new Promise((resolve) =>
      second.on("unexpected-response", (_request, response) => resolve(response.statusCode)),
    );
    expect(status).toBe(503);
    release();
    await first.synced();
  });

  it("leaves other addresses to others, and answers when there are none", async () => {
    const server = await openLiveServer();
    const socket = new (await import("ws")).WebSocket(`ws://127.0.0.1:${server.port}/elsewhere`);
    socket.on("error", () => undefined);
    const status = await new Promise((resolve) =>
      socket.on("unexpected-response", (_request, response) => resolve(response.statusCode)),
    );
    expect(status).toBe(404);
  });

  it("limits connections per person, per room, and rooms", async () => {
    const server = await openLiveServer({
      limits: { connectionsPerPerson: 2, connectionsPerRoom: 4, rooms: 1 },
    });
    for (const name of ["anna", "anna", "bob"]) await server.client(name).synced();
    expect(await closeOf(server.socket("anna"))).toBe(1013);
    await server.client("carl").synced();
    expect(await closeOf(server.socket("dora"))).toBe(1013);
    expect(await closeOf(server.socket("dora", { room: "day-2026-12" }))).toBe(1013);
    expect(server.live.stats().connections).toBe(4);
  });
});
