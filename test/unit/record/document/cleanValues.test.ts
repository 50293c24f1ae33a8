import { expect, it } from "vitest";
import * as Y from "yjs";
import { addResolution, addTopic, canonicalRecord, notesOf, setTopicField } from "~/record/document/record";

/** What a client that is not ours may write, and what it reads as. */
const stray = "路\u0000\u202e\u200b灯\u000b坏了";
const clean = "路灯\n坏了";

it("a record holds only text that can be typed, days that exist and whole characters", () => {
  const document = new Y.Doc();
  addTopic(document, { id: "a", title: `${"灯".repeat(499)}𠮷` });
  setTopicField(document, "a", "presenter", stray);
  notesOf(document, "a").insert(0, stray);
  addResolution(document, { id: "r", topicId: "a", text: stray, measure: stray, dueDate: "2026-02-31" });
  const { topics, resolutions } = canonicalRecord(document);
  expect(topics[0]).toMatchObject({ title: "灯".repeat(499), presenter: clean });
  expect(topics[0]?.notes.content?.[0]?.content?.[0]?.text).toBe(clean);
  expect(resolutions[0]).toMatchObject({ text: clean, measure: clean, dueDate: null });
});
