import { Extension } from "@tiptap/core";
import { type EditorState, type Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type * as Y from "yjs";
import { BoundNotes, fromShared } from "~/record/binding/boundNotes";
import { boundPlugin } from "~/record/binding/boundPlugin";
import type { NotesUndo } from "~/record/binding/notesUndo";
import { positionNow, type RelativeSelection, relativeSelection } from "~/record/binding/relativePlace";
import { notesOf } from "~/record/document/shape";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    boundNotes: {
      /** Takes back the last step of this person. */
      undo: () => ReturnType;
      /** Does again what was taken back last. */
      redo: () => ReturnType;
    };
  }
}

const selectionKey = "selection";

// What others did is in the notes already, where the selection from before may have no place any more.
const isOwnChange = (tr: Transaction) => tr.docChanged && !tr.getMeta(fromShared);

/** Keeps an editor, its notes and the undo of its writer in step. */
class NotesSession {
  readonly #notes: BoundNotes;
  #selection: Selection | null = null;
  /** Where the writer stood before the change under way. */
  #stood: RelativeSelection | null = null;

  constructor(
    readonly undo: NotesUndo,
    notes: BoundNotes,
  ) {
    this.#notes = notes;
    undo.on("stack-item-added", this.#onAdded);
    undo.on("stack-item-popped", this.#onPopped);
  }

  view: EditorView | null = null;

  /** Writes what happened in the editor. */
  follow(transactions: readonly Transaction[], view: EditorView): void {
    this.view = view;
    const before = this.#selection;
    // Worked out only where it will be asked for: it takes as long as the text is worn.
    if (before && this.undo.beginsStep && transactions.some(isOwnChange))
      this.#stood = relativeSelection(this.#notes, before);
    this.#notes.write(transactions, view.state.doc);
    this.#stood = null;
    this.#selection = view.state.selection;
    if (this.#notes.isStale) view.dispatch(this.#notes.rebuild(view.state));
  }

  step(direction: "undo" | "redo"): void {
    const { view } = this;
    this.#stood = view && relativeSelection(this.#notes, view.state.selection);
    this.undo[direction]();
    this.#stood = null;
  }

  #onAdded = ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }) => {
    if (this.#stood) stackItem.meta.set(selectionKey, this.#stood);
  };

  #onPopped = ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }) => {
    const stood = stackItem.meta.get(selectionKey) as RelativeSelection | undefined;
    const { view } = this;
    if (!stood || !view || view.isDestroyed) return;
    const [anchor, head] = [positionNow(this.#notes, stood.anchor), positionNow(this.#notes, stood.head)];
    if (anchor !== null && head !== null) view.dispatch(selecting(view.state, anchor, head));
  };

  destroy(): void {
    this.undo.off("stack-item-added", this.#onAdded);
    this.undo.off("stack-item-popped", this.#onPopped);
  }
}

function selecting({ tr, doc }: EditorState, anchor: number, head: number): Transaction {
  const within = (position: number) => doc.resolve(Math.min(position, doc.content.size));
  return tr.setSelection(TextSelection.between(within(anchor), within(head))).scrollIntoView();
}

/** Where the notes lie that an editor writes, and the undo of its writer. */
interface BoundOptions {
  document: Y.Doc;
  topicId: string;
  undo: NotesUndo;
}

/** Binds the editor to the notes of a topic: what is typed in the one is written in the other, and undone per person. */
export const Bound = Extension.create<
  BoundOptions,
  { session: NotesSession | null; notes: BoundNotes | null }
>({
  name: "boundNotes",
  // Its keys before those of others.
  priority: 1_000,
  addStorage: () => ({ session: null, notes: null }),
  onBeforeCreate() {
    const { document, topicId, undo } = this.options;
    const { editor } = this;
    const notes = new BoundNotes({
      schema: editor.schema,
      document,
      topicId,
      text: notesOf(document, topicId),
    });
    this.storage.notes = notes;
    this.storage.session = new NotesSession(undo, notes);
    editor.options.content = notes.document() as never;
  },
  addProseMirrorPlugins() {
    return this.storage.notes ? [boundPlugin(this.storage.notes)] : [];
  },
  onTransaction({ transaction, appendedTransactions, editor }) {
    this.storage.session?.follow([transaction, ...appendedTransactions], editor.view);
  },
  onDestroy() {
    this.storage.session?.destroy();
  },
  addCommands() {
    const { undo } = this.options;
    const step =
      (direction: "undo" | "redo") =>
      () =>
      ({ tr, dispatch }: { tr: Transaction; dispatch: unknown }) => {
        tr.setMeta("preventDispatch", true);
        const can = direction === "undo" ? undo.canUndo() : undo.canRedo();
        if (can && dispatch) this.storage.session?.step(direction);
        return can;
      };
    return { undo: step("undo"), redo: step("redo") };
  },
  addKeyboardShortcuts() {
    return {
      "Mod-z": () => this.editor.commands.undo(),
      "Mod-y": () => this.editor.commands.redo(),
      "Shift-Mod-z": () => this.editor.commands.redo(),
    };
  },
});
