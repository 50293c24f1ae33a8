import { afterEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import {
  addMilestone,
  addResolution,
  addTopic,
  canonicalJson,
  canonicalRecord,
  listResolutions,
  resolutionsOf,
  resolutionText,
  setMilestoneField,
  setResolutionField,
  setResolutionText,
  setTopicField,
  topicById,
  topicsOf,
} from "~/record/document/record";
import { liveRoom, overwrittenWords } from "~db/schema";
import { updateFrame } from "~server/live/connection/protocol";
import {
  type Client,
  closeLiveServers,
  type LiveServer,
  openLiveServer,
  until,
} from "../builders/liveServer";

afterEach(closeLiveServers);

interface Room {
  server: LiveServer;
  one: Client;
  other: Client;
}

/** A room in which two people have the same record: a topic with a resolution and a milestone in it. */
async function twoInRoom(): Promise<Room> {
  const server = await openLiveServer();
  const [one, other] = [server.client("one"), server.client("other")];
  await Promise.all([one.synced(), other.synced()]);
  const { document } = one;
  addTopic(document, { id: "t", title: "路灯" });
  addResolution(document, { id: "r", topicId: "t", text: "修好路灯" });
  addMilestone(document, "r", { id: "m", text: "进场" });
  await until(() => listResolutions(other.document)[0]?.milestones.length === 1, "the other one has it");
  return { server, one, other };
}

/** Lets each of them write without a network, and come back one after the other. */
async function apart(
  { one, other }: Room,
  byOne: (document: Y.Doc) => void,
  byOther: (document: Y.Doc) => void,
): Promise<void> {
  for (const { provider } of [one, other]) provider.disconnect();
  byOne(one.document);
  byOther(other.document);
  for (const client of [one, other]) {
    client.provider.connect();
    await client.synced();
  }
  // Deletions do not show in a state vector.
  const state = ({ document }: Client) =>
    Y.encodeStateVector(document).join() + canonicalJson(canonicalRecord(document));
  await until(() => state(one) === state(other), "both have the same");
}

const kept = ({ server }: Pick<Room, "server">) => {
  const { kind, entryId, stepId, field, topicId, value, state } = overwrittenWords;
  const { writerPersonId: writer, overPersonId: over } = overwrittenWords;
  return server.database.read
    .select({ kind, entryId, stepId, field, topicId, value, state, writer, over })
    .from(overwrittenWords);
};

const measureIn = ({ document }: Client) => listResolutions(document)[0]?.measure;

const measure = (value: string) => (document: Y.Doc) => setResolutionField(document, "r", "measure", value);

describe("what two people wrote at once in a field that is written as a whole", () => {
  const fields: Record<string, { set: (value: string) => (document: Y.Doc) => void; place: object }> = {
    "of a resolution": {
      set: measure,
      place: { kind: "resolution", entryId: "r", field: "measure", topicId: "t" },
    },
    "of a topic": {
      set: (title) => (document) => setTopicField(document, "t", "title", title),
      place: { kind: "topic", entryId: "t", field: "title", topicId: "t" },
    },
    "of a milestone": {
      set: (text) => (document) => setMilestoneField(document, "r", "m", "text", text),
      place: { kind: "milestone", entryId: "r", stepId: "m", field: "text", topicId: "t" },
    },
    "that names units": {
      set: (id) => (document) => setResolutionField(document, "r", "assistingUnitIds", [id]),
      place: { kind: "resolution", entryId: "r", field: "assistingUnitIds", topicId: "t" },
    },
  };
  it.each(Object.entries(fields))("stands or is kept: %s", async (_name, { set, place }) => {
    const room = await twoInRoom();
    await apart(room, set("works"), set("water"));
    const [lost, ...more] = await kept(room);
    expect(more).toEqual([]);
    expect(lost).toMatchObject({ ...place, state: "waiting" });
    const stands = JSON.stringify(room.one.document.toJSON());
    const [value, writer] = lost!.value.includes("works") ? ["works", "one"] : ["water", "other"];
    expect(stands).not.toContain(value);
    expect(stands).toContain(value === "works" ? "water" : "works");
    // Whose edit came last is known at once; whose words stood there before is asked of the log.
    if (writer === "other") expect(lost).toMatchObject({ writer: "other", over: null });
    else expect(lost).toMatchObject({ writer: null, over: "other" });
  });

  it("is not kept where both wrote the same, or one saw what the other wrote, or wrote nothing", async () => {
    const room = await twoInRoom();
    await apart(room, measure("全部亮灯"), measure("全部亮灯"));
    measure("全部亮灯，无投诉")(room.other.document);
    await until(() => measureIn(room.one) === "全部亮灯，无投诉", "it is there");
    await apart(
      room,
      (document) => setTopicField(document, "t", "presenter", ""),
      (document) => setTopicField(document, "t", "presenter", "水务"),
    );
    const presenter = topicById(room.one.document, "t")?.presenter;
    expect((await kept(room)).filter(({ value }) => value !== '"水务"')).toEqual([]);
    expect(await kept(room)).toHaveLength(presenter === "水务" ? 0 : 1);
  });

  it("is kept as it was in the end, once, however often it was changed meanwhile", async () => {
    const room = await twoInRoom();
    const often = (words: string[]) => (document: Y.Doc) => {
      for (const value of words) measure(value)(document);
    };
    await apart(room, often(["甲", "甲乙", "甲乙丙"]), often(["子", "子丑", "子丑寅"]));
    const [lost, ...more] = await kept(room);
    expect(more).toEqual([]);
    expect(['"甲乙丙"', '"子丑寅"']).toContain(lost?.value);
  });
});

describe("what is in an entry that somebody deletes", () => {
  it("is kept as far as whoever deleted it had not received it", async () => {
    const room = await twoInRoom();
    await apart(
      room,
      (document) => {
        setTopicField(document, "t", "title", "路灯与井盖");
        setResolutionText(document, "r", "text", "修好路灯和井盖");
        setMilestoneField(document, "r", "m", "dueDate", "2026-12-01");
      },
      (document) => {
        topicsOf(document).delete("t");
        resolutionsOf(document).delete("r");
      },
    );
    expect(topicById(room.one.document, "t")).toBeNull();
    const lost = await kept(room);
    const of = (field: string) => lost.find((one) => one.field === field)?.value;
    expect(of("title")).toBe('"路灯与井盖"');
    expect(of("text")).toBe('"和井盖"');
    expect(of("dueDate")).toBe('"2026-12-01"');
    expect(lost.every(({ topicId, over }) => topicId === "t" && over === "other")).toBe(true);
    expect(lost).toHaveLength(3);
  });

  it("is kept where it comes when the entry is deleted already", async () => {
    const room = await twoInRoom();
    await apart(
      room,
      (document) => topicsOf(document).delete("t"),
      (document) => setTopicField(document, "t", "title", "路灯与井盖"),
    );
    // Who comes first has deleted it, or it was deleted with the words in it.
    expect(await kept(room)).toMatchObject([{ value: '"路灯与井盖"', writer: "other" }]);
  });

  it("is not kept where it was seen, and words deleted from a text are not either", async () => {
    const room = await twoInRoom();
    const { one, other } = room;
    const text = resolutionText(one.document, "r", "text")!;
    text.delete(0, text.length);
    topicsOf(one.document).delete("t");
    await until(() => topicById(other.document, "t") === null, "it is gone");
    expect(await kept(room)).toEqual([]);
  });
});

it("is stored with the edit or not at all, and is there after a killed process", async () => {
  const room = await twoInRoom();
  await apart(room, measure("全部亮灯"), measure("无投诉"));
  const before = await kept(room);
  expect(before).toHaveLength(1);
  await room.server.kill();
  const server = await openLiveServer({ file: room.server.file });
  expect(await kept({ server })).toEqual(before);
  const again = server.client("third");
  await again.synced();
  expect(measureIn(again)).toBe(before[0]?.value.includes("全部") ? "无投诉" : "全部亮灯");
});

it("does not grow without bound: what one person causes beyond it is counted", async () => {
  const { server, one, other } = await twoInRoom();
  const state = Y.encodeStateAsUpdate(other.document);
  const known = Y.encodeStateVectorFromUpdate(state);
  // A program of one's own sets it again and again, each time as if it had received nothing since.
  for (let at = 0; at < 230; at++) {
    const forged = new Y.Doc();
    forged.clientID = 2 ** 31 + at;
    Y.applyUpdate(forged, state);
    measure(`强行写入${at}`)(forged);
    other.provider.ws?.send(updateFrame(Y.encodeStateAsUpdate(forged, known)));
  }
  setTopicField(other.document, "t", "presenter", "完");
  await until(() => topicById(one.document, "t")?.presenter === "完", "all is stored");
  const rows = await kept({ server });
  expect(rows).toHaveLength(200);
  const [counted] = await server.database.read.select().from(liveRoom);
  expect(counted?.wordsNotKept).toBeGreaterThan(0);
});
