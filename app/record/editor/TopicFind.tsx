import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { type KeyboardEvent, useEffect, useState } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { type Found, searchMeta, searchOf } from "./TopicSearch";

function searchFor(editor: Editor, words: string) {
  if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(searchMeta, words));
}

/** Which of the places found is selected, -1 for none. */
function selectedPlace(found: readonly Found[], { from, to }: { from: number; to: number }): number {
  return found.findIndex((one) => one.from === from && one.to === to);
}

function useFinding(editor: Editor, words: string) {
  useEffect(() => searchFor(editor, words), [editor, words]);
  useEffect(() => () => searchFor(editor, ""), [editor]);
  const place = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const { found } = searchOf(state);
      return { count: found.length, at: selectedPlace(found, state.selection) };
    },
  });
  function go(step: 1 | -1) {
    const { found } = searchOf(editor.state);
    const here = editor.state.selection.from;
    const at = selectedPlace(found, editor.state.selection);
    const next =
      at !== -1
        ? found[(at + step + found.length) % found.length]
        : (found.find((one) => one.from >= here) ?? found[0]);
    if (next) editor.chain().setTextSelection(next).scrollIntoView().run();
  }
  return { ...place, go };
}

/** Finds words in the notes of the open topic and replaces them, one or all. */
export function TopicFind({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const [other, setOther] = useState("");
  const { count, at, go } = useFinding(editor, words);
  function replaceOne() {
    const { found } = searchOf(editor.state);
    const place = found[at];
    if (!place) return go(1);
    editor.view.dispatch(editor.state.tr.insertText(other, place.from, place.to));
    go(1);
  }
  function replaceAll() {
    const change = editor.state.tr;
    // From behind, so that the places before stay where they are.
    for (const { from, to } of [...searchOf(editor.state).found].reverse())
      change.insertText(other, from, to);
    editor.view.dispatch(change);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onDone();
    if (event.key !== "Enter") return;
    event.preventDefault();
    go(event.shiftKey ? -1 : 1);
  }
  return (
    <div className="tool-panel">
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
      <Button type="button" size="small" onClick={() => go(1)} disabled={count === 0}>
        {t("room.find.next")}
      </Button>
      <label className="tool-field">
        <span>{t("room.find.other")}</span>
        <input className="input" value={other} onChange={(event) => setOther(event.target.value)} />
      </label>
      <Button type="button" size="small" onClick={replaceOne} disabled={count === 0}>
        {t("room.find.replace")}
      </Button>
      <Button type="button" size="small" onClick={replaceAll} disabled={count === 0}>
        {t("room.find.replaceAll")}
      </Button>
    </div>
  );
}
