import { afterEach, describe, expect, it } from "vitest";
import { editorSchemaVersion } from "~/record/document/noteSchema";
import { closeHalls, closeOf, openHall } from "../builders/liveServer";

afterEach(closeHalls);

describe("who is let in", () => {
  it("accepts and closes with a code that stops the stock client", async () => {
    const hall = await openHall();
    hall.people.stranger = { right: "write", signedIn: false };
    hall.people.outsider = { right: "none", signedIn: true };
    const stranger = hall.client("stranger");
    expect(await stranger.closed()).toBe(4401);
    expect(stranger.provider.shouldConnect).toBe(false);
    expect(await hall.client("outsider").closed()).toBe(4403);
    expect(await hall.client("anna", { room: "missing-2026" }).closed()).toBe(4404);
    expect(await hall.client("anna", { room: "Not_A_Room" }).closed()).toBe(4404);
    expect(hall.live.stats().closed).toEqual({ 4401: 1, 4403: 1, 4404: 2 });
    expect(hall.live.stats().rooms).toBe(0);
  });

  it("refuses an editor of another schema, before any content is sent", async () => {
    const hall = await openHall();
    const old = hall.client("anna", { params: { schema: String(editorSchemaVersion - 1) } });
    expect(await old.closed()).toBe(4409);
    expect(old.provider.synced).toBe(false);
    await hall.client("anna", { params: { schema: String(editorSchemaVersion) } }).synced();
  });

  it("refuses an epoch the room never had", async () => {
    const hall = await openHall();
    expect(await hall.client("anna", { params: { epoch: "7" } }).closed()).toBe(4410);
    expect(await hall.client("anna", { params: { epoch: "-" } }).closed()).toBe(4410);
    await hall.client("anna", { params: { epoch: "1" } }).synced();
  });

  it("lets the client come back when admission itself fails", async () => {
    const hall = await openHall();
    hall.admissionGate.wait = Promise.reject(new Error("database is busy"));
    hall.admissionGate.wait.catch(() => undefined);
    const anna = hall.client("anna");
    expect(await anna.closed()).toBe(1013);
    hall.admissionGate.wait = Promise.resolve();
    await anna.synced();
    expect(hall.entries.map((entry) => entry.message)).toContain("live admission failed");
  });

  it("limits how many admissions are decided at once", async () => {
    const hall = await openHall({ limits: { admissions: 1 } });
    let release: () => void = () => undefined;
    hall.admissionGate.wait = new Promise((resolve) => {
      release = resolve;
    });
    const first = hall.client("anna");
    const second = hall.socket("bob");
    const status = await new Promise((resolve) =>
      second.on("unexpected-response", (_request, response) => resolve(response.statusCode)),
    );
    expect(status).toBe(503);
    release();
    await first.synced();
  });

  it("leaves other addresses to others, and answers when there are none", async () => {
    const hall = await openHall();
    const socket = new (await import("ws")).WebSocket(`ws://127.0.0.1:${hall.port}/elsewhere`);
    socket.on("error", () => undefined);
    const status = await new Promise((resolve) =>
      socket.on("unexpected-response", (_request, response) => resolve(response.statusCode)),
    );
    expect(status).toBe(404);
  });

  it("limits connections per person, per room, and rooms", async () => {
    const hall = await openHall({ limits: { connectionsPerPerson: 2, connectionsPerRoom: 4, rooms: 1 } });
    for (const name of ["anna", "anna", "bob"]) await hall.client(name).synced();
    expect(await closeOf(hall.socket("anna"))).toBe(1013);
    await hall.client("carl").synced();
    expect(await closeOf(hall.socket("dora"))).toBe(1013);
    expect(await closeOf(hall.socket("dora", { room: "day-2026-12" }))).toBe(1013);
    expect(hall.live.stats().connections).toBe(4);
  });
});
