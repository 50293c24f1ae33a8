import type * as Y from "yjs";
import { NotesUndo } from "~/record/binding/notesUndo";
import { recordUndo } from "~/record/document/record";

/** Undo of what this person did on this page: of topics and resolutions, and of the notes of each topic. */
export class LiveUndo {
  readonly record: Y.UndoManager;
  #notes = new Map<string, NotesUndo>();

  constructor(readonly document: Y.Doc) {
    this.record = recordUndo(document);
  }

  /** The undo of one topic's notes; kept while other topics are open. */
  notes(topicId: string): NotesUndo {
    const kept = this.#notes.get(topicId) ?? new NotesUndo(this.document, topicId);
    this.#notes.set(topicId, kept);
    return kept;
  }

  /** Ends the step of undo under way, so that what comes now is a step of its own. */
  step(): void {
    this.record.stopCapturing();
  }
}
