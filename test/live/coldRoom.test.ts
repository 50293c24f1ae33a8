import { afterEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { questionFrame } from "~server/live/connection/protocol";
import { closeLiveServers, type LiveServer, openLiveServer, textOf, until } from "../builders/liveServer";

afterEach(closeLiveServers);

const kinds = { question: 0, answer: 1 };
const nothing = Uint8Array.of(0);

/** A room with a record of so many bytes that nobody is in, compacted or not. */
async function leaveBehind(letters: number, compactIdle = 1): Promise<LiveServer> {
  const before = await openLiveServer({ limits: { idle: 1, compactIdle } });
  const anna = before.client("anna");
  await anna.synced();
  anna.write("字".repeat(letters));
  await until(() => before.live.stats().updatesStored === 1, "stored");
  anna.leave();
  await until(() => before.live.stats().rooms === 0, "nobody is in the room");
  await before.kill();
  return openLiveServer({ file: before.file });
}

/** What the server says to somebody who comes in with this state vector, as kind and bytes. */
function comingIn(server: LiveServer, vector: Uint8Array) {
  const heard: { kind: number; bytes: Uint8Array }[] = [];
  const socket = server.socket("bob");
  socket.on("open", () => socket.send(questionFrame(vector)));
  socket.on("message", (data: Buffer) => {
    if (data[0] !== 0) return;
    const kind = data[1] as number;
    // Behind the two kinds stands a length of as many bytes as it takes.
    let head = 2;
    while ((data[head] as number) > 127) head += 1;
    heard.push({ kind, bytes: new Uint8Array(data.subarray(head + 1)) });
  });
  return { heard };
}

const documentOf = (bytes: Uint8Array) => {
  const document = new Y.Doc();
  Y.applyUpdate(document, bytes);
  return document;
};

describe("who comes first into a long record", () => {
  it("gets it before it is built, and is then asked what the server lacks", async () => {
    const server = await leaveBehind(30_000);
    const { heard } = comingIn(server, nothing);
    await until(() => heard.length === 2, "both have spoken");
    expect(heard.map(({ kind }) => kind)).toEqual([kinds.answer, kinds.question]);
    expect(textOf(documentOf(heard[0]!.bytes))).toBe("字".repeat(30_000));
  });

  it("is one of those who write from then on", async () => {
    const server = await leaveBehind(30_000);
    const [bob, carl] = [server.client("bob"), server.client("carl")];
    await Promise.all([bob.synced(), carl.synced()]);
    bob.write("甲");
    await until(() => carl.text().endsWith("字甲"), "carl sees it");
    carl.write("乙");
    await until(() => bob.text().endsWith("字甲乙"), "bob sees it");
    expect(server.live.stats().closed).toEqual({});
  });

  it("is asked first when the record is short, or when they bring a part of it", async () => {
    const short = await leaveBehind(10);
    const { heard } = comingIn(short, nothing);
    await until(() => heard.length === 2, "both have spoken");
    expect(heard.map(({ kind }) => kind)).toEqual([kinds.question, kinds.answer]);
    const long = await leaveBehind(30_000);
    const part = comingIn(long, Y.encodeStateVector(documentOf(heard[1]!.bytes)));
    await until(() => part.heard.length === 2, "both have spoken");
    expect(part.heard.map(({ kind }) => kind)).toEqual([kinds.question, kinds.answer]);
  });

  it("never gets only a part: where edits came after the snapshot it is built first", async () => {
    const server = await leaveBehind(30_000, 1_000);
    const { heard } = comingIn(server, nothing);
    await until(() => heard.length === 2, "both have spoken");
    expect(heard.map(({ kind }) => kind)).toEqual([kinds.question, kinds.answer]);
    expect(textOf(documentOf(heard[1]!.bytes))).toBe("字".repeat(30_000));
  });
});
