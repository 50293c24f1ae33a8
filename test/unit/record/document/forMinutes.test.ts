import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import {
  canonicalRecord,
  markedLines,
  notesOf,
  readNotes,
  readWording,
  wordingId,
} from "~/record/document/record";

describe("what is marked for the minutes", () => {
  it("is read line by line, and nothing beside it", () => {
    const document = new Y.Doc();
    const text = notesOf(document, "t");
    text.insert(0, "先排查管线", { forMinutes: true });
    text.insert(text.length, "，有人提到费用", {});
    text.insertEmbed(text.length, new Y.Map([["form", "bullet"]]), {});
    text.insert(text.length, "月底前完成", { forMinutes: true, bold: true });
    text.insertEmbed(text.length, new Y.Map([["form", "paragraph"]]), {});
    text.insert(text.length, "散会", {});
    expect(markedLines(readNotes(document, "t"))).toEqual(["先排查管线", "月底前完成"]);
  });
});

describe("the wording of a topic", () => {
  it("is no part of its notes, and keeps the facts it names", () => {
    const document = new Y.Doc();
    const text = notesOf(document, wordingId("t"));
    text.insert(0, "会议听取了关于");
    text.insertEmbed(text.length, { fact: "title" });
    text.insertEmbed(text.length, { fact: "no fact at all!" });
    expect(readNotes(document, "t").content).toEqual([{ type: "paragraph" }]);
    expect(readWording(document, "t")?.content).toEqual([
      {
        type: "paragraph",
        content: [
          { type: "text", text: "会议听取了关于" },
          { type: "fact", attrs: { id: "title" } },
        ],
      },
    ]);
  });

  it("is left out of a record in which nothing was worded", () => {
    const document = new Y.Doc();
    notesOf(document, wordingId("t"));
    expect(readWording(document, "t")).toBeNull();
    expect(canonicalRecord(document)).not.toHaveProperty("wordings");
  });
});
