import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as prng from "lib0/prng";
import { afterEach, describe, expect, it } from "vitest";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import * as independent from "ywasm";
import { embedOf } from "~/record/document/noteLines";
import { cellOf, newTableLines, tableOf } from "~/record/document/noteTable";
import {
  addMilestone,
  addResolution,
  addTopic,
  listTopics,
  moveTopic,
  notesOf,
  recordRoots,
  setResolutionText,
  withdrawTopic,
} from "~/record/document/record";
import {
  type Client,
  closeLiveServers,
  type LiveServer,
  openLiveServer,
  until,
} from "../builders/liveServer";
import { breakLine } from "../builders/notes";
import { allActs } from "./randomActs";

afterEach(closeLiveServers);

const [sync, question, answer] = [0, 0, 1];

/** The whole state as the endpoint gives it to somebody who has nothing. */
async function stateOf(server: LiveServer): Promise<Uint8Array> {
  const socket: WebSocket = server.socket("stranger");
  socket.binaryType = "arraybuffer";
  const state = new Promise<Uint8Array>((resolve) => {
    socket.on("message", (data: ArrayBuffer) => {
      const decoder = decoding.createDecoder(new Uint8Array(data));
      if (decoding.readVarUint(decoder) === sync && decoding.readVarUint(decoder) === answer)
        resolve(decoding.readVarUint8Array(decoder));
    });
  });
  await new Promise((resolve) => socket.on("open", resolve));
  const asks = encoding.createEncoder();
  encoding.writeVarUint(asks, sync);
  encoding.writeVarUint(asks, question);
  encoding.writeVarUint8Array(asks, Y.encodeStateVector(new Y.Doc()));
  socket.send(encoding.toUint8Array(asks));
  const found = await state;
  socket.terminate();
  return found;
}

const maps = [recordRoots.topics, recordRoots.resolutions, recordRoots.session];

/** A run of notes as plain data: words or what is embedded, and how it looks. */
interface Run {
  insert: unknown;
  attributes?: object;
}

function runsElsewhere(text: independent.YText): Run[] {
  const runs = text.toDelta(undefined, undefined, undefined, undefined) as Run[];
  return runs.map((run) => ({
    ...run,
    insert: run.insert instanceof independent.YMap ? run.insert.toJson(undefined) : run.insert,
  }));
}

/** What the other implementation, which shares no line with ours, reads out of a state. */
function readElsewhere(state: Uint8Array, names: readonly string[]) {
  const document = new independent.YDoc({});
  try {
    independent.applyUpdate(document, state, "endpoint");
    return {
      maps: maps.map((name) => document.getMap(name).toJson(undefined)),
      texts: names.map((name) => runsElsewhere(document.getText(name))),
    };
  } finally {
    document.free();
  }
}

function runsHere(text: Y.Text): Run[] {
  const runs = text.toDelta() as Run[];
  return runs.map((run) => ({
    ...run,
    insert: run.insert instanceof Y.Map ? run.insert.toJSON() : run.insert,
  }));
}

function readHere(document: Y.Doc, names: readonly string[]) {
  return {
    maps: maps.map((name) => document.getMap(name).toJSON()),
    texts: names.map((name) => runsHere(document.getText(name))),
  };
}

