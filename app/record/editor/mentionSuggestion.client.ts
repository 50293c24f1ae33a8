import { type Editor, Extension } from "@tiptap/core";
import type { ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { exitSuggestion, Suggestion, type SuggestionMatch } from "@tiptap/suggestion";
import { fromShared } from "~/record/binding/boundNotes";
import { askedWords, type MentionChoice } from "~/record/document/mention";

/** Looks up what the words behind an `@` may mean. */
export type MentionSearch = (words: string, signal: AbortSignal) => Promise<MentionChoice[]>;

/** What may be meant by the words behind an `@`, as the list shows it. */
export interface MentionChoices {
  choices: readonly MentionChoice[];
  /** Place in `choices`. */
  active: number;
  search: "searching" | "found" | "failed";
}

/** What the library keeps of an `@` that is being completed. */
interface Suggested {
  active: boolean;
  range: { from: number; to: number };
  query: string | null;
}

const suggestionKey = new PluginKey<Suggested>("mentionSuggestion");
const choicesKey = new PluginKey<MentionChoices>("mentionChoices");
const none: MentionChoices = { choices: [], active: 0, search: "searching" };

/** Ids of the list and of its options in the page: the editor names them to screen readers. */
export const mentionList = "mention-list";
export const mentionOption = (at: number) => `mention-option-${at}`;

const isOpen = (state: EditorState) => suggestionKey.getState(state)?.active ?? false;
const choicesIn = (state: EditorState) => choicesKey.getState(state) ?? none;

/** Reads the list of the editor, and where in the text it belongs; null while nothing is asked for. */
export function openMentions(state: EditorState): (MentionChoices & { from: number }) | null {
  const suggested = suggestionKey.getState(state);
  return suggested?.active ? { ...choicesIn(state), from: suggested.range.from } : null;
}

function tell(view: EditorView, told: Partial<MentionChoices>): void {
  if (isOpen(view.state)) view.dispatch(view.state.tr.setMeta(choicesKey, told));
}

/** Marks the choice that Enter would take. */
export function activateMention(editor: Editor, active: number): void {
  tell(editor.view, { active });
}

/** Puts a mention in the place of what was typed. */
export function chooseMention(view: EditorView, { kind, id, label }: MentionChoice): void {
  const suggested = suggestionKey.getState(view.state);
  const node = view.state.schema.nodes.mention?.create({ kind, id, label });
  if (!suggested?.active || !node) return;
  view.dispatch(view.state.tr.replaceWith(suggested.range.from, suggested.range.to, node));
  view.focus();
}

/** Finds an `@` and the words between it and the caret. */
function matchAt($position: ResolvedPos): SuggestionMatch {
  const { parent, parentOffset, pos } = $position;
  const before = parent.isTextblock ? parent.textBetween(0, parentOffset, undefined, "\ufffc") : "";
  const asked = askedWords(before);
  if (!asked) return null;
  const range = { from: pos - asked.length, to: pos };
  return { range, query: asked.words, text: before.slice(-asked.length) };
}

/** Keeps the words that were asked for while letters half composed stand behind them, which may hold anything. */
function keepWhileComposing({ state, view }: Editor, to: number): SuggestionMatch {
  const suggested = suggestionKey.getState(state);
  if (!view.composing || !suggested?.active || to <= suggested.range.from) return null;
  const query = suggested.query ?? "";
  return { range: { from: suggested.range.from, to }, query, text: `@${query}` };
}

// Long enough not to ask at every key of somebody who types fast, nor before a composition is written down.
const pause = 120;

/** Waits until no input method composes and nothing was typed for a moment, or until it is of no use any more. */
async function untilTyped({ view }: Editor, words: string, signal: AbortSignal): Promise<void> {
  if (view.composing)
    await new Promise((resolve) => {
      view.dom.addEventListener("compositionend", resolve, { once: true, signal });
      signal.addEventListener("abort", resolve, { once: true });
    });
  if (words !== "") await new Promise((resolve) => setTimeout(resolve, pause));
}

const steps: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 };

function onKeyDown(view: EditorView, event: KeyboardEvent): boolean {
  // The library closes the list; a second one leaves the words.
  if (event.key === "Escape") event.stopPropagation();
  const { choices, active } = choicesIn(view.state);
  const chosen = choices[active];
  if (!chosen || event.altKey || event.ctrlKey || event.metaKey) return false;
  const step = steps[event.key];
  if (step) tell(view, { active: (active + step + choices.length) % choices.length });
  else if (event.key === "Enter" || event.key === "Tab") chooseMention(view, chosen);
  else return false;
  return true;
}

/** Describes the editor to screen readers: a text, and while something is asked for, the field of a list. */
function role(state: EditorState): Record<string, string> {
  if (!isOpen(state)) return { role: "textbox", "aria-multiline": "true" };
  const { choices, active } = choicesIn(state);
  const chosen: Record<string, string> =
    choices.length > 0 ? { "aria-activedescendant": mentionOption(active) } : {};
  return {
    ...{ role: "combobox", "aria-expanded": "true", "aria-haspopup": "listbox" },
    ...{ "aria-autocomplete": "list", "aria-controls": mentionList, ...chosen },
  };
}

/** Keeps the choices of the list. Behind the library's plugin, whose new state it reads. */
const choicesPlugin = () =>
  new Plugin<MentionChoices>({
    key: choicesKey,
    state: {
      init: () => none,
      apply(transaction, shown, before, state) {
        if (!isOpen(state)) return none;
        const isSame = suggestionKey.getState(state)?.query === suggestionKey.getState(before)?.query;
        const kept: MentionChoices = isSame ? shown : { ...shown, search: "searching" };
        return { ...kept, ...(transaction.getMeta(choicesKey) as Partial<MentionChoices> | undefined) };
      },
    },
    props: {
      attributes: role,
      handleDOMEvents: {
        blur(view) {
          if (isOpen(view.state)) exitSuggestion(view, suggestionKey);
          return false;
        },
      },
    },
  });

/** Creates the extension that notices an `@` being typed and gives its keys to the list of what may be meant. */
export function mentionSuggestion(search: MentionSearch): Extension {
  return Extension.create({
    name: "mentionSuggestion",
    // Before the keys of lists and tables.
    priority: 1_000,
    addProseMirrorPlugins() {
      const { editor } = this;
      const suggestion = Suggestion<MentionChoice>({
        editor,
        pluginKey: suggestionKey,
        findSuggestionMatch: ({ $position }) =>
          matchAt($position) ?? keepWhileComposing(editor, $position.pos),
        // Somebody typed it here; one that others wrote, or that stood there, asks for nothing.
        shouldShow: ({ query, transaction }) =>
          isOpen(editor.state) ||
          (transaction.docChanged && !transaction.getMeta(fromShared) && query === ""),
        async items({ query, signal }) {
          await untilTyped(editor, query, signal);
          if (signal.aborted) return [];
          try {
            const choices = await search(query, signal);
            if (!signal.aborted) tell(editor.view, { choices, active: 0, search: "found" });
            return choices;
          } catch {
            if (!signal.aborted) tell(editor.view, { search: "failed" });
            return [];
          }
        },
        render: () => ({ onKeyDown: ({ view, event }) => onKeyDown(view, event) }),
      });
      return [suggestion, choicesPlugin()];
    },
  });
}
