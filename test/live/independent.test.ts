import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as prng from "lib0/prng";
import { afterEach, describe, expect, it } from "vitest";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import * as independent from "ywasm";
import {
  addMilestone,
  addResolution,
  addTopic,
  listTopics,
  moveTopic,
  notesOf,
  notesRoot,
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

interface Element {
  name: string;
  attributes: object;
  children: Node[];
}
/** Notes as plain data: elements with what is in them, texts as their runs. */
type Node = Element | unknown[];

// How the elements, and the marks around a text, are written down differs between the two; what they are does not.
function elsewhere(first: unknown): Node[] {
  const nodes: Node[] = [];
  for (let next = first; next; ) {
    if (next instanceof independent.YXmlElement) {
      const [name, attributes] = [next.name(undefined), next.attributes(undefined)];
      nodes.push({ name, attributes, children: elsewhere(next.firstChild(undefined)) });
      next = next.nextSibling(undefined);
    } else if (next instanceof independent.YXmlText) {
      nodes.push(next.toDelta(undefined, undefined, undefined, undefined));
      next = next.nextSibling(undefined);
    } else throw new Error("neither an element nor a text");
  }
  return nodes;
}

/** What the other implementation, which shares no line with ours, reads out of a state. */
function readElsewhere(state: Uint8Array, notes: string) {
  const document = new independent.YDoc({});
  try {
    independent.applyUpdate(document, state, "endpoint");
    return {
      maps: maps.map((name) => document.getMap(name).toJson(undefined)),
      notes: elsewhere(document.getXmlFragment(notes).firstChild(undefined)),
    };
  } finally {
    document.free();
  }
}

function here(parent: Y.XmlFragment): Node[] {
  return parent.toArray().map((child) => {
    if (child instanceof Y.XmlText) return child.toDelta();
    if (!(child instanceof Y.XmlElement)) throw new Error("neither an element nor a text");
    return { name: child.nodeName, attributes: child.getAttributes(), children: here(child) };
  });
}

function readHere(document: Y.Doc, notes: string) {
  return {
    maps: maps.map((name) => document.getMap(name).toJSON()),
    notes: here(document.getXmlFragment(notes)),
  };
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
    const paragraph = (words: string, marks?: object) => {
      const text = new Y.XmlText();
      text.insert(0, words, marks);
      const element = new Y.XmlElement("paragraph");
      element.insert(0, [text]);
      return element;
    };
    notes(anna).insert(0, [paragraph("甲：🚧 月底前更换", { bold: {} }), paragraph("会删掉的")]);
    notes(anna).delete(1, 1);
    const list = new Y.XmlElement("bulletList");
    notes(bob).insert(0, [list]);
    for (const words of ["先主路", "后支路"]) {
      const item = new Y.XmlElement("listItem");
      list.push([item]);
      item.insert(0, [paragraph(words)]);
    }
    const table = new Y.XmlElement("table");
    notes(carl).insert(0, [table]);
    const row = new Y.XmlElement("tableRow");
    table.insert(0, [row]);
    const cell = new Y.XmlElement("tableCell");
    row.insert(0, [cell]);
    cell.setAttribute("colspan", "2");
    cell.insert(0, [paragraph("时限")]);
    addResolution(anna.document, { id: "r1", topicId: "lamps", text: "更换路灯", dueDate: "2026-12-20" });
    addMilestone(anna.document, "r1", { id: "m1", text: "进场", dueDate: "2026-12-01" });
    addResolution(bob.document, { id: "r2", topicId: "lamps", text: "通知居民" });
    setResolutionText(bob.document, "r2", "text", "由街道通知居民");
    moveTopic(bob.document, "drains", "lamps");
    withdrawTopic(carl.document, "drains");
    await untilAlike(server, [anna, bob, carl]);
    expect(listTopics(carl.document).map((topic) => topic.id)).toEqual(["lamps"]);
    const found = readElsewhere(await stateOf(server), notesRoot("lamps"));
    expect(found).toEqual(readHere(anna.document, notesRoot("lamps")));
    const json = JSON.stringify(found);
    for (const words of ["甲：🚧 月底前更换", "先主路", "时限", "bulletList", "由街道通知居民", "进场"])
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
    const found = readElsewhere(await stateOf(server), notesRoot("words"));
    expect(found).toEqual(readHere(clients[0]!.document, notesRoot("words")));
  });
});
