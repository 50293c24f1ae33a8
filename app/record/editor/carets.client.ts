import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import type { BoundNotes } from "~/record/binding/boundNotes";
import { boundNotesOf } from "~/record/binding/boundPlugin";
import { readHand } from "~/record/binding/readHand";
import { positionNow, readRelativePlace, relativeSelection } from "~/record/binding/relativePlace";
import { colourOfSeat, seatOf } from "~/record/live/presence";

/** Who is in the room, and whether what this page has just typed is still being composed. */
export interface Presence {
  readonly awareness: Awareness;
  readonly composes: boolean;
}

/** Draws the caret of somebody, of whom the server says `user`. */
export type DrawCaret = (user: Record<string, unknown>) => HTMLElement;

const caretsKey = new PluginKey<DecorationSet>("carets");

// Others need not follow every key.
const pause = 40;

/** Creates the plugin that shows where the others write, and tells them where this page does. */
export function caretsPlugin(presence: Presence, draw: DrawCaret): Plugin<DecorationSet> {
  return new Plugin({
    key: caretsKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, shown) =>
        (tr.getMeta(caretsKey) as DecorationSet | undefined) ?? shown.map(tr.mapping, tr.doc),
    },
    props: { decorations: (state) => caretsKey.getState(state) },
    view: (view) => new Carets(view, presence, draw),
  });
}

class Carets {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #shown = "";
  #told = "";

  constructor(
    readonly view: EditorView,
    readonly presence: Presence,
    readonly draw: DrawCaret,
  ) {
    presence.awareness.on("change", this.#later);
    for (const event of ["focus", "blur"]) view.dom.addEventListener(event, this.#later);
    this.#later();
  }

  update(_view: EditorView, before: EditorState): void {
    const { state } = this.view;
    if (before.doc !== state.doc || !before.selection.eq(state.selection)) this.#later();
  }

  destroy(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.presence.awareness.off("change", this.#later);
    for (const event of ["focus", "blur"]) this.view.dom.removeEventListener(event, this.#later);
    this.#tell(null);
  }

  #later = (): void => {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      if (this.view.isDestroyed) return;
      this.#tellOwn();
      this.#showOthers();
    }, pause);
  };

  #tellOwn(): void {
    const notes = boundNotesOf(this.view.state);
    // One in letters that nobody else has yet would disappear for them.
    if (!notes || this.presence.composes) return;
    const own = this.view.hasFocus() ? relativeSelection(notes, this.view.state.selection) : null;
    this.#tell(
      own && { anchor: Y.relativePositionToJSON(own.anchor), head: Y.relativePositionToJSON(own.head) },
    );
  }

  #tell(cursor: object | null): void {
    const told = JSON.stringify(cursor);
    if (told === this.#told) return;
    this.#told = told;
    this.presence.awareness.setLocalStateField("cursor", cursor);
  }

  #showOthers(): void {
    const notes = boundNotesOf(this.view.state);
    // A decoration beside the words would end the composition.
    if (!notes || this.view.composing) return;
    const { awareness } = this.presence;
    const found: Decoration[] = [];
    for (const [client, state] of awareness.getStates())
      if (client !== notes.place.document.clientID) found.push(...this.#decorations(notes, client, state));
    const places = JSON.stringify(found.map(({ from, to, spec }) => [from, to, spec.key]));
    if (places === this.#shown) return;
    this.#shown = places;
    readHand(this.view);
    const { state } = this.view;
    this.view.dispatch(state.tr.setMeta(caretsKey, DecorationSet.create(state.doc, found)));
  }

  #decorations(notes: BoundNotes, client: number, state: Record<string, unknown>): Decoration[] {
    const cursor = state.cursor as { anchor?: unknown; head?: unknown } | null | undefined;
    const user = state.user as Record<string, unknown> | undefined;
    const [anchor, head] = [readRelativePlace(cursor?.anchor), readRelativePlace(cursor?.head)];
    const from = anchor && positionNow(notes, anchor);
    const to = head && positionNow(notes, head);
    if (from === null || to === null || !user) return [];
    const caret = Decoration.widget(to, () => this.draw(user), { key: `caret-${client}`, side: 10 });
    if (from === to) return [caret];
    const look = { class: "caret-range", style: `--person: ${colourOfSeat(seatOf(user))}` };
    const range = Decoration.inline(Math.min(from, to), Math.max(from, to), look, { key: `range-${client}` });
    return [caret, range];
  }
}
