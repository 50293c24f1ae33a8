import * as encoding from "lib0/encoding";
import { afterEach, describe, expect, it } from "vitest";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import { cellOf, newTableLines, tableOf } from "~/record/document/noteTable";
import { transact } from "~db/transact";
import { answerFrame, presenceFrame, questionFrame, updateFrame } from "~server/live/connection/protocol";
import { type Malformation, malformations } from "~server/live/malformation";
import { loadDocument } from "~server/live/store/store";
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

async function opened(server: LiveServer, name = "eve"): Promise<WebSocket> {
  const socket = server.socket(name);
  await new Promise((resolve) => socket.on("open", resolve));
  return socket;
}

/** Sends and returns the code the socket is closed with. */
async function codeFor(server: LiveServer, frame: Uint8Array | string): Promise<number> {
  const socket = await opened(server);
  const closed = closeOf(socket);
  socket.send(frame);
  return closed;
}

/** How many messages were refused, by what is wrong with them. */
const refused = (server: LiveServer) =>
  Object.entries(server.live.stats().malformed).filter(([, count]) => count > 0);

const updateOf = (change: (document: Y.Doc) => void) => {
  const document = new Y.Doc();
  change(document);
  return Y.encodeStateAsUpdate(document);
};

describe("bytes that no client of ours sends", () => {
  const valid = updateOf((document) => document.getMap("session").set("a", 1));
  const frames: [string, Malformation, Uint8Array | string][] = [
    ["text", "textFrame", "hello"],
    ["nothing", "unreadableFrame", new Uint8Array()],
    ["an unknown message", "unknownMessage", Uint8Array.of(9, 1, 1)],
    ["an unknown step", "unknownSyncStep", Uint8Array.of(0, 7, 0)],
    ["a length without content", "unreadableFrame", Uint8Array.of(0, 2, 200, 1)],
    ["a number that is none", "unreadableFrame", new Uint8Array(12).fill(255)],
    ["presence longer than its frame", "unreadablePresence", Uint8Array.of(1, 5, 1, 9, 1, 100, 123)],
    ["presence that ends early", "unreadablePresence", Uint8Array.of(1, 2, 9, 9)],
    [
      "an update of noise",
      "foreignUpdate",
      updateFrame(Uint8Array.from({ length: 60 }, (_, at) => (at * 151) % 256)),
    ],
    ["a truncated update", "foreignUpdate", updateFrame(valid.subarray(0, valid.length - 3))],
    ["a state vector of noise", "unreadableStateVector", questionFrame(Uint8Array.of(255, 255, 255, 255))],
    [
      "a structure outside of the record",
      "foreignUpdate",
      updateFrame(updateOf((document) => document.getMap("other").set("a", 1))),
    ],
    [
      "notes under a bad name",
      "foreignUpdate",
      updateFrame(updateOf((document) => document.getText("lines/a b").insert(0, "x"))),
    ],
    [
      "notes held as elements",
      "foreignUpdate",
      updateFrame(updateOf((document) => writeElement(document, "a", "甲"))),
    ],
    [
      "an element where a marker would be",
      "inapplicableUpdate",
      updateFrame(
        updateOf((document) => wordsOf(document).insertEmbed(0, new Y.XmlElement("p") as never, {})),
      ),
    ],
    [
      "a structure inside a marker",
      "inapplicableUpdate",
      updateFrame(
        updateOf((document) => wordsOf(document).insertEmbed(0, new Y.Map([["a", new Y.Text("甲")]]), {})),
      ),
    ],
    [
      "a structure inside a table",
      "inapplicableUpdate",
      updateFrame(updateOf((document) => document.getMap("tables/a/t").set("a", new Y.Map()))),
    ],
    [
      "a document inside",
      "foreignUpdate",
      updateFrame(updateOf((document) => document.getMap("session").set("a", new Y.Doc()))),
    ],
    [
      "a hook inside",
      "foreignUpdate",
      updateFrame(updateOf((document) => document.getMap("session").set("a", new Y.XmlHook("h")))),
    ],
    ["more messages than a client sends at once", "tooManyMessages", new Uint8Array(1_000_000).fill(3)],
    [
      "more questions than a client asks at once",
      "tooManyMessages",
      repeated(questionFrame(Uint8Array.of(0)), 200_000),
    ],
    ["more people present than there can be", "tooManyPresent", crowd(200_000)],
    ["a state vector beyond reason", "longStateVector", questionFrame(new Uint8Array(2_000_000))],
    ["an update that waits for itself", "inapplicableUpdate", updateFrame(circle())],
    ["a tree too deep", "inapplicableUpdate", updateFrame(nested(102))],
  ];

  it.each(frames)("closes with 4400: %s (%s)", async (_, reason, frame) => {
    const server = await openLiveServer();
    expect(await codeFor(server, frame)).toBe(4400);
    expect(refused(server)).toEqual([[reason, 1]]);
    expect((await loadDocument(room, 1)).sequence).toBe(0);
    const anna = server.client("anna");
    await anna.synced();
    anna.write("续");
    await until(() => server.live.stats().updatesStored === 1, "the room goes on");
  });

  it("has one for each thing that can be wrong", () => {
    const tried = new Set(frames.map(([, reason]) => reason));
    expect(malformations.filter((one) => !tried.has(one))).toEqual([]);
  });

  it("takes good updates from the same tick as a bad one", async () => {
    const server = await openLiveServer();
    const [anna, eve] = [server.client("anna"), await opened(server)];
    await anna.synced();
    const closed = closeOf(eve);
    eve.send(updateFrame(circle()));
    anna.write("好");
    expect(await closed).toBe(4400);
    await until(() => server.live.stats().updatesStored >= 1, "stored");
    await until(() => server.live.stats().waitingUpdates === 0, "all of it");
    expect(server.entries.map((entry) => entry.details.reason)).toEqual(["inapplicableUpdate"]);
    expect(textOf((await loadDocument(room, 1)).document)).toBe("好");
    expect(anna.provider.wsconnected).toBe(true);
  });

  it("finds the one of a batch that breaks the transaction", async () => {
    const server = await openLiveServer({ limits: { documentDepth: 1e9 } });
    const [anna, bob, eve] = [server.client("anna"), server.client("bob"), await opened(server)];
    await Promise.all([anna.synced(), bob.synced()]);
    anna.write("好");
    await until(() => bob.text() === "好", "stored");
    eve.send(updateFrame(nested(6_000)));
    await until(() => server.live.stats().updatesStored === 2, "the deep tree is stored");
    const closed = closeOf(eve);
    let release: () => void = () => undefined;
    const other = transact(() => new Promise<void>((resolve) => (release = resolve)));
    anna.write("一");
    await until(() => server.live.stats().waitingUpdates === 1, "a commit is under way");
    bob.write("二");
    // Deletes the root of the tree, and so every branch in the branch before.
    eve.send(updateFrame(Uint8Array.of(0, 1, 77, 1, 0, 1)));
    anna.write("三");
    await until(() => server.live.stats().waitingUpdates === 4, "three more wait");
    release();
    await other;
    expect(await closed).toBe(4400);
    await until(
      () => server.live.stats().waitingUpdates === 0 && bob.text().length === 4,
      "all others are stored",
    );
    expect(textOf((await loadDocument(room, 1)).document)).toBe(bob.text());
    expect(server.live.stats().closed).toEqual({ 4400: 1 });
  });

  it("survives noise on every level", async () => {
    const server = await openLiveServer();
    let seed = 7;
    const next = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % 256;
    };
    for (let round = 0; round < 60; round++) {
      const socket = await opened(server);
      const bytes = valid.slice();
      for (let flips = 0; flips < 1 + (round % 4); flips++) bytes[next() % bytes.length] = next();
      socket.send(round % 3 === 0 ? bytes : updateFrame(bytes));
      socket.on("error", () => undefined);
      socket.close();
    }
    const anna = server.client("anna");
    await anna.synced();
    anna.write("续");
    await until(() => server.live.stats().waitingUpdates === 0, "nothing is stuck");
    await loadDocument(room, 1);
    expect(server.entries.filter((entry) => entry.level === "error")).toEqual([]);
  });
});

