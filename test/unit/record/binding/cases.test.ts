import type { Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { lineSchema } from "~/record/document/lineSchema";
import { addTableLine, setTableLineGone, tableLines, tableOf } from "~/record/document/noteTable";
import { LinesEditor } from "../../../builders/linesEditor";

const schema = lineSchema();
const line = { type: schema.nodes.line! };

/** Two editors of the same words, who hear of each other when they are told to. */
function pair(...lines: string[]): [LinesEditor, LinesEditor] {
  const first = new LinesEditor();
  first.act((tr) => {
    const nodes = lines.map((words) => schema.node("line", null, words ? schema.text(words) : undefined));
    return tr.replaceWith(0, tr.doc.content.size, nodes);
  });
  return [first, new LinesEditor(Y.encodeStateAsUpdate(first.document))];
}

function exchange(...editors: LinesEditor[]): void {
  for (let quiet = false; !quiet; ) {
    const sent = editors.map((one) => one.updates.splice(0));
    quiet = sent.every((updates) => updates.length === 0);
    for (const [from, updates] of sent.entries())
      for (const update of updates)
        for (const [to, one] of editors.entries()) if (to !== from) one.receive(update);
  }
  for (const one of editors) expect(one.state.doc.toJSON()).toEqual(one.read.toJSON());
  expect(editors[1]!.state.doc.toJSON()).toEqual(editors[0]!.state.doc.toJSON());
}

/** Lines as they read: their form where it is none of plain words, and their words. */
function shown({ state }: LinesEditor): string[] {
  const read: string[] = [];
  state.doc.forEach((child: Node) => {
    const { form } = child.attrs;
    read.push(form && form !== "paragraph" ? `${form}: ${child.textContent}` : child.textContent);
  });
  return read;
}

const end = (editor: LinesEditor, at: number) => {
  let position = 0;
  for (let before = 0; before <= at; before++) position += editor.state.doc.child(before).nodeSize;
  return position - 1;
};

describe("somebody writes in a line while somebody else", () => {
  const cases: Record<string, { by: (other: LinesEditor) => void; reads: string[] }> = {
    "makes it an entry of a list": {
      by: (other) => other.act((tr) => tr.setNodeMarkup(5, null, { form: "bullet", depth: 1 })),
      reads: ["第一行", "bullet: 雨天进不去", "第三行"],
    },
    "breaks it in front of the words": {
      by: (other) => other.act((tr) => tr.split(6, 1, [line])),
      reads: ["第一行", "", "雨天进不去", "第三行"],
    },
    "breaks it among the words": {
      by: (other) => other.act((tr) => tr.split(7, 1, [line])),
      reads: ["第一行", "雨", "天进不去", "第三行"],
    },
    "joins it to the line before": {
      by: (other) => other.act((tr) => tr.join(5)),
      reads: ["第一行雨天进不去", "第三行"],
    },
    "joins the next line to it": {
      by: (other) => other.act((tr) => tr.join(5 + 4)),
      reads: ["第一行", "雨天进不去第三行"],
    },
    "deletes the line before": {
      by: (other) => other.act((tr) => tr.delete(0, 5)),
      reads: ["雨天进不去", "第三行"],
    },
  };
  for (const [name, { by, reads }] of Object.entries(cases))
    test(`${name}: every word is where its writer put it`, () => {
      const [writer, other] = pair("第一行", "雨天", "第三行");
      writer.act((tr) => tr.insertText("进不去", end(writer, 1)));
      by(other);
      exchange(writer, other);
      expect(shown(writer)).toEqual(reads);
    });
});

test("the form that somebody gives a line goes with its words when it is broken at its beginning meanwhile", () => {
  const [one, other] = pair("第一行", "雨天");
  one.act((tr) => tr.split(6, 1, [line]));
  other.act((tr) => tr.setNodeMarkup(5, null, { form: "heading", depth: 2 }));
  exchange(one, other);
  expect(shown(one)).toEqual(["第一行", "", "heading: 雨天"]);
});

test("words that somebody writes at the end of a line while a rule is put behind it stay whole", () => {
  const [one, other] = pair("第一行", "雨天", "第三行");
  one.act((tr) => tr.insertText("进不去", end(one, 1)));
  other.act((tr) => tr.insert(end(other, 1) + 1, schema.node("horizontalRule")));
  exchange(one, other);
  // In front of the rule or behind it: both were put at the same place at once.
  expect(one.state.doc.textContent).toBe("第一行雨天进不去第三行");
});

test("three months corrected to six stay where they stood when a line before is broken", () => {
  const [one, other] = pair("第一行", "三个月内完成");
  one.act((tr) => tr.insertText("六", 6, 7));
  other.act((tr) => tr.split(3, 1, [line]));
  exchange(one, other);
  expect(shown(one)).toEqual(["第一", "行", "六个月内完成"]);
});

test("a caret stays in front of what others write at its place", () => {
  const [one, other] = pair("雨天");
  one.state = one.state.apply(one.state.tr.setSelection(TextSelection.create(one.state.doc, 3)));
  other.act((tr) => tr.insertText("进不去", 3));
  exchange(one, other);
  expect(one.state.selection.head).toBe(3);
});

describe("a table", () => {
  function withTable(): [LinesEditor, LinesEditor, string] {
    const [one, other] = pair("前");
    const cell = (words: string) =>
      schema.node("tableCell", null, [schema.node("line", null, schema.text(words))]);
    const row = (...words: string[]) => schema.node("tableRow", null, words.map(cell));
    one.act((tr) =>
      tr.insert(tr.doc.content.size, schema.node("table", null, [row("一", "二"), row("三", "四")])),
    );
    exchange(one, other);
    return [one, other, one.state.doc.child(1).attrs.id as string];
  }

  test("that two extend at once has the rows and columns of both", () => {
    const [one, other, id] = withTable();
    for (const editor of [one, other]) {
      const map = tableOf(editor.document, "topic", id);
      const last = (kind: "row" | "column") => tableLines(map, kind).at(-1) ?? null;
      editor.document.transact(() => {
        addTableLine(map, "row", `${editor.document.clientID}-row`, last("row"));
        addTableLine(map, "column", `${editor.document.clientID}-column`, last("column"));
      }, "record");
    }
    exchange(one, other);
    const table = one.state.doc.child(1);
    expect([table.childCount, table.child(0).childCount]).toEqual([4, 4]);
    expect(table.textContent).toBe("一二三四");
  });

  test("keeps what somebody writes in a row that is taken away meanwhile, for when it is put back", () => {
    const [one, other, id] = withTable();
    const map = (editor: LinesEditor) => tableOf(editor.document, "topic", id);
    const [, second] = tableLines(map(one), "row");
    one.document.transact(() => setTableLineGone(map(one), "row", second!, true), "record");
    other.act((tr) => tr.insertText("后来", other.state.doc.content.size - 4));
    exchange(one, other);
    expect(one.state.doc.child(1).textContent).toBe("一二");
    one.document.transact(() => setTableLineGone(map(one), "row", second!, false), "record");
    exchange(one, other);
    expect(one.state.doc.child(1).textContent).toBe("一二三四后来");
  });

  test("does not change its size in the editor alone", () => {
    const [one] = withTable();
    const row = one.state.doc.child(1).child(0);
    expect(one.act((tr) => tr.insert(one.state.doc.child(0).nodeSize + 1, row.copy(row.content)))).toBe(
      false,
    );
  });

  test("that is copied is another one", () => {
    const [one, other] = withTable();
    one.act((tr) => tr.insert(tr.doc.content.size, one.state.doc.child(1)));
    one.act((tr) => tr.insertText("改", tr.doc.content.size - 4));
    exchange(one, other);
    expect(shown(other)).toEqual(["前", "一二三四", "一二三四改"]);
  });
});

describe("what comes from elsewhere is read in one way and never written back", () => {
  const writings: Record<string, (text: Y.Text) => void> = {
    "a line end among the words": (text) => text.insert(1, "\n"),
    "an embed of another program": (text) => text.insertEmbed(1, { picture: "data:" }),
    "a list in place of a marker": (text) => text.insertEmbed(1, new Y.Array() as never),
    "words behind a rule without a marker": (text) => {
      text.insertEmbed(text.length, { rule: true });
      text.insert(text.length, "之后");
    },
    "a table that does not exist": (text) => text.insertEmbed(1, { table: "nothing" }),
    "a form that does not exist": (text) => {
      text.insertEmbed(
        1,
        new Y.Map([
          ["form", "<script>"],
          ["depth", 1e9],
        ]),
      );
    },
    "a link that is not allowed": (text) => text.format(0, 1, { link: { href: "javascript:alert(1)" } }),
    "a look that does not exist": (text) => text.format(0, 1, { blink: true }),
  };
  for (const [name, write] of Object.entries(writings))
    test(name, () => {
      const [one, other] = pair("雨天", "第二行");
      write(other.text);
      const state = Y.encodeStateVector(other.document);
      exchange(one, other);
      expect(Y.encodeStateVector(one.document)).toEqual(Y.encodeStateVector(other.document));
      one.act((tr) => tr.insertText("又", 1));
      exchange(one, other);
      expect(other.state.doc.textContent).toMatch(/^又雨/);
      expect(Y.encodeStateVector(other.document)).not.toEqual(state);
    });
});
