import { type Editor, Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { askedWords, type MentionChoice } from "~/record/document/mention";

/** An `@` being completed: where it stands, what was typed behind it, and what may be meant. */
export interface Asked {
  from: number;
  to: number;
  words: string;
  choices: readonly MentionChoice[];
  /** Place in `choices`. */
  active: number;
}

type Told = { close: true } | { active: number } | { words: string; choices: readonly MentionChoice[] };

const key = new PluginKey<Asked | null>("mentionAsking");

/** Ids of the list and of its options in the page: the editor names them to screen readers. */
export const mentionList = "mention-list";
export const mentionOption = (at: number) => `mention-option-${at}`;

/** What is being asked for in the editor now. */
export function askedIn(state: EditorState): Asked | null {
  return key.getState(state) ?? null;
}

/** Tells the editor what may be meant, which of it is meant, or that nothing is asked for any more. */
export function tellAsking(editor: Editor, told: Told): void {
  if (!editor.isDestroyed && askedIn(editor.state)) editor.view.dispatch(editor.state.tr.setMeta(key, told));
}

/** Names something in place of what was typed. */
export function chooseMention(view: EditorView, { kind, id, label }: MentionChoice): void {
  const asked = askedIn(view.state);
  const node = view.state.schema.nodes.mention?.create({ kind, id, label });
  if (!asked || !node) return;
  view.dispatch(view.state.tr.replaceWith(asked.from, asked.to, node).setMeta(key, { close: true }));
  view.focus();
}

function placeAsked({ selection }: EditorState): Pick<Asked, "from" | "to" | "words"> | null {
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, "\ufffc");
  const asked = askedWords(before);
  return asked && { from: $from.pos - asked.length, to: $from.pos, words: asked.words };
}

/** Somebody typed an `@` here; one that others wrote, or that stood there, asks for nothing. */
function opens(transaction: Transaction, words: string): boolean {
  return transaction.docChanged && !transaction.getMeta(ySyncPluginKey) && words === "";
}

function next(transaction: Transaction, asked: Asked | null, state: EditorState): Asked | null {
  const told = transaction.getMeta(key) as Told | undefined;
  if (told && "close" in told) return null;
  const place = placeAsked(state);
  if (!asked) return place && opens(transaction, place.words) ? { ...place, choices: [], active: 0 } : null;
  // Letters half composed may hold anything.
  if (!place) return transaction.getMeta("composition") ? { ...asked, to: state.selection.to } : null;
  if (told && "active" in told) return { ...asked, ...place, active: told.active };
  if (told && "choices" in told && told.words === place.words)
    return { ...place, choices: told.choices, active: 0 };
  return { ...asked, ...place };
}

/** What the editor is to screen readers: a text, and while something is asked for, the field of a list. */
function role(state: EditorState): Record<string, string> {
  const asked = askedIn(state);
  if (!asked) return { role: "textbox", "aria-multiline": "true" };
  const active: Record<string, string> =
    asked.choices.length > 0 ? { "aria-activedescendant": mentionOption(asked.active) } : {};
  return {
    ...{ role: "combobox", "aria-expanded": "true", "aria-haspopup": "listbox" },
    ...{ "aria-autocomplete": "list", "aria-controls": mentionList, ...active },
  };
}

const steps: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 };

function onKeyDown(view: EditorView, event: KeyboardEvent): boolean {
  const asked = askedIn(view.state);
  // Keys pressed while a word is being composed are the input method's.
  if (!asked || event.isComposing || view.composing || event.keyCode === 229) return false;
  const tell = (told: Told) => view.dispatch(view.state.tr.setMeta(key, told));
  if (event.key === "Escape") {
    // It closes the list; a second one leaves the words.
    event.stopPropagation();
    tell({ close: true });
    return true;
  }
  const { choices, active } = asked;
  const chosen = choices[active];
  if (!chosen || event.altKey || event.ctrlKey || event.metaKey) return false;
  const step = steps[event.key];
  if (step) tell({ active: (active + step + choices.length) % choices.length });
  else if (event.key === "Enter" || event.key === "Tab") chooseMention(view, chosen);
  else return false;
  return true;
}

/** Notices an `@` being typed and gives its keys to the list of what may be meant. */
export const MentionAsking = Extension.create({
  name: "mentionAsking",
  // Before the keys of lists and tables.
  priority: 1_000,
  addProseMirrorPlugins() {
    return [
      new Plugin<Asked | null>({
        key,
        state: {
          init: () => null,
          apply: (transaction, asked, _before, state) => next(transaction, asked, state),
        },
        props: {
          attributes: role,
          handleKeyDown: onKeyDown,
          handleDOMEvents: {
            blur(view) {
              if (askedIn(view.state)) view.dispatch(view.state.tr.setMeta(key, { close: true }));
              return false;
            },
          },
        },
      }),
    ];
  },
});
