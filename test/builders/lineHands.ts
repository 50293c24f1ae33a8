import { Editor } from "@tiptap/core";
import type { Node, Schema } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import { CellSelection } from "@tiptap/pm/tables";
import { afterEach, expect } from "vitest";
import * as Y from "yjs";
import { BoundNotes } from "~/record/binding/boundNotes";
import { NotesUndo } from "~/record/binding/notesUndo";
import { notesOf } from "~/record/document/shape";
import { Bound } from "~/record/editor/boundEditor.client";
import { lineEditorExtensions, withoutExtensions } from "~/record/editor/lineEditor.client";

/**
 * A line as tests write and read it: its form with its depth, then its words, `|` where the caret stands or between the
 * ends of what is selected: `p 东街`, `b1 甲|`, `o2 乙`, `h2 标题`, `q 引文`. A table is its rows of cells, of which each
 * may hold several lines.
 */
export type Written = string | string[][];

const forms: Record<string, string> = { p: "paragraph", b: "bullet", o: "ordered", h: "heading", q: "quote" };
const letters = Object.fromEntries(Object.entries(forms).map(([letter, form]) => [form, letter]));
const mark = "|";

function lineOf(schema: Schema, written: string): Node {
  const [, letter = "p", depth = "0", words = ""] = /^([pbohq])(\d?) ?(.*)$/s.exec(written) ?? [];
  const attributes = { form: forms[letter], depth: Number(depth || 0) };
  return schema.node("line", attributes, words === "" ? undefined : schema.text(words));
}

function nodeOf(schema: Schema, written: Written): Node {
  if (written === "---") return schema.node("horizontalRule");
  if (typeof written === "string") return lineOf(schema, written);
  const rows = written.map((row) =>
    schema.node(
      "tableRow",
      null,
      row.map((cell) =>
        schema.node(
          "tableCell",
          null,
          cell.split("/").map((line) => lineOf(schema, line)),
        ),
      ),
    ),
  );
  return schema.node("table", null, rows);
}

function marksIn(doc: Node): number[] {
  const found: number[] = [];
  doc.descendants((node, position) => {
    for (let at = 0; node.isText && at < node.text!.length; at++)
      if (node.text![at] === mark) found.push(position + at);
    return true;
  });
  return found;
}

/** Reads lines as tests write them, with marks where the selection begins and ends. */
export function writtenIn(node: Node, from = -1, to = -1, start = 0): Written[] {
  const written: Written[] = [];
  node.forEach((child, offset) => {
    const at = start + offset;
    if (child.type.name === "table") written.push(rowsIn(child, from, to, at + 1));
    else if (child.type.name !== "line") written.push("---");
    else written.push(lineIn(child, from, to, at + 1));
  });
  return written;
}

function rowsIn(table: Node, from: number, to: number, start: number): string[][] {
  const rows: string[][] = [];
  table.forEach((row, offset) => {
    const cells: string[] = [];
    row.forEach((cell, inside) => {
      cells.push(writtenIn(cell, from, to, start + offset + inside + 2).join("/"));
    });
    rows.push(cells);
  });
  return rows;
}

function lineIn(line: Node, from: number, to: number, start: number): string {
  const words = line.textBetween(0, line.content.size, "", ({ type }) =>
    type.name === "hardBreak" ? "\n" : "\ufffc",
  );
  let shown = words;
  for (const place of new Set([to, from]))
    if (place >= start && place <= start + words.length)
      shown = shown.slice(0, place - start) + mark + shown.slice(place - start);
  const { form, depth } = line.attrs;
  return `${letters[form as string]}${depth || ""} ${shown}`.trim();
}

const open: Editor[] = [];
afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
});

/** An editor with notes of its own, used as people use one. */
export class LineHands {
  readonly document = new Y.Doc();
  readonly editor: Editor;

