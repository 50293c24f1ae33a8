import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { type NoteNode, noteSchema } from "~/record/document/noteSchema";
import { readLines } from "~/record/document/readLines";
import { writeLines } from "~/record/document/writeLines";

function throughLines(...content: NoteNode[]): NoteNode[] {
  const document = new Y.Doc();
  const text = document.getText("lines/topic");
  noteSchema().nodeFromJSON({ type: "doc", content }).check();
  document.transact(() => writeLines(document, "topic", text, { type: "doc", content }));
  return readLines(document, "topic", text).content ?? [];
}

const words = (text: string, ...marks: string[]): NoteNode => ({
  type: "text",
  text,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const p = (...content: NoteNode[]): NoteNode => ({
  type: "paragraph",
  ...(content.length > 0 ? { content } : {}),
});
const li = (...content: NoteNode[]): NoteNode => ({ type: "listItem", content });
const ul = (...content: NoteNode[]): NoteNode => ({ type: "bulletList", content });
const ol = (...content: NoteNode[]): NoteNode => ({ type: "orderedList", attrs: { start: 1 }, content });
const cell = (type: string, ...content: NoteNode[]): NoteNode => ({
  type,
  attrs: { colspan: 1, rowspan: 1, align: null },
  content,
});
const row = (...content: NoteNode[]): NoteNode => ({ type: "tableRow", content });
const table = (...content: NoteNode[]): NoteNode => ({ type: "table", content });

describe("notes that are written as lines read as they were", () => {
  const cases: Record<string, NoteNode[]> = {
    "paragraphs, empty ones among them": [p(), p(words("一")), p(), p(words("二", "bold"))],
    "a heading and a quotation": [
      { type: "heading", attrs: { level: 3 }, content: [words("标题")] },
      { type: "blockquote", content: [p(words("引")), p(words("文"))] },
    ],
    "lists in lists, with words below an entry": [
      ul(li(p(words("一")), ol(li(p(words("二"))), li(p(words("三")), p(words("续"))))), li(p(words("四")))),
      ol(li(p(words("五")))),
    ],
    "a table between lines": [
      p(words("前")),
      table(
        row(cell("tableHeader", p(words("项"))), cell("tableHeader", p())),
        row(cell("tableCell", p(), p(words("二行"))), cell("tableCell", ul(li(p(words("表")))))),
      ),
      p(words("后")),
    ],
    "a list that begins with another number, right behind one": [
      ol(li(p(words("一"))), li(p(words("二")))),
      { type: "orderedList", attrs: { start: 7 }, content: [li(p(words("七"))), li(p(words("八")))] },
    ],
    "a rule": [p(words("一")), { type: "horizontalRule" }, p()],
    "a mention and a break": [
      p(
        { type: "mention", attrs: { kind: "unit", id: "works", label: "区建管委" } },
        { type: "hardBreak" },
        words("尾"),
      ),
    ],
  };
  for (const [name, notes] of Object.entries(cases))
    test(name, () => expect(throughLines(...notes)).toEqual(notes));
});

test("a link stays one", () => {
  const link = { type: "link", attrs: { href: "https://a.example/", title: null } };
  const [read] = throughLines(p({ ...words("链"), marks: [link] }));
  expect(read?.content).toEqual([{ ...words("链"), marks: [expect.objectContaining({ type: "link" })] }]);
  expect(read?.content?.[0]?.marks?.[0]?.attrs).toMatchObject(link.attrs);
});

test("notes that begin with a table get an empty line before it", () => {
  const one = table(row(cell("tableCell", p(words("格")))));
  expect(throughLines(one)).toEqual([p(), one]);
});

test("a cell that reached over two stands in the first, and a table in a cell leaves its words", () => {
  const wide = { ...cell("tableCell", p(words("宽"))), attrs: { colspan: 2, rowspan: 1, align: null } };
  const inner = table(row(cell("tableCell", p(words("内")))));
  const read = throughLines(
    p(),
    table(row(wide), row(cell("tableCell", inner), cell("tableCell", p(words("尾"))))),
  );
  expect(read[1]).toEqual(
    table(
      row(cell("tableCell", p(words("宽"))), cell("tableCell", p())),
      row(cell("tableCell", p(words("内"))), cell("tableCell", p(words("尾")))),
    ),
  );
});
