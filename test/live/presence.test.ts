import { afterEach, describe, expect, it } from "vitest";
import { seatOf } from "~/record/live/presence";
import { presenceFrame } from "~server/live/connection/protocol";
import { type Client, closeLiveServers, openLiveServer, until } from "../builders/liveServer";

afterEach(closeLiveServers);

const stateOf = (viewer: Client, whom: Client) =>
  viewer.provider.awareness.getStates().get(whom.document.clientID) as Record<string, unknown> | undefined;
const signed = (name: string, seat = 0) => ({
  personId: name,
  name: `${name}的名字`,
  sortKey: "",
  unit: { zh: "督查室", en: "Inspection Office" },
  seat,
});

describe("presence", () => {
  it("shows who is there under the name the server knows", async () => {
    const server = await openLiveServer();
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    const forged = { name: "区长", unit: { zh: "区委", en: "Party Committee" }, title: "书记" };
    anna.provider.awareness.setLocalState({ topicId: "t1", user: forged });
    await until(() => stateOf(bob, anna) !== undefined, "bob sees anna");
    expect(stateOf(bob, anna)).toEqual({
      topicId: "t1",
      user: signed("anna", seatOf(stateOf(bob, anna)?.user)),
    });
    anna.provider.awareness.setLocalStateField("topicId", "t2");
    await until(() => stateOf(bob, anna)?.topicId === "t2", "bob sees her move");
    expect(stateOf(bob, anna)?.user).toEqual(signed("anna", seatOf(stateOf(bob, anna)?.user)));
  });

  it("gives everybody who is there at once another place, and a person with two windows one", async () => {
    const server = await openLiveServer();
    const windows = ["anna", "bob", "carl", "anna"].map((name) => server.client(name));
    const viewer = server.client("eve");
    const seats = () => windows.map((one) => stateOf(viewer, one)?.user);
    await until(() => seats().every((user) => user !== undefined), "all are seen");
    const [anna, bob, carl, again] = seats().map(seatOf);
    expect(again).toBe(anna);
    expect(new Set([anna, bob, carl]).size).toBe(3);
  });

  it("does not let anybody speak for somebody else, or for the server", async () => {
    const server = await openLiveServer();
    const [anna, bob, carl] = [server.client("anna"), server.client("bob"), server.client("carl")];
    await Promise.all([anna, bob, carl].map((client) => client.synced()));
    await until(
      () => stateOf(carl, anna) !== undefined && stateOf(carl, bob) !== undefined,
      "all see each other",
    );
    const before = { anna: stateOf(carl, anna), server: carl.provider.awareness.getStates().get(0) };
    const forge = (client: number, state: object | null) => {
      const entry = { client, clock: 2 ** 45, state: JSON.stringify(state) };
      bob.provider.ws!.send(presenceFrame([entry]));
    };
    forge(anna.document.clientID, { user: { name: "假的" } });
    forge(anna.document.clientID, null);
    forge(0, { server: { state: "frozen" } });
    forge(4711, { user: { name: "无人" } });
    const eve = server.socket("eve");
    await new Promise((resolve) => eve.on("open", resolve));
    const entry = { client: 0, clock: 2 ** 45, state: JSON.stringify({ server: { state: "frozen" } }) };
    eve.send(presenceFrame([entry]));
    await until(() => server.live.stats().framesIn >= 1 && eve.bufferedAmount === 0, "eve has sent");
    eve.close();
    await until(() => server.live.stats().connections === 3, "eve has been and gone");
    bob.provider.awareness.setLocalStateField("topicId", "after");
    await until(() => stateOf(carl, bob)?.topicId === "after", "what bob sent afterwards has arrived");
    expect({ anna: stateOf(carl, anna), server: carl.provider.awareness.getStates().get(0) }).toEqual(before);
    expect(carl.provider.awareness.getStates().has(4711)).toBe(false);
  });

  it("removes whoever leaves, and shows them at once when they come back", async () => {
    const server = await openLiveServer();
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    anna.provider.awareness.setLocalState({ topicId: "t1" });
    await until(() => stateOf(bob, anna)?.topicId === "t1", "bob sees anna");
    // A lost network, not a goodbye: the client says nothing.
    (anna.provider.ws as unknown as { terminate(): void }).terminate();
    await until(() => stateOf(bob, anna) === undefined, "anna is gone");
    await until(() => stateOf(bob, anna)?.topicId === "t1", "anna is back, though her clock stood still");
  });

  it("shows everybody again after a restart of the server, without waiting for a renewal", async () => {
    const server = await openLiveServer();
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await until(() => stateOf(bob, anna) !== undefined && stateOf(anna, bob) !== undefined, "both are seen");
    const { file } = server;
    const { port } = server;
    const [annaClosed, bobClosed] = [anna.closed(), bob.closed()];
    await server.live.drain();
    expect([await annaClosed, await bobClosed]).toEqual([1012, 1012]);
    expect(stateOf(bob, anna)).toBeUndefined();
    const clients = [anna, bob];
    await server.restart(async () => {
      const after = await openLiveServer({ file, port });
      for (const name of ["anna", "bob"]) after.people[name] = { right: "write", signedIn: true };
    });
    await until(() => clients.every((client) => client.provider.synced), "both came back");
    await until(
      () => stateOf(bob, anna) !== undefined && stateOf(anna, bob) !== undefined,
      "both are seen again",
    );
  });

  it("does not bring somebody back under another name by an echo", async () => {
    const server = await openLiveServer();
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await until(() => stateOf(bob, anna) !== undefined, "bob sees anna");
    const remembered = { ...stateOf(bob, anna) };
    const clock = bob.provider.awareness.meta.get(anna.document.clientID)!.clock;
    anna.leave();
    await until(() => stateOf(bob, anna) === undefined, "anna is gone");
    const socket = server.socket("eve");
    await new Promise((resolve) => socket.on("open", resolve));
    const entry = { client: anna.document.clientID, clock, state: JSON.stringify(remembered) };
    socket.send(presenceFrame([entry]));
    await until(() => server.live.stats().connections === 2, "eve is there");
    const before = server.live.stats().framesIn;
    socket.send(Uint8Array.of(3));
    await until(() => server.live.stats().framesIn > before, "what eve sent has arrived");
    const carl = server.client("carl");
    await until(
      () => stateOf(bob, carl) !== undefined && stateOf(carl, bob) !== undefined,
      "others are seen",
    );
    expect([stateOf(bob, anna), stateOf(carl, anna)]).toEqual([undefined, undefined]);
    socket.terminate();
  });

  it("ignores a state that is too large or no object, and keeps the connection", async () => {
    const server = await openLiveServer({ limits: { presenceBytes: 500 } });
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await until(() => stateOf(bob, anna) !== undefined, "bob sees anna");
    anna.provider.awareness.setLocalState({ noise: "长".repeat(600) });
    await until(() => server.live.stats().presenceIgnored > 0, "ignored");
    anna.provider.awareness.setLocalState({ topicId: "t3" });
    await until(() => stateOf(bob, anna)?.topicId === "t3", "the next one is seen");
    expect(server.live.stats().closed).toEqual({});
  });

  it("never leaves a silent client without a sign of life", async () => {
    const server = await openLiveServer({ limits: { heartbeat: 15 } });
    const projector = server.client("projector");
    projector.provider.awareness.setLocalState(null);
    await projector.synced();
    let frames = 0;
    const socket = projector.provider.ws!;
    const own = socket.onmessage!;
    socket.onmessage = (event) => {
      frames += 1;
      own.call(socket, event);
    };
    await until(() => frames >= 5, "five heartbeats");
    expect(projector.provider.ws).toBe(socket);
  });

  it("echoes a renewal to its sender", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    await anna.synced();
    await until(() => server.live.stats().framesIn >= 4, "the greeting is over");
    let frames = 0;
    const socket = anna.provider.ws!;
    const own = socket.onmessage!;
    socket.onmessage = (event) => {
      frames += 1;
      own.call(socket, event);
    };
    // What y-protocols does every 15 s.
    anna.provider.awareness.setLocalState(anna.provider.awareness.getLocalState());
    await until(() => frames > 0, "the echo");
  });

  it("cuts off a peer that answers no ping", async () => {
    const server = await openLiveServer({ limits: { heartbeat: 15 } });
    const socket = server.socket("anna");
    await new Promise((resolve) => socket.on("open", resolve));
    socket.pause();
    await until(() => server.live.stats().connections === 0, "the dead peer is gone");
    socket.terminate();
  });
});
