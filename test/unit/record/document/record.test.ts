import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import {
  addMilestone,
  addResolution,
  addTopic,
  canonicalJson,
  canonicalRecord,
  listResolutions,
  listTopics,
  moveResolution,
  moveTopic,
  notesOf,
  pauseTimer,
  readSession,
  readTurn,
  recordUndo,
  replaceText,
  resolutionText,
  restoreResolution,
  restoreTopic,
  setCurrentTopic,
  setMilestoneField,
  setResolutionField,
  setResolutionText,
  setTopicField,
  startTimer,
  timerSeconds,
  topicById,
  topicSeconds,
  turnTo,
  undoTurn,
  withdrawResolution,
  withdrawTopic,
} from "~/record/document/record";
import { resourceKinds } from "~/record/document/resourceKind";
import { isRecordRoot } from "~/record/document/shape";

const ids = (document: Y.Doc) => listTopics(document).map((topic) => topic.id);

function withTopics(...names: string[]): Y.Doc {
  const document = new Y.Doc();
  for (const id of names) addTopic(document, { id, title: id });
  return document;
}

function copyOf(document: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(document));
  return copy;
}

function merge(...documents: Y.Doc[]): void {
  const states = documents.map((document) => Y.encodeStateAsUpdate(document));
  for (const document of documents) for (const state of states) Y.applyUpdate(document, state);
}

describe("topics", () => {
  it("are kept in order with their fields", () => {
    const document = withTopics("a", "b");
    addTopic(
      document,
      { id: "c", title: "积水", kind: "siteVisit", minutesAllotted: 20, problemNumber: "WJC-2026-0137" },
      "b",
    );
    addTopic(document, { id: "a", title: "again" });
    setTopicField(document, "a", "presenter", "区水务局");
    setTopicField(document, "nobody", "presenter", "x");
    expect(ids(document)).toEqual(["a", "c", "b"]);
    expect(topicById(document, "c")).toEqual({
      id: "c",
      title: "积水",
      order: expect.any(String),
      kind: "siteVisit",
      minutesAllotted: 20,
      presenter: "",
      problemNumber: "WJC-2026-0137",
      withdrawn: false,
    });
    expect(topicById(document, "a")).toMatchObject({ title: "a", presenter: "区水务局" });
    expect(topicById(document, "nobody")).toBeNull();
  });

  it("are moved by one small write", () => {
    const document = withTopics("a", "b", "c", "d");
    const sizes: number[] = [];
    document.on("update", (update: Uint8Array) => sizes.push(update.length));
    moveTopic(document, "d", "a");
    moveTopic(document, "a", null);
    moveTopic(document, "b", "b");
    moveTopic(document, "nobody", "a");
    expect(ids(document)).toEqual(["d", "b", "c", "a"]);
    expect(sizes).toHaveLength(2);
    expect(Math.max(...sizes)).toBeLessThan(60);
  });

  it("keep what another types in a topic while it is moved", () => {
    const anna = withTopics("a", "b");
    const bob = copyOf(anna);
    moveTopic(anna, "b", "a");
    setTopicField(bob, "b", "title", "新题");
    notesOf(bob, "b").insert(0, "words");
    merge(anna, bob);
    expect(listTopics(anna)).toEqual(listTopics(bob));
    expect([ids(anna), topicById(anna, "b")?.title]).toEqual([["b", "a"], "新题"]);
    expect(notesOf(anna, "b").toString()).toBe("words");
  });

  it("take their place between two that were added at the same time", () => {
    const anna = withTopics("a");
    const bob = copyOf(anna);
    addTopic(anna, { id: "m", title: "" });
    addTopic(bob, { id: "k", title: "" });
    merge(anna, bob);
    expect(topicById(anna, "m")?.order).toBe(topicById(anna, "k")?.order);
    expect(ids(anna)).toEqual(["a", "k", "m"]);
    moveTopic(anna, "a", "m");
    expect(ids(anna)).toEqual(["k", "a", "m"]);
    merge(anna, bob);
    expect(ids(bob)).toEqual(["k", "a", "m"]);
  });

  it("are withdrawn by a mark, brought back as they were, and undone in one step", () => {
    const document = withTopics("a", "b");
    const undo = recordUndo(document);
    withdrawTopic(document, "a");
    expect(ids(document)).toEqual(["b"]);
    expect(listTopics(document, { withdrawn: true }).map((topic) => topic.withdrawn)).toEqual([true, false]);
    undo.undo();
    expect(ids(document)).toEqual(["a", "b"]);
    withdrawTopic(document, "b");
    restoreTopic(document, "b");
    expect(ids(document)).toEqual(["a", "b"]);
  });

  it("undo nothing that another did", () => {
    const document = withTopics("a");
    const undo = recordUndo(document);
    const other = copyOf(document);
    setTopicField(other, "a", "title", "theirs");
    Y.applyUpdate(document, Y.encodeStateAsUpdate(other), "network");
    undo.undo();
    expect(topicById(document, "a")?.title).toBe("theirs");
  });
});

