import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { LineAttributes } from "~/record/document/noteLines";
import { type NoteNode, noteSchema } from "~/record/document/noteSchema";
import { addTableLine, cellOf, setHeader, tableOf } from "~/record/document/noteTable";
import { readLines } from "~/record/document/readLines";

type Written = [words: string, attributes?: Partial<LineAttributes>];

function notes(...lines: Written[]): { document: Y.Doc; text: Y.Text } {
  const document = new Y.Doc();
  const text = document.getText("lines/topic");
  for (const [at, [words, attributes]] of lines.entries()) {
    const form = Object.entries({ form: "paragraph", depth: 0, ...attributes });
    if (at === 0) for (const [key, value] of form) text.setAttribute(key, value);
    else text.insertEmbed(text.length, new Y.Map(form as [string, unknown][]), {});
    text.insert(text.length, words, {});
  }
  return { document, text };
}

/** Writes a tree shortly: `ul(li(p))`. */
function outline({ type, text, content, attrs }: NoteNode): string {
  if (text !== undefined) return text;
  const inside = (content ?? []).map(outline).join(" ");
  const short = { bulletList: "ul", orderedList: "ol", listItem: "li", paragraph: "p" }[type] ?? type;
  return `${short}${type === "heading" ? attrs?.level : ""}(${inside})`;
}

function read(...lines: Written[]): string {
  const { document, text } = notes(...lines);
  const note = readLines(document, "topic", text);
  // What readers get is what the schema of notes allows.
  noteSchema().nodeFromJSON(note).check();
  return (note.content ?? []).map(outline).join(" ");
}

const bullet = (depth: number): Partial<LineAttributes> => ({ form: "bullet", depth });
const ordered = (depth: number): Partial<LineAttributes> => ({ form: "ordered", depth });

describe("lines become the tree that readers know", () => {
  const cases: Record<string, { lines: Written[]; tree: string }> = {
    "words, a heading and a quotation": {
      lines: [
        ["一", { form: "heading", depth: 3 }],
        ["二"],
        ["三", { form: "quote" }],
        ["四", { form: "quote" }],
      ],
      tree: "heading3(一) p(二) blockquote(p(三) p(四))",
    },
    "entries beside each other are one list": {
      lines: [["一", bullet(1)], ["二", bullet(1)], ["三"], ["四", bullet(1)]],
      tree: "ul(li(p(一)) li(p(二))) p(三) ul(li(p(四)))",
    },
    "deeper entries stand inside the one before": {
      lines: [
        ["一", bullet(1)],
        ["二", ordered(2)],
        ["三", ordered(2)],
        ["四", bullet(1)],
      ],
      tree: "ul(li(p(一) ol(li(p(二)) li(p(三)))) li(p(四)))",
    },
    "another kind at the same depth is another list": {
      lines: [
        ["一", bullet(1)],
        ["二", ordered(1)],
      ],
      tree: "ul(li(p(一))) ol(li(p(二)))",
    },
    "entries that are too deep stand as deep as they can, beside each other": {
      lines: [
        ["一", bullet(3)],
        ["二", bullet(3)],
        ["三", bullet(1)],
      ],
      tree: "ul(li(p(一)) li(p(二))) ul(li(p(三)))",
    },
    "words that are set in belong to the entry above": {
      lines: [["一", ordered(1)], ["二", { depth: 1 }], ["三", ordered(1)], ["四"]],
      tree: "ol(li(p(一) p(二)) li(p(三))) p(四)",
    },
    "empty lines stay": { lines: [["一"], [""], ["二"]], tree: "p(一) p() p(二)" },
  };
  for (const [name, { lines, tree }] of Object.entries(cases))
    test(name, () => expect(read(...lines)).toBe(tree));
});

test("a table has its rows and columns in order, and in each cell its lines", () => {
  const { document, text } = notes(["前"]);
  const map = tableOf(document, "topic", "t");
  for (const [kind, ids] of [
    ["row", ["r1", "r2"]],
    ["column", ["c1", "c2"]],
  ] as const)
    for (const [at, id] of ids.entries()) addTableLine(map, kind, id, ids[at - 1] ?? null);
  setHeader(map, true);
  cellOf(document, "topic", "t", "r2", "c2").insert(0, "格");
  text.insertEmbed(text.length, { table: "t" });
  text.insertEmbed(text.length, new Y.Map([["form", "paragraph"]]), {});
  text.insert(text.length, "后");
  const note = readLines(document, "topic", text);
  noteSchema().nodeFromJSON(note).check();
  expect((note.content ?? []).map(outline)).toEqual([
    "p(前)",
    "table(tableRow(tableHeader(p()) tableHeader(p())) tableRow(tableCell(p()) tableCell(p(格))))",
    "p(后)",
  ]);
});

test("looks, mentions and breaks are read; what is not ours leaves no trace", () => {
  const { document, text } = notes([""]);
  text.insert(0, "粗", { bold: true, blink: true });
  text.insertEmbed(1, { mention: { kind: "unit", id: "works", label: "区建管委" } }, {});
  text.insertEmbed(2, { break: true }, {});
  text.insertEmbed(3, { picture: "data:" }, {});
  text.insert(4, "坏\u0000", { link: { href: "javascript:alert(1)" } });
  expect(readLines(document, "topic", text).content?.[0]?.content).toEqual([
    { type: "text", text: "粗", marks: [{ type: "bold" }] },
    { type: "mention", attrs: { kind: "unit", id: "works", label: "区建管委" } },
    { type: "hardBreak" },
    { type: "text", text: "坏" },
  ]);
});
