import * as prng from "lib0/prng";
import { afterEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { TestConnector, type TestYInstance } from "yjs/testHelper";
import { loadDocument } from "~server/live/store/store";
import { closeLiveServers, openLiveServer, room, until } from "../builders/liveServer";
import { deletionsOf, itemsOf } from "./compareStores";
import { disturb, restart } from "./disturbance";
import { type Act, allActs, arrayActs, mapActs, notesActs, textActs } from "./randomActs";

afterEach(closeLiveServers);

// The document as yjs tests its own with. Its connector leads nowhere: between them there are only sockets.
function instance(chance: prng.PRNG, client: number): TestYInstance {
  const made = new TestConnector(chance).createY(client);
  made.clientID = client;
  return made;
}

/** A document of all updates that one got, merged: in what order and pieces they came must not matter. */
function merged({ updates }: TestYInstance): Y.Doc {
  const document = new Y.Doc();
  Y.applyUpdate(document, Y.mergeUpdates(updates));
  return document;
}

const isEqual = (one: Y.Doc, other: Y.Doc) => Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other));

async function play(seed: number, acts: Act[], steps: number): Promise<void> {
  const chance = prng.create(seed);
  const below = (bound: number) => prng.int32(chance, 0, bound - 1);
  // Small bounds, so that unloading, compaction and reconnecting all happen in the middle of it.
  const limits = { idle: 1, compactBusy: 40, compactIdle: 1, late: 1 };
  let server = await openLiveServer({ limits });
  const documents = [1, 2, 3, 4, 5].map((client) => instance(chance, client));
  const clients = documents.map((document, at) => server.client(`user-${at}`, { document }));
  for (let step = 0; step < steps; step++) {
    const at = below(clients.length);
    if (below(20) === 0) disturb(below, clients[at]!);
    // Everybody leaves: the room goes from memory.
    else if (below(80) === 0) for (const client of clients) client.provider.disconnect();
    else documents[at]!.transact(() => prng.oneOf(chance, acts)(documents[at]!, chance));
    if (below(4) === 0) await new Promise((resolve) => setImmediate(resolve));
    if (step === Math.floor(steps / 2)) server = await restart(server, limits, prng.bool(chance));
  }
  for (const client of clients) client.provider.connect();
  const isDone = () =>
    clients.every(({ provider }) => provider.synced) &&
    server.live.stats().waitingUpdates === 0 &&
    documents.every((document) => isEqual(document, documents[0]!));
  await until(isDone, "all are equal");
  await server.live.rooms.snapshot(room);
  const { document: stored } = await loadDocument(room, 1);
  const all = [...documents, stored, ...documents.map(merged)];
  expect(new Set(all.map(deletionsOf)).size).toBe(1);
  for (const document of all) expect(itemsOf(document)).toEqual(itemsOf(stored));
}

describe("item by item, all sides are equal after random edits and disconnects", () => {
  const fresh = Math.floor(Math.random() * 2 ** 31);
  it.each([7, 20_261_122, 31_337, fresh])("of everything, seed %i", (seed) => play(seed, allActs, 500));

  it.each([
    ["maps", mapActs],
    ["arrays", arrayActs],
    ["texts", textActs],
    ["notes", notesActs],
  ] as const)(`of %s alone, seed ${fresh}`, (_name, acts) => play(fresh, [...acts], 250));
});
