import { afterEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { lineForms } from "~/record/document/noteLines";
import {
  addMilestone,
  addResolution,
  addTopic,
  canonicalJson,
  canonicalRecord,
  listResolutions,
  listTopics,
  moveTopic,
  notesOf,
  restoreTopic,
  setResolutionText,
  setTopicField,
  withdrawTopic,
} from "~/record/document/record";
import { loadDocument } from "~server/live/store/store";
import { type Chance, chance } from "../builders/chance";
import {
  type Client,
  closeLiveServers,
  type LiveServer,
  openLiveServer,
  room,
  until,
} from "../builders/liveServer";
import { between, breakLine, countLines, lineAt } from "../builders/notes";
import { disturb, restart } from "./disturbance";

afterEach(closeLiveServers);

const words = ["积水", "路灯", "井盖", "区住建局", "九龙湖", "🚧", "整改", "复核"];

function typeSomewhere(random: Chance, document: Y.Doc, topicId: string): void {
  const notes = notesOf(document, topicId);
  document.transact(() => {
    const { from, to } = lineAt(notes, random.below(countLines(notes)));
    const at = between(notes, from + random.below(to - from + 1));
    if (random.below(6) === 0) breakLine(notes, at, random.one(lineForms));
    else if (random.below(12) === 0 && from > 0) notes.delete(from - 1, 1);
    else if (to - from > 4 && random.below(3) === 0)
      notes.delete(at, between(notes, Math.min(at + 2, to)) - at);
    else notes.insert(at, random.one(words), random.below(4) ? {} : { bold: true });
  });
}

function editSomething(random: Chance, document: Y.Doc, name: string, step: number): void {
  const topics = listTopics(document, { withdrawn: true });
  const resolutions = listResolutions(document, undefined, { withdrawn: true });
  const { id } = topics.length > 0 ? random.one(topics) : { id: "" };
  const resolution = resolutions.length > 0 ? random.one(resolutions) : null;
  const acts = [
    () => moveTopic(document, id, random.one(topics).id),
    () => withdrawTopic(document, id),
    () => restoreTopic(document, id),
    () => setTopicField(document, id, "title", random.one(words)),
    () => addResolution(document, { id: `r-${name}-${step}`, topicId: id, text: "限期" }),
    () =>
      resolution && setResolutionText(document, resolution.id, "text", resolution.text + random.one(words)),
    () => resolution && addMilestone(document, resolution.id, { id: `m-${name}-${step}`, text: "节点" }),
  ];
  if (topics.length < 2 || random.below(12) === 0) {
    addTopic(document, { id: `${name}-${step}`, title: random.one(words) });
  } else if (random.below(2) === 0) typeSomewhere(random, document, id);
  else random.one(acts)();
}

async function play(seed: number): Promise<void> {
  const random = chance(seed);
  // Small bounds, so that unloading, compaction and reconnecting all happen in the middle of it.
  const limits = { idle: 1, compactBusy: 40, compactIdle: 1, late: 1 };
  let server: LiveServer = await openLiveServer({ limits });
  const names = ["anna", "bob", "carl", "dora", "emil"];
  const clients = names.map((name) => server.client(name));
  // A reader is there all the time; what its Yjs tidies up by itself must not get it thrown out.
  server.people.reader = { right: "read", signedIn: true };
  const reader = server.client("reader");
  for (let step = 0; step < 400; step++) {
    const at = random.below(clients.length);
    const client = clients[at] as Client;
    if (random.below(15) === 0) disturb(random.below, client);
    else editSomething(random, client.document, names[at] as string, step);
    if (random.below(4) === 0) await new Promise((resolve) => setImmediate(resolve));
    if (step === 200) server = await restart(server, limits, random.below(2) === 0);
  }
  for (const client of clients) client.provider.connect();
  clients.push(reader);
  const states = () => clients.map((client) => stateOf(client.document));
  await until(
    () => new Set(states()).size === 1 && clients.every((client) => client.provider.synced),
    "all are equal",
  );
  await until(() => server.live.stats().waitingUpdates === 0, "all is stored");
  await server.live.rooms.snapshot(room);
  const stored = (await loadDocument(room, 1)).document;
  expect(stateOf(stored)).toBe(stateOf((clients[0] as Client).document));
  expect(stored.store.pendingStructs).toBeNull();
  expect(Object.keys(server.live.stats().closed).filter((code) => code !== "1012")).toEqual([]);
}

/** Content, structure and deletions of a document, comparable between documents. */
function stateOf(document: Y.Doc): string {
  const snapshot = Y.snapshot(document);
  const state = [...snapshot.sv].sort(([a], [b]) => a - b);
  return JSON.stringify(state) + canonicalJson(canonicalRecord(document));
}

describe("random edits with random disconnects end equal on all sides", () => {
  const fresh = Math.floor(Math.random() * 2 ** 31);
  it.each([1, 20_261_112, 977, fresh])("seed %i", play);
});