describe("resolutions", () => {
  it("are kept with all their fields", () => {
    const document = withTopics("a", "b");
    addResolution(document, {
      id: "r1",
      topicId: "a",
      text: "修",
      leadUnitId: "works",
      dueDate: "2026-12-01",
    });
    addResolution(document, { id: "r2", topicId: "b" });
    setResolutionField(document, "r1", "assistingUnitIds", ["water", "water", "street"]);
    setResolutionField(document, "r1", "resourceKind", "money");
    addMilestone(document, "r1", { id: "m2", text: "二", dueDate: "2026-11-20" });
    addMilestone(document, "r1", { id: "m1", text: "一" });
    moveResolution(document, "r2", "r1");
    expect(listResolutions(document).map((one) => one.id)).toEqual(["r2", "r1"]);
    expect(listResolutions(document, "a")).toEqual([
      {
        id: "r1",
        topicId: "a",
        order: expect.any(String),
        text: "修",
        residentText: "",
        leadUnitId: "works",
        assistingUnitIds: ["water", "street"],
        dueDate: "2026-12-01",
        milestones: [
          { id: "m2", text: "二", dueDate: "2026-11-20", withdrawn: false },
          { id: "m1", text: "一", dueDate: null, withdrawn: false },
        ],
        measure: "",
        evidence: "",
        resourceKind: "money",
        resourceText: "",
        checkBackDate: null,
        withdrawn: false,
      },
    ]);
  });

  it("lose no words when two type in one text, and no milestone when two add", () => {
    const anna = withTopics("a");
    addResolution(anna, { id: "r", topicId: "a", text: "年内完成" });
    const bob = copyOf(anna);
    setResolutionText(anna, "r", "text", "区住建局年内完成");
    setResolutionText(bob, "r", "text", "年内完成并公示");
    addMilestone(anna, "r", { id: "m1", text: "甲" });
    addMilestone(bob, "r", { id: "m2", text: "乙" });
    merge(anna, bob);
    const [resolution] = listResolutions(anna);
    expect(resolution?.text).toBe("区住建局年内完成并公示");
    expect(resolution?.milestones.map((milestone) => milestone.text)).toEqual(["甲", "乙"]);
    expect(listResolutions(bob)).toEqual([resolution]);
  });

  it("and milestones are withdrawn by a mark", () => {
    const document = withTopics("a");
    addResolution(document, { id: "r", topicId: "a" });
    addMilestone(document, "r", { id: "m", text: "甲" });
    setMilestoneField(document, "r", "m", "withdrawn", true);
    expect(listResolutions(document)[0]?.milestones).toEqual([]);
    expect(listResolutions(document, "a", { withdrawn: true })[0]?.milestones).toHaveLength(1);
    withdrawResolution(document, "r");
    expect(listResolutions(document)).toEqual([]);
    restoreResolution(document, "r");
    expect(listResolutions(document)).toHaveLength(1);
  });

  it("offer their text for binding", () => {
    const document = withTopics("a");
    addResolution(document, { id: "r", topicId: "a", residentText: "路灯已修" });
    expect(resolutionText(document, "r", "residentText")?.toString()).toBe("路灯已修");
    expect(resolutionText(document, "nobody", "text")).toBeNull();
  });
});

