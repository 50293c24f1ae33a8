import { afterEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { Standing } from "~/meeting/conduct/permission";
import { cellOf, newTableLines, tableOf } from "~/record/document/noteTable";
import {
  addResolution,
  addTopic,
  canonicalJson,
  canonicalRecord,
  moveTopic,
  pauseTimer,
  resolutionsOf,
  resolutionText,
  sessionOf,
  setCurrentTopic,
  setResolutionField,
  setResolutionText,
  setTopicField,
  startTimer,
  topicsOf,
  withdrawResolution,
  withdrawTopic,
} from "~/record/document/record";
import {
  type Client,
  closeLiveServers,
  type LiveServer,
  openLiveServer,
  until,
  wordsOf,
} from "../builders/liveServer";

afterEach(closeLiveServers);

const now = new Date("2026-11-20T02:00:00.000Z");

/** A room in session with a decided topic and one still open, a resolution under each, and somebody who watches. */
async function sessionWithDecision(): Promise<{ server: LiveServer; office: Client; watcher: Client }> {
  const server = await openLiveServer();
  const [office, watcher] = [server.client("office"), server.client("watcher")];
  await Promise.all([office.synced(), watcher.synced()]);
  const { document } = office;
  addTopic(document, { id: "decided", title: "路灯" });
  addTopic(document, { id: "open", title: "下水道" });
  addResolution(document, { id: "r1", topicId: "decided", text: "修好路灯", leadUnitId: "works" });
  addResolution(document, { id: "r2", topicId: "open", text: "疏通管道" });
  setCurrentTopic(document, "open");
  startTimer(document, "open", now);
  await until(() => sessionOf(watcher.document).has("timer"), "the watcher sees it");
  server.writing.state = { ...server.writing.state, closedTopicIds: ["decided"] };
  await server.live.rooms.reviewParts("day-2026-11");
  return { server, office, watcher };
}

async function join(server: LiveServer, name: string, standing: Standing): Promise<Client> {
  server.people[name] = { right: "write", signedIn: true, writer: { unitId: name, standing } };
  const client = server.client(name);
  await client.synced();
  return client;
}

function everything(document: Y.Doc): string {
  return canonicalJson(canonicalRecord(document)) + JSON.stringify(sessionOf(document).toJSON());
}

/** What a program of one's own can send that no page of the platform would. */
const raw = {
  "deletes a resolution": (document: Y.Doc) => resolutionsOf(document).delete("r1"),
  "puts another one in its place": (document: Y.Doc) =>
    resolutionsOf(document).set("r1", new Y.Map([["topicId", "open"]])),
  "moves one out of the topic": (document: Y.Doc) => setResolutionField(document, "r1", "topicId", "open"),
  "moves one into the topic": (document: Y.Doc) => setResolutionField(document, "r2", "topicId", "decided"),
  "moves one into the topic by other means": (document: Y.Doc) =>
    document.transact(() => {
      const entry = new Y.Map<unknown>();
      entry.set("text", new Y.Text("塞进来的"));
      resolutionsOf(document).set("r3", entry);
      entry.set("topicId", "decided");
    }),
  "deletes what it is about": (document: Y.Doc) =>
    (resolutionsOf(document).get("r1") as Y.Map<unknown>).delete("topicId"),
  "empties its words": (document: Y.Doc) => {
    const text = resolutionText(document, "r1", "text");
    text?.delete(0, text.length);
  },
  "puts another text in place of its words": (document: Y.Doc) =>
    (resolutionsOf(document).get("r1") as Y.Map<unknown>).set("text", new Y.Text("改写")),
  "deletes its milestones": (document: Y.Doc) =>
    (resolutionsOf(document).get("r1") as Y.Map<unknown>).delete("milestones"),
};

const decided: Record<string, (document: Y.Doc) => void> = {
  "changes the words": (document) => setResolutionText(document, "r1", "text", "不修了"),
  "changes who leads": (document) => setResolutionField(document, "r1", "leadUnitId", "water"),
  "changes the day": (document) => setResolutionField(document, "r1", "dueDate", "2027-12-31"),
  "takes it back": (document) => withdrawResolution(document, "r1"),
  "adds one": (document) => addResolution(document, { id: "r9", topicId: "decided", text: "另加一条" }),
  ...raw,
};

const held: Record<string, (document: Y.Doc) => void> = {
  "turns the room": (document) => setCurrentTopic(document, "decided"),
  "turns it to nothing": (document) => sessionOf(document).delete("currentTopicId"),
  "starts the clock anew": (document) => startTimer(document, "decided", now),
  "stops the clock": (document) => pauseTimer(document, now),
  "moves a topic": (document) => moveTopic(document, "open", "decided"),
  "changes a title": (document) => setTopicField(document, "open", "title", "别的"),
  "changes the minutes": (document) => setTopicField(document, "open", "minutesAllotted", 1),
  "changes the kind": (document) => setTopicField(document, "open", "kind", "other"),
  "takes a topic off": (document) => withdrawTopic(document, "open"),
  "adds a topic": (document) => addTopic(document, { id: "more", title: "夹带" }),
  "deletes a topic": (document) => topicsOf(document).delete("open"),
  "puts another topic in its place": (document) =>
    topicsOf(document).set("open", new Y.Map([["title", "换"]])),
};

/** Asserts that somebody's edit closes their connection and leaves the record as it was, for everybody. */
async function expectRefused(standing: Standing, act: (document: Y.Doc) => void): Promise<void> {
  const { server, office, watcher } = await sessionWithDecision();
  const client = await join(server, "unit", standing);
  const record = everything(office.document);
  expect(everything(client.document)).toBe(record);
  const closed = client.closed();
  act(client.document);
  expect(await closed).toBe(4424);
  // The stock client stays away, so what comes next is not disturbed by it.
  expect(client.provider.shouldConnect).toBe(false);
  const late = server.client("late");
  await late.synced();
  for (const one of [office, watcher, late]) expect(everything(one.document)).toBe(record);
  expect(server.live.stats().updatesRefused).toBe(1);
}

describe("the resolutions of a decided topic", () => {
  for (const [name, act] of Object.entries(decided)) {
    it(`stay when a unit that takes part ${name}`, () => expectRefused("takesPart", act));
  }

  it("stay also for those who hold the meeting", () => expectRefused("holds", decided["changes the day"]!));

  it("stay when the edit hides among allowed ones", () =>
    expectRefused("takesPart", (document) =>
      document.transact(() => {
        wordsOf(document).insert(0, "记一笔");
        setResolutionText(document, "r2", "text", "疏通并检查管道");
        setResolutionField(document, "r1", "dueDate", "2027-12-31");
        addResolution(document, { id: "r4", topicId: "open", text: "再加一条" });
      }),
    ));

  it("are written again once the topic is opened", async () => {
    const { server, watcher } = await sessionWithDecision();
    const client = await join(server, "unit", "takesPart");
    server.writing.state = { ...server.writing.state, closedTopicIds: [] };
    await server.live.rooms.reviewParts("day-2026-11");
    setResolutionText(client.document, "r1", "text", "修好全部路灯");
    await until(
      () => resolutionText(watcher.document, "r1", "text")?.toString() === "修好全部路灯",
      "the watcher sees it",
    );
  });

  it("stay when what was written without a network comes in", async () => {
    const { server, watcher } = await sessionWithDecision();
    const client = await join(server, "unit", "takesPart");
    client.provider.disconnect();
    wordsOf(client.document).insert(0, "离线记的");
    setResolutionText(client.document, "r1", "text", "离线改的");
    const record = everything(watcher.document);
    const closed = client.closed();
    client.provider.connect();
    expect(await closed).toBe(4424);
    expect(everything(watcher.document)).toBe(record);
    // Its words are where they were written.
    expect(resolutionText(client.document, "r1", "text")?.toString()).toBe("离线改的");
  });
});

describe("agenda, topic and clock of a session", () => {
  for (const [name, act] of Object.entries(held)) {
    it(`stay when a unit that leads ${name}`, () => expectRefused("leads", act));
    it(`change when somebody who holds the meeting ${name}`, async () => {
      const { office, watcher } = await sessionWithDecision();
      act(office.document);
      await until(
        () => everything(watcher.document) === everything(office.document) && office.provider.wsconnected,
        "the watcher sees it",
      );
    });
  }
});

describe("the notes of an amendment", () => {
  const inNotes: Record<string, (document: Y.Doc) => void> = {
    "in a line": (document) => wordsOf(document).insert(0, "夹带"),
    "in the cell of a table": (document) => cellOf(document, "words", "t", "r", "c").insert(0, "夹带"),
    "by a new row": (document) => newTableLines(tableOf(document, "words", "t"), "row", 1),
    "by the form of a line": (document) => wordsOf(document).setAttribute("form", "heading"),
  };
  for (const [name, act] of Object.entries(inNotes))
    it(`stay when a unit that takes part writes ${name}`, async () => {
      const { server, watcher } = await sessionWithDecision();
      const client = await join(server, "unit", "takesPart");
      server.writing.state = { ...server.writing.state, amending: true };
      await server.live.rooms.reviewParts("day-2026-11");
      const record = everything(watcher.document);
      const closed = client.closed();
      act(client.document);
      expect(await closed).toBe(4424);
      expect(everything(watcher.document)).toBe(record);
      expect(server.live.stats().updatesRefused).toBe(1);
    });
});

describe("what everybody writes", () => {
  it("goes on beside what is closed: notes and the resolutions of open topics", async () => {
    const { server, watcher } = await sessionWithDecision();
    const client = await join(server, "unit", "takesPart");
    client.write("现场记录");
    setResolutionText(client.document, "r2", "text", "疏通并检查管道");
    addResolution(client.document, { id: "r5", topicId: "open", text: "再加一条" });
    withdrawResolution(client.document, "r2");
    await until(
      () => everything(watcher.document) === everything(client.document),
      "the watcher has all of it",
    );
    expect(watcher.text()).toBe("现场记录");
    expect(server.live.stats().closed).toEqual({});
  });

  it("coming back without anything new is no edit, whatever was deleted before", async () => {
    const { server, office } = await sessionWithDecision();
    const client = await join(server, "unit", "takesPart");
    setCurrentTopic(office.document, "decided");
    moveTopic(office.document, "open", "decided");
    await until(() => everything(client.document) === everything(office.document), "the unit sees it");
    client.provider.disconnect();
    client.provider.connect();
    await client.synced();
    client.write("接着记");
    await until(() => office.text() === "接着记", "it arrives");
    expect(server.live.stats().closed).toEqual({});
  });

  it("a server's edit in somebody's name is held to the same", async () => {
    const { server, office } = await sessionWithDecision();
    const record = everything(office.document);
    const answer = await server.live.rooms.edit(
      "day-2026-11",
      { personId: "somebody", postId: "post" },
      (document) => setResolutionField(document, "r1", "dueDate", "2027-12-31"),
      (part) => part.kind === "notes",
    );
    expect(answer).toEqual({ ok: false, refusal: { code: "partClosed" } });
    expect(everything(office.document)).toBe(record);
  });
});
