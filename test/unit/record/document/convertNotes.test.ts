import { prosemirrorJSONToYXmlFragment } from "@tiptap/y-tiptap";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { convertNotes } from "~/record/document/convertNotes";
import { type NoteNode, noteSchema, noteText } from "~/record/document/noteSchema";
import { addTopic, notesOf, readNotes } from "~/record/document/record";
import { writeElement } from "../../../builders/notes";

const text = (words: string, ...marks: object[]) => ({
  type: "text",
  text: words,
  ...(marks.length > 0 && { marks }),
});
const node = (type: string, content: object[], attrs?: object) => ({
  type,
  content,
  ...(attrs && { attrs }),
});
const paragraph = (...content: object[]) => node("paragraph", content);
const cell = (type: string, words: string) =>
  node(type, [paragraph(text(words))], { colspan: 1, rowspan: 1 });

/** Notes as the editor held them before version 2, and as they read once they are lines. */
function converted(...content: object[]): { before: NoteNode; after: NoteNode; document: Y.Doc } {
  const document = new Y.Doc();
  addTopic(document, { id: "a", title: "路灯" });
  prosemirrorJSONToYXmlFragment(noteSchema(), { type: "doc", content }, document.getXmlFragment("notes/a"));
  const before = readNotes(document, "a");
  document.transact(() => convertNotes(document));
  return { before, after: readNotes(document, "a"), document };
}

/** Without attributes that say nothing. */
const told = (note: NoteNode): unknown =>
  JSON.parse(JSON.stringify(note, (_key, value: unknown) => (value === null ? undefined : value)));

it("notes that become lines read as they did, with everything that stood in them", () => {
  const { before, after, document } = converted(
    node("heading", [text("情况")], { level: 3 }),
    paragraph(
      text("由"),
      { type: "mention", attrs: { kind: "unit", id: "works", label: "建管委" } },
      text("牵头", { type: "bold" }, { type: "link", attrs: { href: "https://a.cn/x" } }),
      { type: "hardBreak" },
      text("月底前"),
    ),
    node("bulletList", [
      node("listItem", [
        paragraph(text("主路")),
        node("orderedList", [node("listItem", [paragraph(text("先灯"))])], { start: 1 }),
      ]),
      node("listItem", [paragraph(text("支路"))]),
    ]),
    node("table", [
      node("tableRow", [cell("tableHeader", "地段"), cell("tableHeader", "盏数")]),
      node("tableRow", [cell("tableCell", "东街"), cell("tableCell", "三盏")]),
    ]),
    node("blockquote", [paragraph(text("原话"))]),
    { type: "horizontalRule" },
    paragraph(),
  );
  expect(JSON.stringify(before)).toContain("建管委");
  expect(told(after)).toEqual(told(before));
  expect(document.getXmlFragment("notes/a").length).toBe(0);
});

it("notes held as elements are read also where somebody has asked for their text", () => {
  const document = new Y.Doc();
  addTopic(document, { id: "a", title: "路灯" });
  writeElement(document, "a", "东街不亮");
  notesOf(document, "a");
  expect(noteText(readNotes(document, "a"))).toBe("东街不亮");
  document.transact(() => convertNotes(document));
  notesOf(document, "a").delete(0, 4);
  expect(noteText(readNotes(document, "a"))).toBe("");
});

it("notes in which nothing stands stay nothing", () => {
  const { document, after } = converted(paragraph());
  expect(document.share.has("lines/a")).toBe(false);
  expect(after).toEqual({ type: "doc", content: [{ type: "paragraph" }] });
});