describe("an update that lacks what it builds on", () => {
  /** The close code after a client that has answered the server sends this. */
  async function codeOnceTold(server: LiveServer, frame: Uint8Array): Promise<number> {
    const socket = await opened(server);
    const closed = closeOf(socket);
    socket.send(answerFrame(Uint8Array.of(0, 0)));
    socket.send(frame);
    return closed;
  }

  it("is let pass from a client that comes back and has not answered yet", async () => {
    const server = await openLiveServer();
    const document = new Y.Doc();
    const updates: Uint8Array[] = [];
    document.on("update", (update: Uint8Array) => updates.push(update));
    document.getMap("session").set("a", 1);
    document.getMap("session").set("b", 2);
    const socket = await opened(server);
    socket.send(updateFrame(updates[1]!));
    socket.send(answerFrame(Y.encodeStateAsUpdate(document)));
    await until(() => server.live.stats().updatesStored === 1, "the answer is stored");
    expect((await loadDocument(room, 1)).document.getMap("session").toJSON()).toEqual({ a: 1, b: 2 });
    expect(server.live.stats().closed).toEqual({});
  });

  it("closes for resynchronising instead of parking it", async () => {
    const server = await openLiveServer();
    const document = new Y.Doc();
    const updates: Uint8Array[] = [];
    document.on("update", (update: Uint8Array) => updates.push(update));
    document.getMap("session").set("a", 1);
    document.getMap("session").set("b", 2);
    expect(await codeOnceTold(server, updateFrame(updates[1]!))).toBe(4310);
    expect((await loadDocument(room, 1)).sequence).toBe(0);
  });

  it("closes likewise when what it builds on is another's", async () => {
    const server = await openLiveServer();
    const theirs = new Y.Doc();
    wordsOf(theirs).insert(0, "甲");
    const document = new Y.Doc();
    Y.applyUpdate(document, Y.encodeStateAsUpdate(theirs));
    const before = Y.encodeStateVector(document);
    wordsOf(document).insert(1, "乙");
    expect(await codeOnceTold(server, updateFrame(Y.encodeStateAsUpdate(document, before)))).toBe(4310);
    const deletes = updateFrame(Uint8Array.of(0, 1, 77, 1, 0, 1));
    expect(await codeOnceTold(server, deletes)).toBe(4310);
    expect(refused(server)).toEqual([]);
  });

  it("heals for a stock client", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    await anna.synced();
    const socket = anna.provider.ws!;
    const send = socket.send.bind(socket);
    let dropped = false;
    socket.send = (data) => {
      // One frame lost, as a broken proxy would.
      if ((data as Uint8Array)[0] === 0 && (data as Uint8Array)[1] === 2 && !dropped) dropped = true;
      else send(data);
    };
    anna.write("失");
    const closed = anna.closed();
    anna.write("复");
    expect(await closed).toBe(4310);
    await until(() => server.live.stats().updatesStored > 0, "stored after coming back");
    expect(textOf((await loadDocument(room, 1)).document)).toBe("失复");
  });

  it("takes what can stand from a client that itself lacks something", async () => {
    const server = await openLiveServer();
    const other = new Y.Doc();
    const updates: Uint8Array[] = [];
    other.on("update", (update: Uint8Array) => updates.push(update));
    other.getMap("session").set("a", 1);
    other.getMap("session").set("b", 2);
    const document = new Y.Doc();
    Y.applyUpdate(document, updates[1]!);
    const anna = server.client("anna", { document });
    await anna.synced();
    anna.write("好");
    await until(() => server.live.stats().updatesStored === 1, "stored");
    anna.provider.disconnect();
    anna.write("又");
    anna.provider.connect();
    await until(() => server.live.stats().updatesStored === 2, "stored after coming back");
    expect(textOf((await loadDocument(room, 1)).document)).toBe("好又");
  });
});