describe("replaceText", () => {
  it.each([
    ["", "abc"],
    ["abc", ""],
    ["abc", "abXc"],
    ["aaa", "aa"],
    ["aaa", "aaaa"],
    ["🚧路", "🚦路"],
    ["路🚧", "路🚦"],
    ["🚧🚧", "🚧"],
    ["甲乙丙", "甲丁丙"],
  ])("%s → %s", (before, after) => {
    const document = new Y.Doc();
    const text = document.getText("session");
    text.insert(0, before);
    replaceText(text, after);
    expect(copyOf(document).getText("session").toString()).toBe(after);
  });

  it("writes nothing when nothing changes", () => {
    const document = new Y.Doc();
    document.getText("session").insert(0, "a");
    let updates = 0;
    document.on("update", () => {
      updates += 1;
    });
    replaceText(document.getText("session"), "a");
    expect(updates).toBe(0);
  });
});

describe("the session", () => {
  const at = (seconds: number) => new Date(Date.parse("2026-11-12T01:00:00.000Z") + seconds * 1000);

  it("keeps the current topic and its clock", () => {
    const document = withTopics("a", "b");
    setCurrentTopic(document, "a");
    startTimer(document, "a", at(0));
    startTimer(document, "a", at(5));
    expect(readSession(document).currentTopicId).toBe("a");
    expect(timerSeconds(readSession(document).timer, at(30))).toBe(30);
    pauseTimer(document, at(40));
    pauseTimer(document, at(50));
    expect(timerSeconds(readSession(document).timer, at(90))).toBe(40);
    startTimer(document, "a", at(100));
    expect(timerSeconds(readSession(document).timer, at(110))).toBe(50);
    startTimer(document, "b", at(200));
    expect(timerSeconds(readSession(document).timer, at(201))).toBe(1);
    expect(timerSeconds(readSession(document).timer, at(100))).toBe(0);
  });

  it("adds up over the turns of a topic, and is as before when a turn is taken back", () => {
    const document = withTopics("a", "b");
    const seconds = (now: number) => ["a", "b"].map((id) => topicSeconds(document, id, at(now)));
    turnTo(document, "a", at(0));
    turnTo(document, "b", at(60));
    turnTo(document, "a", at(100));
    expect(seconds(130)).toEqual([90, 40]);
    turnTo(document, "b", at(130));
    expect(seconds(150)).toEqual([90, 60]);
    undoTurn(copyOf(document));
    undoTurn(document);
    expect(readSession(document).currentTopicId).toBe("a");
    expect(seconds(160)).toEqual([120, 40]);
    expect(readTurn(document)).toBeNull();
    undoTurn(document);
    expect(seconds(160)).toEqual([120, 40]);
    pauseTimer(document, at(170));
    expect(seconds(999)).toEqual([130, 40]);
    setCurrentTopic(document, "b");
    expect(readTurn(document)).toBeNull();
  });
});

