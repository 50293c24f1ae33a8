import { type Editor, Extension } from "@tiptap/core";
import type { EditorState } from "@tiptap/pm/state";
import { useEditorState } from "@tiptap/react";
import {
  findNext,
  findPrev,
  getMatchHighlights,
  SearchQuery,
  search,
  setSearchState,
} from "prosemirror-search";
import { type KeyboardEvent, useEffect, useState } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";

/** Marks in the editor the words that are looked for; on this page only, not in the record. */
export const Find = Extension.create({ name: "find", addProseMirrorPlugins: () => [search()] });

/** Makes a query for words as they stand, in large and small letters alike. */
export function queryFor(words: string): SearchQuery {
  // As an expression, since the plain search misplaces what follows a letter that is longer when small.
  return new SearchQuery({ search: words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), regexp: true });
}

/** Lists the places of the query in the order of the text. */
const placesIn = (state: EditorState) => getMatchHighlights(state).find();

/** Finds which of the places is selected; -1 for none. */
function selectedPlace(state: EditorState): number {
  const { from, to } = state.selection;
  return placesIn(state).findIndex((place) => place.from === from && place.to === to);
}

function searchFor(editor: Editor, words: string) {
  if (!editor.isDestroyed) editor.view.dispatch(setSearchState(editor.state.tr, queryFor(words)));
}

function useFinding(editor: Editor, words: string) {
  useEffect(() => searchFor(editor, words), [editor, words]);
  useEffect(() => () => searchFor(editor, ""), [editor]);
  return useEditorState({
    editor,
    selector: ({ editor: { state } }) => ({ count: placesIn(state).length, at: selectedPlace(state) }),
  });
}

/** Shows the panel in which words of the open topic's notes are found and replaced, one or all. */
export function FindAndReplace({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const [other, setOther] = useState("");
  const { count, at } = useFinding(editor, words);
  const next = () => findNext(editor.state, editor.view.dispatch);
  // Not the library's own commands: in what they insert, a `$` at the beginning is lost.
  function replace(places: readonly { from: number; to: number }[]) {
    const change = editor.state.tr;
    // From behind, so that the places before stay where they are.
    for (const { from, to } of [...places].reverse()) change.insertText(other, from, to);
    editor.view.dispatch(change);
  }
  function replaceOne() {
    const place = placesIn(editor.state)[selectedPlace(editor.state)];
    if (place) replace([place]);
    next();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.key !== "Enter") return;
    event.preventDefault();
    if (event.shiftKey) findPrev(editor.state, editor.view.dispatch);
    else next();
  }
  function onEscape(event: KeyboardEvent) {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    onDone();
    editor.commands.focus();
  }
  return (
    <form className="tool-panel" onKeyDown={onEscape}>
      <label className="tool-field">
        <span>{t("room.find.words")}</span>
        <input
          className="input"
          value={words}
          // biome-ignore lint/a11y/noAutofocus: it opens because somebody asked for it
          autoFocus
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <span className="num muted" role="status">
        {words && t("room.find.count", { at: at + 1, count })}
      </span>
      <Button type="button" size="small" onClick={next} disabled={count === 0}>
        {t("room.find.next")}
      </Button>
      <label className="tool-field">
        <span>{t("room.find.other")}</span>
        <input className="input" value={other} onChange={(event) => setOther(event.target.value)} />
      </label>
      <Button type="button" size="small" onClick={replaceOne} disabled={count === 0}>
        {t("room.find.replace")}
      </Button>
      <Button
        type="button"
        size="small"
        onClick={() => replace(placesIn(editor.state))}
        disabled={count === 0}
      >
        {t("room.find.replaceAll")}
      </Button>
    </form>
  );
}
