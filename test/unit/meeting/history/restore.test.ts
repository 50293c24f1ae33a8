import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { restorable } from "~/meeting/history/restorable";
import { restoreNotes } from "~/meeting/history/restoreNotes";
import { readSeen, readUnits, restoreUnit } from "~/meeting/history/restorePart";
import { recordDifference } from "~/record/difference/compareRecords";
import { noteBlocks } from "~/record/difference/noteBlocks";
import type { NoteNode } from "~/record/document/noteSchema";
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
  replaceText,
  resolutionText,
  setMilestoneField,
  setResolutionField,
  setTopicField,
  withdrawResolution,
  withdrawTopic,
} from "~/record/document/record";

const text = (words: string, ...marks: string[]): NoteNode => ({
  type: "text",
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const node = (type: string, content: NoteNode[] = [], attrs?: NoteNode["attrs"]): NoteNode => ({
  type,
  ...(attrs ? { attrs } : {}),
  content,
});
const paragraph = (...content: NoteNode[]) => node("paragraph", content);
const notes = (...content: NoteNode[]) => node("doc", content);

function document(...lines: string[]): Y.Doc {
  const made = new Y.Doc();
  addTopic(made, { id: "a", title: "路灯" });
  restoreNotes(made, "a", notes(...lines.map((line) => paragraph(text(line)))));
  return made;
}

function copyOf(from: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(from));
  return copy;
}

function merge(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
}

const notesNow = (from: Y.Doc) => canonicalRecord(from).topics.find((topic) => topic.id === "a")?.notes;
const linesNow = (from: Y.Doc) => noteBlocks(notesNow(from)!).map(({ text: words }) => words);

/** Puts words into the notes behind others. */
function type(into: Y.Doc, behind: string, words: string): void {
  const notes = notesOf(into, "a");
  notes.insert(placeOf(notes, behind) + behind.length, words);
}

/** Where words stand in a text. */
function placeOf(notes: Y.Text, words: string): number {
  const units = (notes.toDelta() as { insert: unknown }[]).map(({ insert }) =>
    typeof insert === "string" ? insert : "\n",
  );
  const found = units.join("").indexOf(words);
  if (found === -1) throw new Error(`${words} is not there`);
  return found;
}

const cell = (words: string) =>
  node("tableCell", [words ? paragraph(text(words)) : node("paragraph")], {
    colspan: 1,
    rowspan: 1,
    align: null,
  });

describe("bringing notes back", () => {
  const everything = notes(
    node("heading", [text("情况")], { level: 3 }),
    paragraph(text("东街"), text("三盏", "bold"), text("灯不亮")),
    node("bulletList", [
      node("listItem", [paragraph(text("一"))]),
      node("listItem", [paragraph(text("二"))]),
    ]),
    node("table", [
      node("tableRow", [node("tableCell", [paragraph(text("甲"))], { colspan: 1, rowspan: 1, align: null })]),
    ]),
    paragraph(
      { type: "mention", attrs: { kind: "unit", id: "works", label: "建管委" } },
      text("牵头", "bold", "italic"),
    ),
  );

  it("makes them read as they did, with every kind of formatting", () => {
    const made = document("完全不同的一段");
    restoreNotes(made, "a", everything);
    const reference = new Y.Doc();
    addTopic(reference, { id: "a", title: "路灯" });
    restoreNotes(reference, "a", everything);
    expect(notesNow(made)).toEqual(notesNow(reference));
    expect(JSON.stringify(notesNow(made))).toContain('"bold"');
    expect(JSON.stringify(notesNow(made))).toContain("建管委");
    // And again changes nothing at all.
    const vector = Y.encodeStateVector(made);
    restoreNotes(made, "a", notesNow(made)!);
    expect(Y.encodeStateVector(made)).toEqual(vector);
  });

  it("goes from any state to any other, also through formatting only", () => {
    let seed = 11;
    const next = (most: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % most;
    };
    const words = () =>
      Array.from({ length: 1 + next(14) }, () => [..."东街路灯不亮 a1𠮷"][next(10)] ?? "灯").join("");
    const inline = () => {
      const runs = [text(words()), text(words(), "bold"), text(words(), "italic")];
      return runs.slice(next(3));
    };
    const cells = () =>
      node(
        "table",
        Array.from({ length: 1 + next(3) }, () => node("tableRow", [cell(words()), cell(words())])),
      );
    const block = () => {
      if (next(8) === 0) return cells();
      if (next(4) === 0) return node("bulletList", [node("listItem", [paragraph(...inline())])]);
      return next(4) === 0 ? node("heading", inline(), { level: 2 + next(3) }) : paragraph(...inline());
    };
    const some = () => notes(...Array.from({ length: 1 + next(6) }, block));
    const made = document("起");
    for (let round = 0; round < 100; round++) {
      const target = some();
      restoreNotes(made, "a", target);
      const fresh = new Y.Doc();
      addTopic(fresh, { id: "a", title: "路灯" });
      restoreNotes(fresh, "a", target);
      expect(notesNow(made)).toEqual(notesNow(fresh));
    }
  });

  it("touches only what differs: what others write in the same notes meanwhile stays", () => {
    const office = document("第一段不变", "第二段原来这样写", "第三段也不变");
    const old = notesNow(office)!;
    restoreNotes(
      office,
      "a",
      notes(...["第一段不变", "第二段后来那样写", "第三段也不变"].map((line) => paragraph(text(line)))),
    );
    const works = copyOf(office);
    restoreNotes(office, "a", old);
    type(works, "第二段", "【插话】");
    type(works, "第三段", "【补充】");
    merge(office, works);
    expect(linesNow(office)).toEqual(["第一段不变", "第二段【插话】原来这样写", "第三段【补充】也不变"]);
    expect(linesNow(works)).toEqual(linesNow(office));
  });

  it("brings deleted lines back to their place", () => {
    const made = document("甲段文字", "乙段文字", "丙段文字");
    const old = notesNow(made)!;
    notesOf(made, "a").delete(0, "甲段文字".length + 1 + "乙段文字".length + 1);
    expect(linesNow(made)).toEqual(["丙段文字"]);
    restoreNotes(made, "a", old);
    expect(linesNow(made)).toEqual(["甲段文字", "乙段文字", "丙段文字"]);
  });

  const table = (...rows: string[]) =>
    node(
      "table",
      rows.map((row) => node("tableRow", row.split(" ").map(cell))),
    );
  const cellText = (from: Y.Doc, words: string) =>
    [...from.share.keys()]
      .filter((name) => name.startsWith("cells/"))
      .map((name) => from.getText(name))
      .find((one) => one.toString() === words)!;

  it("makes a table what it was, while somebody writes in a cell of it that stays", () => {
    const office = document("前");
    restoreNotes(office, "a", notes(paragraph(text("前")), table("东街路灯 三盏", "西街水管 一处")));
    const old = notesNow(office)!;
    const later = table("东街路灯 三盏 待修", "南街树枝 两处 已修", "西街水管 一处 已修");
    restoreNotes(office, "a", notes(paragraph(text("前")), later));
    expect(linesNow(office)).toEqual([
      "前",
      "东街路灯\t三盏\t待修",
      "南街树枝\t两处\t已修",
      "西街水管\t一处\t已修",
    ]);
    const works = copyOf(office);
    restoreNotes(office, "a", old);
    expect(notesNow(office)).toEqual(old);
    cellText(works, "西街水管").insert(4, "漏水");
    merge(office, works);
    expect(linesNow(office)).toEqual(["前", "东街路灯\t三盏", "西街水管漏水\t一处"]);
    expect(linesNow(works)).toEqual(linesNow(office));
  });

  it("makes a table anew that was deleted, and takes one away that was not there", () => {
    const made = document("前");
    restoreNotes(made, "a", notes(table("甲 乙")));
    const old = notesNow(made)!;
    restoreNotes(made, "a", notes(paragraph(text("只有字"))));
    expect(linesNow(made)).toEqual(["只有字"]);
    restoreNotes(made, "a", old);
    expect(notesNow(made)).toEqual(old);
  });
});

describe("bringing other parts back", () => {
  const never = () => false;
  const yes = () => true;
  const jsonOf = (from: Y.Doc) => canonicalJson(canonicalRecord(from));

  function full(): Y.Doc {
    const made = document("记录");
    addTopic(made, { id: "b", title: "水管", presenter: "西街", minutesAllotted: 20 });
    addResolution(made, {
      id: "r",
      topicId: "a",
      text: "修好路灯",
      leadUnitId: "works",
      dueDate: "2026-12-01",
    });
    addMilestone(made, "r", { id: "m", text: "进场", dueDate: "2026-11-25" });
    return made;
  }

  it("makes a resolution what it was, with milestones and its mark", () => {
    const made = full();
    const old = canonicalRecord(made);
    replaceText(resolutionText(made, "r", "text")!, "换新路灯");
    setResolutionField(made, "r", "leadUnitId", "water");
    setMilestoneField(made, "r", "m", "text", "完工");
    addMilestone(made, "r", { id: "n", text: "后加的" });
    withdrawResolution(made, "r");
    restoreUnit(made, { kind: "resolution", id: "r" }, old, never);
    const [now] = listResolutions(made);
    expect(now).toMatchObject({ text: "修好路灯", leadUnitId: "works", withdrawn: false });
    expect(now?.milestones.map((step) => step.text)).toEqual(["进场"]);
  });

  it("makes a resolution anew that the record lost", () => {
    const made = full();
    const old = canonicalRecord(made);
    made.getMap("resolutions").delete("r");
    restoreUnit(made, { kind: "resolution", id: "r" }, old, never);
    expect(jsonOf(made).replace(/"order":"[^"]+"/g, "")).toBe(
      canonicalJson(old).replace(/"order":"[^"]+"/g, ""),
    );
  });

  it("brings a topic back, and leaves to the database what is the database's", () => {
    const made = full();
    const old = canonicalRecord(made);
    withdrawTopic(made, "b");
    restoreUnit(made, { kind: "topic", id: "b" }, old, () => true);
    expect(listTopics(made).map((topic) => topic.id)).toEqual(["a"]);
    restoreUnit(made, { kind: "topic", id: "b" }, old, never);
    expect(listTopics(made).map((topic) => topic.id)).toEqual(["a", "b"]);
  });

  it("brings the order back, a new topic staying where it is", () => {
    const made = full();
    const old = canonicalRecord(made);
    addTopic(made, { id: "c", title: "新加" });
    moveTopic(made, "b", "a");
    restoreUnit(made, { kind: "order", id: "agenda" }, old, never);
    expect(listTopics(made).map((topic) => topic.id)).toEqual(["a", "b", "c"]);
  });

  it("brings the order of resolutions back with it, in one go", () => {
    const made = full();
    addResolution(made, { id: "s", topicId: "a", text: "公示" });
    const old = canonicalRecord(made);
    moveResolution(made, "s", "r");
    // What only changed places has nothing of its own to bring back.
    const offered = restorable(recordDifference(canonicalRecord(made), old), yes, yes);
    expect(offered).toEqual({ all: expect.objectContaining({ units: [{ kind: "order", id: "agenda" }] }) });
    restoreUnit(made, { kind: "order", id: "agenda" }, old, never);
    expect(listResolutions(made).map((one) => one.id)).toEqual(["r", "s"]);
  });

  it("counts what comes back: not what was added since, nor what is closed, which is told of all the same", () => {
    const made = full();
    const old = canonicalRecord(made);
    replaceText(resolutionText(made, "r", "text")!, "改过的议定内容");
    addResolution(made, { id: "new", topicId: "a", text: "后来新增的一条很长的议定内容" });
    const difference = recordDifference(old, canonicalRecord(made));
    const open = restorable(difference, yes, yes);
    expect(open.all?.units).toEqual([{ kind: "resolution", id: "r" }]);
    expect(open.all?.size).toEqual(open["resolution/r"]?.size);
    expect(open.all?.size.wordsAdded).toBeLessThan(difference.size.wordsAdded);
    addTopic(made, { id: "c", title: "后来的议题" });
    setTopicField(made, "a", "title", "改过的标题");
    const isOpen = ({ kind }: { kind: string }) => kind !== "resolution";
    const closed = restorable(recordDifference(old, canonicalRecord(made)), yes, isOpen);
    expect(closed["resolution/r"]).toBeUndefined();
    expect(closed.all?.units).toContainEqual({ kind: "resolution", id: "r" });
    expect(closed.all?.size).toMatchObject({ topics: 1, resolutions: 0 });
  });

  it("puts a resolution back under the topic it stood under", () => {
    const made = full();
    const old = canonicalRecord(made);
    setResolutionField(made, "r", "topicId", "b");
    const offered = restorable(recordDifference(canonicalRecord(made), old), yes, yes);
    expect(offered["resolution/r"]?.units).toEqual([{ kind: "resolution", id: "r" }]);
    restoreUnit(made, { kind: "resolution", id: "r" }, old, never);
    expect(listResolutions(made)[0]?.topicId).toBe("a");
  });

  it("knows parts in a form from anything else", () => {
    expect(readSeen(`notes/a:${"0".repeat(16)} order/agenda:${"f".repeat(16)}`)).toHaveLength(2);
    for (const bad of ["", "notes/a", `file/a:${"0".repeat(16)}`, `notes/__proto__:${"0".repeat(16)}`])
      expect(readSeen(bad)).toBeNull();
    expect(readUnits("notes/a nonsense resolution/r")).toEqual([
      { kind: "notes", id: "a" },
      { kind: "resolution", id: "r" },
    ]);
  });
});