describe("limits", () => {
  it("closes a frame that is too large with 1009", async () => {
    const server = await openLiveServer({ limits: { frameBytes: 1_000 } });
    expect(await codeFor(server, new Uint8Array(1_001))).toBe(1009);
  });

  it("closes whoever sends too much, for coming back", async () => {
    const server = await openLiveServer({ limits: { framesPerSecond: 1, frameBurst: 20 } });
    const socket = await opened(server);
    const closed = closeOf(socket);
    for (let at = 0; at < 30; at++) socket.send(answerFrame(Uint8Array.of(0, 0)));
    expect(await closed).toBe(4308);
  });

  it("closes whoever asks for the document over and over, for coming back", async () => {
    const server = await openLiveServer();
    const anna = server.client("anna");
    await anna.synced();
    anna.write("字".repeat(1_000));
    await until(() => server.live.stats().updatesStored === 1, "stored");
    const socket = await opened(server);
    const closed = closeOf(socket);
    let answered = 0;
    socket.on("message", (data: Buffer) => {
      if (data[0] === 0 && data[1] === 1) answered += 1;
    });
    // Each with another vector: no answer can be taken from the one before.
    for (let at = 1; at <= 100; at++) socket.send(questionFrame(Uint8Array.of(1, at, 1)));
    expect(await closed).toBe(4308);
    expect(answered).toBeLessThanOrEqual(5);
    const another = await opened(server);
    const closedToo = closeOf(another);
    for (let at = 0; at < 6; at++) another.send(Uint8Array.of(3));
    expect(await closedToo).toBe(4308);
  });

  it("bounds what waits while nothing can be handled", async () => {
    const server = await openLiveServer({ limits: { waitingFrames: 5 } });
    const socket = await opened(server);
    const anna = server.client("anna");
    await anna.synced();
    const closed = closeOf(socket);
    let release: () => void = () => undefined;
    server.admissionGate.wait = new Promise((resolve) => {
      release = resolve;
    });
    const review = server.live.rooms.reviewAccess();
    anna.write("等");
    for (let at = 0; at < 6; at++) socket.send(Uint8Array.of(3));
    expect(await closed).toBe(1013);
    release();
    await review;
    await until(() => server.live.stats().updatesStored === 1, "what waited within bounds is handled");
  });

  it("refuses to grow a document beyond its size, and stays readable", async () => {
    const server = await openLiveServer({ limits: { documentBytes: 2_000 } });
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await Promise.all([anna.synced(), bob.synced()]);
    anna.write("短");
    await until(() => bob.text() === "短", "bob sees it");
    const closed = anna.closed();
    anna.write("长".repeat(2_000));
    expect(await closed).toBe(4413);
    const carl = server.client("carl");
    await carl.synced();
    expect(carl.text()).toBe("短");
  });

  it("takes a tree that is just not too deep", async () => {
    const server = await openLiveServer();
    const socket = await opened(server);
    socket.send(updateFrame(nested(101)));
    await until(() => server.live.stats().updatesStored === 1, "stored");
    socket.terminate();
  });

  it("takes a large table pasted at once, with every cell written in", async () => {
    const server = await openLiveServer();
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await Promise.all([anna.synced(), bob.synced()]);
    anna.document.transact(() => {
      const table = tableOf(anna.document, "words", "t");
      const [rows, columns] = [newTableLines(table, "row", 60), newTableLines(table, "column", 12)];
      for (const row of rows)
        for (const column of columns) cellOf(anna.document, "words", "t", row, column).insert(0, "格");
    });
    await until(() => bob.document.share.size > 60 * 12, "bob has the table");
    expect(server.live.stats().closed).toEqual({});
  });

  it("bounds the number of structures", async () => {
    const server = await openLiveServer({ limits: { documentRoots: 5 } });
    const many = updateOf((document) => {
      for (let at = 0; at < 6; at++) document.getText(`lines/n${at}`).insert(0, "x");
    });
    expect(await codeFor(server, updateFrame(many))).toBe(4413);
  });

  it("closes a reader that takes nothing, for coming back", async () => {
    const server = await openLiveServer({
      limits: { bufferedBytes: 100_000, bytesPerSecond: 1e9, byteBurst: 1e9 },
    });
    const [anna, bob] = [server.client("anna"), server.client("bob")];
    await Promise.all([anna.synced(), bob.synced()]);
    (bob.provider.ws as unknown as { pause(): void }).pause();
    for (let round = 0; round < 200 && !server.live.stats().closed[4312]; round++) {
      const before = server.live.stats().updatesStored;
      anna.write("字".repeat(50_000));
      await until(() => server.live.stats().updatesStored > before, "stored");
    }
    expect(server.live.stats().closed[4312]).toBe(1);
    (bob.provider.ws as unknown as { resume(): void }).resume();
    expect(anna.provider.wsconnected).toBe(true);
  });

  it("answers a long document to somebody who comes in, however slow", async () => {
    const server = await openLiveServer({ limits: { bufferedBytes: 1_000 } });
    const anna = server.client("anna");
    await anna.synced();
    anna.write("字".repeat(200_000));
    await until(() => server.live.stats().updatesStored === 1, "stored");
    const bob = server.client("bob");
    await bob.synced();
    expect(bob.text().length).toBe(200_000);
  });

  it("does not take its own long answer for slowness", async () => {
    const server = await openLiveServer({ limits: { bufferedBytes: 1_000 } });
    const anna = server.client("anna");
    await anna.synced();
    for (let part = 1; part <= 3; part++) {
      anna.write("字".repeat(1_200_000));
      await until(
        () => server.live.stats().updatesStored === part && server.live.stats().bufferedBytes === 0,
        "stored",
      );
    }
    const bob = server.client("bob");
    await until(() => bob.provider.ws?.readyState === 1, "bob is connected");
    (bob.provider.ws as unknown as { pause(): void }).pause();
    await until(
      () => server.live.stats().bufferedBytes > 1_000,
      "the answer is longer than the network takes",
    );
    anna.write("后");
    await until(() => server.live.stats().updatesStored === 4, "stored");
    (bob.provider.ws as unknown as { resume(): void }).resume();
    await until(() => bob.text().endsWith("后"), "bob has it all");
    expect(server.live.stats().closed).toEqual({});
  });
});

