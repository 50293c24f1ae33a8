import type { Node } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import * as Y from "yjs";
import { BoundNotes } from "~/record/binding/boundNotes";
import { NotesUndo } from "~/record/binding/notesUndo";
import { TableAct } from "~/record/binding/tableAct";
import { lineSchema } from "~/record/document/lineSchema";

/** An editor of lines without a page, with a document of its own. */
export class LinesEditor {
  readonly document = new Y.Doc();
  readonly text = this.document.getText("lines/topic");
  readonly notes: BoundNotes;
  readonly undo: NotesUndo;
  state: EditorState;
  /** Updates of its own that the others have not received. */
  readonly updates: Uint8Array[] = [];

  constructor(start?: Uint8Array) {
    if (start) Y.applyUpdate(this.document, start, "network");
    this.notes = this.#bound();
    this.undo = new NotesUndo(this.document, "topic");
    this.state = EditorState.create({ doc: this.notes.document() });
    this.document.on("afterTransaction", (transaction: Y.Transaction) => {
      if (transaction.origin === this.notes) return;
      const tr = this.notes.take(transaction, this.state);
      if (tr) this.state = this.state.apply(tr);
    });
    this.document.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "network") this.updates.push(update);
    });
  }

  #bound(): BoundNotes {
    const { document, text } = this;
    return new BoundNotes({ schema: lineSchema(), document, topicId: "topic", text });
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
    this.document.transact(change, new TableAct("topic"));
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.document, update, "network");
  }

  /** What the editor shows, as it would read the text anew. */
  get read(): Node {
    return this.#bound().document();
  }
}
