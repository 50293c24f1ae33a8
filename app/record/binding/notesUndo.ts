import * as Y from "yjs";
import { readEmbed } from "~/record/document/noteLines";
import { cellsOfTable, lineOfKey, tablesOfTopic } from "~/record/document/noteTable";
import { notesOf } from "~/record/document/shape";
import { BoundNotes } from "./boundNotes";
import { TableAct } from "./tableAct";

/** One step of undo. */
type Step = Y.UndoManager["undoStack"][number];

/**
 * Takes back what this page wrote in the notes of one topic, their tables included. A table, a row or a column in which
 * somebody else has written by now is not taken back.
 */
export class NotesUndo extends Y.UndoManager {
  constructor(
    document: Y.Doc,
    readonly topicId: string,
  ) {
    super(document, {
      trackedOrigins: new Set([BoundNotes, TableAct]),
      captureTransaction: ({ origin }) => topicOf(origin) === topicId,
    });
  }

  /** Tells whether the next change begins a step of its own, rather than going on with the last one. */
  get beginsStep(): boolean {
    return this.lastChange === 0 || Date.now() - this.lastChange >= this.captureTimeout;
  }

  override undo(): ReturnType<Y.UndoManager["undo"]> {
    const step = this.undoStack.at(-1);
    if (!step || !this.#takesOthersWords(step)) return super.undo();
    this.undoStack.pop();
    this.stopCapturing();
    return null;
  }

  #takesOthersWords(step: Step): boolean {
    return [...tablesOfTopic(this.doc, this.topicId)].some(([id, map]) => {
      const cells = cellsOfTable(this.doc, this.topicId, id).filter(({ text }) =>
        holdsOthers(text, this.doc.clientID),
      );
      if (cells.length === 0) return false;
      if (this.#inserts(step, id)) return true;
      return cells.some(({ row, column }) => adds(step, map, row) || adds(step, map, column));
    });
  }

  /** Tells whether the step put the table among the lines. */
  #inserts(step: Step, table: string): boolean {
    for (let item = notesOf(this.doc, this.topicId)._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentEmbed)) continue;
      const embed = readEmbed(item.content.embed);
      if (embed.kind === "table" && embed.id === table && Y.isDeleted(step.insertions, item.id)) return true;
    }
    return false;
  }
}

function topicOf(origin: unknown): string | null {
  if (origin instanceof BoundNotes) return origin.place.topicId;
  return origin instanceof TableAct || origin instanceof NotesUndo ? origin.topicId : null;
}

/** Tells whether the step made a row or a column; giving it another place is not making it. */
function adds(step: Step, map: Y.Map<unknown>, id: string): boolean {
  for (const [key, item] of map._map)
    if (lineOfKey(key)?.id === id && item.left === null && Y.isDeleted(step.insertions, item.id)) return true;
  return false;
}

function holdsOthers(text: Y.Text, own: number): boolean {
  for (let item = text._start; item; item = item.right)
    if (!item.deleted && item.countable && item.id.client !== own) return true;
  return false;
}
