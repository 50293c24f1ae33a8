import { EditorState, TextSelection } from "@tiptap/pm/state";
import { CellSelection } from "@tiptap/pm/tables";
import { expect, it } from "vitest";
import { lineSchema } from "~/record/document/lineSchema";
import { selectedWords } from "~/record/editor/selectedWords";

const schema = lineSchema();
const words = (text: string, mark?: string) => schema.text(text, mark ? [schema.mark(mark)] : []);
const mention = schema.node("mention", { kind: "unit", id: "works", label: "随便" });
const names = ({ id }: { id: string }) => (id === "works" ? "@区建管委" : undefined);

it("reads what is selected as words: names as the platform has them, raised figures as such", () => {
  const doc = schema.node("doc", null, [
    schema.node("line", { form: "heading", depth: 2 }, words("东街路灯")),
    schema.node("line", { form: "bullet", depth: 1 }, [
      mention,
      words("修10"),
      words("5", "superscript"),
      words("盏"),
    ]),
  ]);
  const selection = TextSelection.create(doc, 3, doc.content.size - 1);
  expect(selectedWords({ doc, selection }, names)).toBe("路灯\n@区建管委修10⁵盏");
});

it("reads of a table only the cells that are selected", () => {
  const cell = (text: string) => schema.node("tableCell", null, [schema.node("line", null, words(text))]);
  const rows = [
    ["甲", "乙"],
    ["丙", "丁"],
  ].map((row) => schema.node("tableRow", null, row.map(cell)));
  const doc = schema.node("doc", null, [schema.node("line"), schema.node("table", null, rows)]);
  const state = EditorState.create({ doc });
  // The first column.
  const selection = CellSelection.create(doc, 4, 4 + rows[0]!.nodeSize);
  expect(selectedWords(state.apply(state.tr.setSelection(selection)), names)).toBe("甲\n丙");
});
