import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { notesOf, recordUndo } from "~/record/document/record";

/** What tiptap's collaboration leaves on an undo manager so that the next editor can take it up. */
type Resumable = Y.UndoManager & { restore?: () => void };

/** Undo of what this person did on this page: of topics and resolutions, and of the notes of each topic. */
export class LiveUndo {
  readonly record: Y.UndoManager;
  #notes = new Map<string, Resumable>();

  constructor(readonly document: Y.Doc) {
    this.record = recordUndo(document);
  }

  /** The undo of one topic's notes; kept while other topics are open. */
  notes(topicId: string): Y.UndoManager {
    const kept = this.#notes.get(topicId);
    if (kept) return resumed(kept);
    const undo: Resumable = new Y.UndoManager(notesOf(this.document, topicId), {
      trackedOrigins: new Set([ySyncPluginKey]),
      // What others wrote into a paragraph of mine stays when I take the paragraph back.
      deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
      captureTransaction: (transaction) => transaction.meta.get("addToHistory") !== false,
    });
    this.#notes.set(topicId, undo);
    return undo;
  }

  /** Ends the step of undo under way, so that what comes now is a step of its own. */
  step(): void {
    this.record.stopCapturing();
  }
}

// Closing an editor stops its undo manager. Tiptap would start it again with everything that ever listened
// to it, which are editors long gone.
function resumed(undo: Resumable): Resumable {
  if (!undo.restore) return undo;
  undo.restore = () => undefined;
  undo.trackedOrigins.add(undo);
  undo.doc.on("afterTransaction", undo.afterTransactionHandler);
  return undo;
}