/** The texts of a document in which notes stand: of topics and of cells. */
function textsIn(document: Y.Doc): string[] {
  return [...document.share.keys()].filter((name) => /^(lines|cells)\//.test(name)).sort();
}

async function untilAlike(server: LiveServer, clients: readonly Client[]): Promise<void> {
  for (const client of clients) client.provider.connect();
  const snapshots = () => clients.map(({ document }) => Y.snapshot(document));
  const isDone = () =>
    clients.every(({ provider }) => provider.synced) &&
    server.live.stats().waitingUpdates === 0 &&
    snapshots().every((one, _at, [first]) => Y.equalSnapshots(one, first!));
  await until(isDone, "all are alike");
}

describe("an implementation that is not ours", () => {
  it("reads what several people wrote at once in a day's record as they read it themselves", async () => {
    const server = await openLiveServer();
    const [anna, bob, carl] = [server.client("anna"), server.client("bob"), server.client("carl")];
    await Promise.all([anna, bob, carl].map((client) => client.synced()));
    addTopic(anna.document, { id: "lamps", title: "东街路灯不亮", minutesAllotted: 15 });
    addTopic(anna.document, { id: "drains", title: "南弄下水道堵塞" });
    await untilAlike(server, [anna, bob, carl]);
    // Everybody goes on without a network, on the same things.
    for (const { provider } of [anna, bob, carl]) provider.disconnect();
    const notes = (client: Client) => notesOf(client.document, "lamps");
    notes(anna).insert(0, "甲：🚧 月底前更换", { bold: true });
    breakLine(notes(anna), notes(anna).length, "paragraph");
    notes(anna).insert(notes(anna).length, "会删掉的");
    notes(anna).delete(notes(anna).length - 5, 5);
    notes(bob).insert(0, "先主路");
    breakLine(notes(bob), 0, "bullet");
    breakLine(notes(bob), notes(bob).length, "bullet");
    notes(bob).insert(notes(bob).length, "后支路");
    const table = tableOf(carl.document, "lamps", "t");
    const [row] = newTableLines(table, "row", 1) as [string];
    const [column] = newTableLines(table, "column", 1) as [string];
    notes(carl).insertEmbed(0, embedOf.table("t"), {});
    notes(carl).insertEmbed(0, embedOf.mention({ kind: "unit", id: "works", label: "建管委" }), {});
    cellOf(carl.document, "lamps", "t", row, column).insert(0, "时限");
    addResolution(anna.document, { id: "r1", topicId: "lamps", text: "更换路灯", dueDate: "2026-12-20" });
    addMilestone(anna.document, "r1", { id: "m1", text: "进场", dueDate: "2026-12-01" });
    addResolution(bob.document, { id: "r2", topicId: "lamps", text: "通知居民" });
    setResolutionText(bob.document, "r2", "text", "由街道通知居民");
    moveTopic(bob.document, "drains", "lamps");
    withdrawTopic(carl.document, "drains");
    await untilAlike(server, [anna, bob, carl]);
    expect(listTopics(carl.document).map((topic) => topic.id)).toEqual(["lamps"]);
    const names = textsIn(anna.document);
    const found = readElsewhere(await stateOf(server), names);
    expect(found).toEqual(readHere(anna.document, names));
    const json = JSON.stringify(found);
    for (const words of ["甲：🚧 月底前更换", "先主路", "时限", "bullet", "建管委", "由街道通知居民", "进场"])
      expect(json).toContain(words);
    expect(json).not.toContain("会删掉的");
  });

  const fresh = Math.floor(Math.random() * 2 ** 31);
  it.each([3, 20_261_122, fresh])("reads random edits made apart, seed %i", async (seed) => {
    const chance = prng.create(seed);
    const server = await openLiveServer({ limits: { compactBusy: 40, compactIdle: 1 } });
    const clients = ["anna", "bob", "carl"].map((name) => server.client(name));
    await Promise.all(clients.map((client) => client.synced()));
    for (let round = 0; round < 6; round++) {
      const apart = prng.oneOf(chance, clients);
      apart.provider.disconnect();
      for (let step = 0; step < 40; step++) {
        const { document } = prng.oneOf(chance, clients);
        document.transact(() => prng.oneOf(chance, allActs)(document, chance));
        if (prng.bool(chance)) await new Promise((resolve) => setImmediate(resolve));
      }
      await untilAlike(server, clients);
    }
    const names = textsIn(clients[0]!.document);
    const found = readElsewhere(await stateOf(server), names);
    expect(found).toEqual(readHere(clients[0]!.document, names));
  });
});