  constructor(...written: Written[]) {
    const undo = new NotesUndo(this.document, "topic");
    this.editor = new Editor({
      element: document.body.appendChild(document.createElement("div")),
      extensions: [
        ...lineEditorExtensions,
        Bound.configure({ document: this.document, topicId: "topic", undo }),
      ],
      enableCoreExtensions: withoutExtensions,
      editorProps: { handleScrollToSelection: () => true },
    });
    open.push(this.editor);
    this.write(...written);
  }

  get view() {
    return this.editor.view;
  }

  /** Puts these lines in the place of all. */
  write(...written: Written[]): void {
    const { state, view } = this.editor;
    view.dispatch(
      state.tr.replaceWith(
        0,
        state.doc.content.size,
        written.map((one) => nodeOf(state.schema, one)),
      ),
    );
    const places = marksIn(view.state.doc);
    const { tr } = view.state;
    for (const place of [...places].reverse()) tr.delete(place, place + 1);
    const [from, to = from] = places.map((place, at) => place - at);
    if (from !== undefined && to !== undefined) tr.setSelection(TextSelection.create(tr.doc, from, to));
    view.dispatch(tr);
    this.check();
  }

  selectCells(table: number, anchor: [number, number], head: [number, number]): void {
    const { doc, tr } = this.view.state;
    let start = 0;
    for (let at = 0; at < table; at++) start += doc.child(at).nodeSize;
    const place = ([row, column]: [number, number]) => {
      let position = start + 1;
      for (let at = 0; at < row; at++) position += doc.child(table).child(at).nodeSize;
      position += 1;
      for (let at = 0; at < column; at++) position += doc.child(table).child(row).child(at).nodeSize;
      return position;
    };
    this.view.dispatch(tr.setSelection(CellSelection.create(doc, place(anchor), place(head))));
  }

  /** Presses a key, such as `Enter` or `Ctrl Shift 8`. */
  press(keys: string): boolean {
    const names = keys.split(" ");
    const key = names.pop()!;
    const event = new KeyboardEvent("keydown", {
      key,
      keyCode: key.length === 1 ? key.toUpperCase().charCodeAt(0) : 0,
      ctrlKey: names.includes("Ctrl"),
      altKey: names.includes("Alt"),
      shiftKey: names.includes("Shift"),
    });
    const taken = this.view.someProp("handleKeyDown", (handle) => handle(this.view, event)) ?? false;
    this.check();
    return taken;
  }

  type(words: string): void {
    for (const letter of words) {
      const { from, to } = this.view.state.selection;
      const deflt = () => this.view.state.tr.insertText(letter, from, to);
      if (!this.view.someProp("handleTextInput", (handle) => handle(this.view, from, to, letter, deflt)))
        this.view.dispatch(this.view.state.tr.insertText(letter));
    }
    this.check();
  }

  paste(html: string): void {
    this.view.pasteHTML(html, new Event("paste") as ClipboardEvent);
    this.check();
  }

  pasteText(text: string): void {
    this.view.pasteText(text, new Event("paste") as ClipboardEvent);
    this.check();
  }

  /** What a copy of the selection puts on the clipboard. */
  copy(): { html: string; text: string } {
    const { dom, text } = this.view.serializeForClipboard(this.view.state.selection.content());
    return { html: dom.innerHTML, text };
  }

  /** What stands there, with marks for the selection. */
  get reads(): Written[] {
    const { doc, selection } = this.view.state;
    return writtenIn(doc, selection.from, selection.to);
  }

  /** What stands there, without the selection. */
  get lines(): Written[] {
    return writtenIn(this.view.state.doc);
  }

  /** The editor and the shared text are in step, and what stands there is what may. */
  check(): void {
    const { doc } = this.view.state;
    doc.check();
    const { schema } = this.editor;
    const place = {
      schema,
      document: this.document,
      topicId: "topic",
      text: notesOf(this.document, "topic"),
    };
    expect(doc.toJSON()).toEqual(new BoundNotes(place).document().toJSON());
  }
}