describe("a document anybody could have written", () => {
  const nonsense = [null, true, -1, 1e300, "x".repeat(100_000), [], [[]], {}, { a: {} }, new Uint8Array(3)];

  it("is read without throwing, and what makes no sense is left out", () => {
    const document = withTopics("a");
    addResolution(document, { id: "r", topicId: "a", text: "留" });
    for (const root of ["topics", "resolutions", "session"]) {
      for (const [at, value] of nonsense.entries()) document.getMap(root).set(`n${at}`, value);
      document.getMap(root).set("bad id!", new Y.Map());
      document.getMap(root).set("__proto__", new Y.Map());
      document.getMap(root).set("text", new Y.Text("x"));
      document.getMap(root).set("xml", new Y.XmlElement("p"));
    }
    const fields = [
      ...["title", "order", "kind", "minutesAllotted", "presenter", "problemNumber", "withdrawn", "topicId"],
      ...[
        "text",
        "residentText",
        "leadUnitId",
        "assistingUnitIds",
        "dueDate",
        "milestones",
        "measure",
        "evidence",
      ],
      ...["resourceKind", "resourceText", "checkBackDate", "unknown"],
    ];
    nonsense.forEach((value, at) => {
      for (const root of ["topics", "resolutions"]) {
        const entry = new Y.Map<unknown>();
        for (const field of fields) entry.set(field, value);
        document.getMap(root).set(`e${at}`, entry);
      }
      document.getMap("session").set("timer", value);
      document.getMap("session").set("currentTopicId", value);
      expect(() => canonicalRecord(document)).not.toThrow();
    });
    const record = canonicalRecord(document);
    expect(record.topics.map((topic) => topic.id).sort()).toEqual(
      ["a", ...nonsense.map((_, at) => `e${at}`)].sort(),
    );
    expect(record.resolutions.find((one) => one.id === "r")?.text).toBe("留");
    for (const topic of record.topics) expect(topic.title.length).toBeLessThanOrEqual(500);
    for (const one of record.resolutions) {
      expect(one.text.length).toBeLessThanOrEqual(20_000);
      expect(one.dueDate).toBeNull();
      expect([...resourceKinds]).toContain(one.resourceKind);
    }
    // Those without a readable key come last, and moving around them still works.
    expect(listTopics(document)[0]?.id).toBe("a");
    addTopic(document, { id: "z", title: "z" }, "a");
    expect(listTopics(document)[0]?.id).toBe("z");
  });

  it.each([
    ["2026-02-30", null],
    ["2026-2-3", null],
    ["2026-02-28", "2026-02-28"],
    ["9999-99-99", null],
  ])("a day %s is read as %s", (written, read) => {
    const document = withTopics("a");
    addResolution(document, { id: "r", topicId: "a", dueDate: written });
    expect(listResolutions(document)[0]?.dueDate).toBe(read);
  });

  it("has only the structures of the record at its top", () => {
    for (const name of ["topics", "resolutions", "session", "lines/t-1", "tables/t-1/a", "cells/t-1/a/r/c"])
      expect(isRecordRoot(name)).toBe(true);
    for (const name of [
      "",
      "topic",
      "lines/",
      "lines/a/b",
      "lines/a b",
      `lines/${"x".repeat(65)}`,
      "tables/a",
      "cells/a/b/c",
      "cells/a/b/c/d/e",
      "notes/t-1",
      "__proto__",
    ])
      expect(isRecordRoot(name)).toBe(false);
  });
});

describe("the canonical record", () => {
  it("is the same text whoever wrote it in whatever order", () => {
    const anna = withTopics("a", "b");
    const bob = copyOf(anna);
    setTopicField(anna, "a", "title", "甲");
    setTopicField(anna, "a", "presenter", "乙");
    addResolution(bob, { id: "r", topicId: "b", text: "丙", dueDate: "2026-12-01", evidence: "照片" });
    withdrawTopic(bob, "b");
    merge(anna, bob);
    const json = canonicalJson(canonicalRecord(anna));
    expect(canonicalJson(canonicalRecord(bob))).toBe(json);
    expect(canonicalJson(JSON.parse(json))).toBe(json);
    const copy = canonicalJson(canonicalRecord(copyOf(anna)));
    expect(copy).toBe(json);
    expect(JSON.parse(json)).toMatchObject({
      version: 1,
      topics: [{ id: "a" }, { id: "b", withdrawn: true }],
    });
  });

  it("leaves the document as it is", () => {
    const document = withTopics("a");
    const before = Buffer.from(Y.encodeStateAsUpdate(document));
    canonicalRecord(document);
    for (const name of ["notes/a", "lines/a"]) expect(document.share.has(name)).toBe(false);
    expect(Buffer.from(Y.encodeStateAsUpdate(document)).equals(before)).toBe(true);
  });
});

