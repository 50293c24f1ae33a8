import { type Command, type EditorState, Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { plainLine } from "~/record/document/noteLines";
import { deleteApart, reachesAcross } from "./deleteApart";
import { isEntry, outerEntry, setLine, standsInList } from "./lineForms";
import { caretLine, formOfLine, type LineAt } from "./linesIn";

// What Enter, Backspace and Delete do to lines.

/** Keeps how words look for what is typed next; a link ends with its line. */
function keepMarks(state: EditorState, tr: Transaction): void {
  const marks = state.storedMarks ?? state.selection.$to.marks();
  tr.setStoredMarks(marks.filter(({ type }) => type.name !== "link"));
}

/** Deletes what is selected; false where nothing is. */
export const deleteSelected: Command = (state, dispatch) => {
  if (state.selection.empty) return false;
  dispatch?.(deleteApart(state, state.tr).scrollIntoView());
  return true;
};

/** Breaks the line. In an entry that is empty it leads out of the list, step by step. */
export const breakLine: Command = (state, dispatch) => {
  const { selection } = state;
  if (reachesAcross(state)) return deleteSelected(state, dispatch);
  const line = caretLine(selection);
  if (line && line.node.content.size === 0 && leaveEmpty(state, line, dispatch)) return true;
  const tr = selection.empty ? state.tr : deleteApart(state, state.tr);
  const { $from } = tr.selection;
  if ($from.parent.type.name === "line") {
    breakAt(tr, $from.pos);
    keepMarks(state, tr);
  } else {
    // Beside a table there may be no line.
    tr.insert($from.pos, state.schema.node("line"));
    tr.setSelection(TextSelection.create(tr.doc, $from.pos + 1));
  }
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Takes an empty line one step out of its list or quotation; false where it stands in none. */
function leaveEmpty(state: EditorState, line: LineAt, dispatch?: (tr: Transaction) => void): boolean {
  if (line.form === "heading" || (line.form === "paragraph" && line.depth === 0)) return false;
  const { tr } = state;
  const outer = outerEntry(state, line);
  if (isEntry(line)) setLine(tr, line, outer ? { form: outer.form, depth: line.depth - 1 } : plainLine);
  else if (line.form === "paragraph" && standsInList(state, line)) {
    const above = outerEntry(state, { ...line, depth: line.depth + 1 });
    setLine(tr, line, above ? { form: above.form, depth: line.depth } : plainLine);
  } else setLine(tr, line, plainLine);
  dispatch?.(tr.scrollIntoView());
  return true;
}

/** Breaks a line at a place: at its beginning the new one comes before it, so that its words stay what they are. */
function breakAt(tr: Transaction, position: number): void {
  const $position = tr.doc.resolve(position);
  const line = $position.parent;
  const { start, ...form } = formOfLine(line);
  const next = form.form === "heading" ? plainLine : form;
  if ($position.parentOffset === 0 && line.content.size > 0) {
    // The list begins with the new one.
    if (start !== undefined) tr.setNodeMarkup($position.before(), null, form);
    tr.insert($position.before(), line.type.create({ ...next, ...(start !== undefined && { start }) }));
    tr.setSelection(TextSelection.create(tr.doc, position + 2));
    return;
  }
  const isAtEnd = $position.parentOffset === line.content.size;
  tr.split(position, 1, [{ type: line.type, attrs: { ...(isAtEnd ? next : form) } }]);
}

/** Breaks the words of a line without beginning a new one. */
export const breakWords: Command = (state, dispatch) => {
  const tr = deleteApart(state, state.tr);
  const { $from } = tr.selection;
  if ($from.parent.type.name !== "line") return false;
  const marks = state.storedMarks ?? $from.marks();
  tr.insert($from.pos, state.schema.node("hardBreak", null, undefined, marks));
  tr.setSelection(TextSelection.create(tr.doc, $from.pos + 1)).setStoredMarks(marks);
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** At the beginning of a line: takes its form away, step by step, then joins it to the line before. */
export const deleteBackward: Command = (state, dispatch) => {
  if (deleteSelected(state, dispatch)) return true;
  const line = caretLine(state.selection);
  if (!line || state.selection.$from.parentOffset > 0) return false;
  const { tr } = state;
  const before = state.doc.resolve(line.position).nodeBefore;
  if (loseForm(state, tr, line, before === null)) dispatch?.(tr.scrollIntoView());
  else if (before) dispatch?.(backOver(tr, line).scrollIntoView());
  return true;
};

function loseForm(state: EditorState, tr: Transaction, line: LineAt, isFirst: boolean): boolean {
  if (isEntry(line)) {
    const below = { ...plainLine, depth: line.depth };
    const after = state.apply(state.tr.setNodeMarkup(line.position, null, below));
    setLine(tr, line, standsInList(after, { ...line, ...below }) ? below : plainLine);
  } else if (line.form === "quote" || line.depth > 0) {
    if (line.form === "heading" && !isFirst) return false;
    setLine(tr, line, plainLine);
  } else return false;
  return true;
}

function backOver(tr: Transaction, line: LineAt): Transaction {
  const { position } = line;
  const $line = tr.doc.resolve(position);
  const before = $line.nodeBefore!;
  const start = position - before.nodeSize;
  if (before.type.name === "horizontalRule") return tr.delete(start, position);
  if (before.type.name === "line") {
    // The empty one goes, so that the other keeps its form.
    return before.content.size === 0 ? tr.delete(start, position) : tr.join(position);
  }
  if (line.node.content.size === 0) tr.delete(position, position + line.node.nodeSize);
  return tr.setSelection(Selection.near(tr.doc.resolve(position), -1));
}

/** At the end of a line: joins the next one to it. */
export const deleteForward: Command = (state, dispatch) => {
  if (deleteSelected(state, dispatch)) return true;
  const line = caretLine(state.selection);
  if (!line || state.selection.$from.parentOffset < line.node.content.size) return false;
  const end = line.position + line.node.nodeSize;
  const next = state.doc.resolve(end).nodeAfter;
  if (next) dispatch?.(forwardOver(state.tr, line, end).scrollIntoView());
  return true;
};

function forwardOver(tr: Transaction, line: LineAt, end: number): Transaction {
  const next = tr.doc.resolve(end).nodeAfter!;
  if (next.type.name === "horizontalRule") return tr.delete(end, end + next.nodeSize);
  const isEmpty = line.node.content.size === 0;
  const isFirst = line.position === 0 && next.type.name !== "line";
  if (isEmpty && !isFirst) tr.delete(line.position, end);
  else if (next.type.name === "line") tr.join(end);
  if (next.type.name === "line" && !isEmpty) return tr;
  return tr.setSelection(Selection.near(tr.doc.resolve(isEmpty && !isFirst ? line.position : end), 1));
}

/** Puts a rule into the line around a place: before it, or between its words. */
export function putRule(tr: Transaction, position: number): void {
  const $position = tr.doc.resolve(position);
  const line = $position.parent;
  const rule = line.type.schema.node("horizontalRule");
  if ($position.parentOffset === 0 && $position.before() > 0) {
    tr.insert($position.before(), rule);
    return;
  }
  const isAtEnd = $position.parentOffset === line.content.size;
  tr.split(position, 1, [{ type: line.type, attrs: isAtEnd ? { ...plainLine } : line.attrs }]);
  tr.insert(position + 1, rule);
  tr.setSelection(TextSelection.create(tr.doc, position + 3));
}