/** The same message over and over in one frame. */
function repeated(message: Uint8Array, times: number): Uint8Array {
  const frame = new Uint8Array(message.length * times);
  for (let at = 0; at < times; at++) frame.set(message, at * message.length);
  return frame;
}

/** A presence message of so many. */
function crowd(size: number): Uint8Array {
  return presenceFrame(Array.from({ length: size }, (_, at) => ({ client: at + 1, clock: 1, state: "{}" })));
}

/** A tree as deep as asked, by client 77. */
function nested(depths: number): Uint8Array {
  return updateOf((document) => {
    document.clientID = 77;
    document.transact(() => {
      let parent = document.getMap<unknown>("session");
      for (let depth = 0; depth < depths; depth++) {
        const child = new Y.Map<unknown>();
        parent.set("b", child);
        parent = child;
      }
    });
  });
}

/** Two items of two clients that each claim to come after the other. */
function circle(): Uint8Array {
  const encoder = encoding.createEncoder();
  const item = (client: number, after: number) => {
    encoding.writeVarUint(encoder, 1); // one struct
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, 0); // clock
    encoding.writeUint8(encoder, 0b1000_0000 | 4); // has an origin, is a string
    encoding.writeVarUint(encoder, after);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, "x");
  };
  encoding.writeVarUint(encoder, 2);
  item(22, 11);
  item(11, 22);
  encoding.writeVarUint(encoder, 0); // nothing deleted
  return encoding.toUint8Array(encoder);
}