describe("undoing what was added", () => {
  /** Two pages on the same record, and the undo of the first. */
  function twoPages() {
    const anna = withTopics("a");
    const bob = copyOf(anna);
    return { anna, bob, undo: recordUndo(anna) };
  }
  const texts = (document: Y.Doc) => listResolutions(document, "a").map((one) => one.text);

  it("withdraws it, and brings it back", () => {
    const { anna, bob, undo } = twoPages();
    addResolution(anna, { id: "r1", topicId: "a", text: "修" });
    undo.stopCapturing();
    addMilestone(anna, "r1", { id: "m1", text: "进场" });
    undo.stopCapturing();
    addTopic(anna, { id: "b", title: "二" });
    undo.undo();
    expect(ids(anna)).toEqual(["a"]);
    undo.undo();
    expect(listResolutions(anna, "a")[0]?.milestones).toEqual([]);
    undo.undo();
    expect(texts(anna)).toEqual([]);
    undo.redo();
    expect(texts(anna)).toEqual(["修"]);
    merge(anna, bob);
    expect(texts(bob)).toEqual(["修"]);
  });

  it("never takes away what another has written into it", () => {
    const { anna, bob, undo } = twoPages();
    addResolution(anna, { id: "r1", topicId: "a", text: "修" });
    merge(anna, bob);
    setResolutionText(bob, "r1", "text", "修路灯，乙补充");
    merge(anna, bob);
    expect(undo.undo()).toBeNull();
    expect(texts(anna)).toEqual(["修路灯，乙补充"]);
    merge(anna, bob);
    expect(texts(bob)).toEqual(["修路灯，乙补充"]);
  });

  it("brings back what was withdrawn, or withdraws again what was brought back, whoever has written in it", () => {
    const { anna, bob, undo } = twoPages();
    addResolution(anna, { id: "r1", topicId: "a", text: "修" });
    merge(anna, bob);
    setResolutionText(bob, "r1", "text", "修，乙补充");
    merge(anna, bob);
    undo.stopCapturing();
    withdrawResolution(anna, "r1");
    undo.undo();
    expect(texts(anna)).toEqual(["修，乙补充"]);
    withdrawResolution(anna, "r1");
    undo.stopCapturing();
    restoreResolution(anna, "r1");
    undo.undo();
    expect(texts(anna)).toEqual([]);
  });

  it("keeps a milestone, a lead unit, or a topic that another has filled in", () => {
    const { anna, bob, undo } = twoPages();
    addTopic(anna, { id: "b", title: "" });
    undo.stopCapturing();
    addResolution(anna, { id: "r1", topicId: "a" });
    undo.stopCapturing();
    addMilestone(anna, "r1", { id: "m1", text: "" });
    merge(anna, bob);
    setTopicField(bob, "b", "title", "乙起的标题");
    setMilestoneField(bob, "r1", "m1", "text", "乙写的节点");
    merge(anna, bob);
    for (let step = 0; step < 5; step++) undo.undo();
    expect(ids(anna)).toEqual(["a", "b"]);
    expect(listResolutions(anna, "a")[0]?.milestones[0]?.text).toBe("乙写的节点");
  });

  it("keeps what another wrote into it without a network, to be brought back in one step", () => {
    const { anna, bob, undo } = twoPages();
    addResolution(anna, { id: "r1", topicId: "a", text: "修" });
    merge(anna, bob);
    setResolutionText(bob, "r1", "text", "修，离线时补充");
    undo.undo();
    merge(anna, bob);
    expect([texts(anna), texts(bob)]).toEqual([[], []]);
    restoreResolution(bob, "r1");
    merge(anna, bob);
    expect(texts(anna)).toEqual(["修，离线时补充"]);
  });

  it("takes back what was done to it afterwards, step by step, though another is in it too", () => {
    const { anna, bob, undo } = twoPages();
    addResolution(anna, { id: "r1", topicId: "a", text: "修" });
    merge(anna, bob);
    setResolutionText(bob, "r1", "residentText", "乙写的");
    merge(anna, bob);
    undo.stopCapturing();
    setResolutionField(anna, "r1", "dueDate", "2026-12-01");
    undo.undo();
    expect(listResolutions(anna, "a")[0]).toMatchObject({ dueDate: null, residentText: "乙写的" });
  });
});
