import type { Node } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import * as Y from "yjs";
import { BoundNotes } from "~/record/binding/boundNotes";
import { NotesUndo } from "~/record/binding/notesUndo";
import { TableAct } from "~/record/binding/tableAct";
import { lineSchema } from "~/record/document/lineSchema";
import { notesOf } from "~/record/document/record";

/** Which notes of which document an editor writes. */
export interface EditedNotes {
  document: Y.Doc;
  topicId: string;
}

/** An editor of lines without a page. */
export class LinesEditor {
  readonly document: Y.Doc;
  readonly topicId: string;
  readonly text: Y.Text;
  readonly notes: BoundNotes;
  readonly undo: NotesUndo;
  state: EditorState;
  /** Updates of its own that the others have not received. */
  readonly updates: Uint8Array[] = [];

  /**
   * Opens an editor.
   * @param start what its document holds from the beginning
   * @param edited without it, the editor has a document of its own
   */
  constructor(start?: Uint8Array, edited: EditedNotes = { document: new Y.Doc(), topicId: "topic" }) {
    this.document = edited.document;
    this.topicId = edited.topicId;
    this.text = notesOf(this.document, this.topicId);
    if (start) Y.applyUpdate(this.document, start, "network");
    this.notes = this.#bound();
    this.undo = new NotesUndo(this.document, this.topicId);
    this.state = EditorState.create({ doc: this.notes.document() });
    this.document.on("afterTransaction", (transaction: Y.Transaction) => {
      if (transaction.origin === this.notes) return;
      const tr = this.notes.take(transaction, this.state);
      if (tr) this.state = this.state.apply(tr);
    });
    this.document.on("update", (update: Uint8Array, _origin: unknown, _document: Y.Doc, { local }) => {
      if (local) this.updates.push(update);
    });
  }

  #bound(): BoundNotes {
    const { document, text, topicId } = this;
    return new BoundNotes({ schema: lineSchema(), document, topicId, text });
  }

  /** Does something as its writer would; tells whether it was let through. */
  act(change: (tr: Transaction) => Transaction | null): boolean {
    this.undo.stopCapturing();
    const tr = change(this.state.tr);
    if (!tr) return true;
    if (this.notes.refuses(tr)) return false;
    this.state = this.state.apply(tr);
    this.notes.write([tr], this.state.doc);
    if (this.notes.isStale) this.state = this.state.apply(this.notes.rebuild(this.state));
    return true;
  }

  /** Changes rows and columns of tables as its writer would. */
  changeTable(change: () => void): void {
    this.document.transact(change, new TableAct(this.topicId));
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.document, update, "network");
  }

  /** What the editor shows, as it would read the text anew. */
  get read(): Node {
    return this.#bound().document();
  }
}
