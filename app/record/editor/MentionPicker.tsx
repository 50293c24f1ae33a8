import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { MentionChoice } from "~/record/document/mention";
import { useMentionNames, useMentionSearch } from "./MentionNames";
import {
  type Asked,
  askedIn,
  chooseMention,
  mentionList,
  mentionOption,
  tellAsking,
} from "./mentionPlugin.client";
import "./mention.css";

// Long enough not to ask at every key of somebody who types fast.
const pause = 120;

type Search = "searching" | "found" | "failed";

/** True while an input method composes in the editor: its letters are no words to look for. */
function useComposing(editor: Editor): boolean {
  const [composing, setComposing] = useState(false);
  useEffect(() => {
    const { dom } = editor.view;
    const begin = () => setComposing(true);
    const end = () => setComposing(false);
    dom.addEventListener("compositionstart", begin);
    dom.addEventListener("compositionend", end);
    return () => {
      dom.removeEventListener("compositionstart", begin);
      dom.removeEventListener("compositionend", end);
    };
  }, [editor]);
  return composing;
}

function useChoices(editor: Editor, words: string | null): Search {
  const search = useMentionSearch();
  const names = useMentionNames();
  const composing = useComposing(editor);
  const [state, setState] = useState<Search>("searching");
  useEffect(() => {
    if (words === null || composing) return;
    const stop = new AbortController();
    setState("searching");
    const timer = setTimeout(
      () =>
        search(words, stop.signal).then(
          (choices) => {
            if (stop.signal.aborted) return;
            names.know(choices);
            tellAsking(editor, { words, choices });
            setState("found");
          },
          () => stop.signal.aborted || setState("failed"),
        ),
      words === "" ? 0 : pause,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [editor, search, names, words, composing]);
  return state;
}

const edge = 8;
const least = 176;

/** Under the `@`, or above it where there is more room: a phone's keyboard covers half of the page. */
function placeOf(editor: Editor, from: number): CSSProperties {
  const { left, top, bottom } = editor.view.coordsAtPos(from);
  const view = window.visualViewport;
  const seen = {
    width: view?.width ?? window.innerWidth,
    bottom: (view?.offsetTop ?? 0) + (view?.height ?? 0),
  };
  const width = Math.min(352, seen.width - 2 * edge);
  const insetInlineStart = Math.max(edge, Math.min(left, seen.width - width - edge));
  const below = seen.bottom - bottom - edge;
  const place = { insetInlineStart, inlineSize: width };
  if (below >= least || below >= top) return { ...place, top: bottom + 4, maxBlockSize: below - 4 };
  return { ...place, bottom: window.innerHeight - top + 4, maxBlockSize: top - edge - 4 };
}

/** Keeps the list at the `@` while the page moves under it. */
function usePlace(editor: Editor, asked: Asked): CSSProperties {
  const [place, setPlace] = useState<CSSProperties>({ visibility: "hidden" });
  const { from } = asked;
  useLayoutEffect(() => {
    const move = () => editor.isDestroyed || setPlace(placeOf(editor, from));
    move();
    const moved = ["scroll", "resize"] as const;
    for (const event of moved) window.addEventListener(event, move, { capture: true, passive: true });
    window.visualViewport?.addEventListener("resize", move);
    return () => {
      for (const event of moved) window.removeEventListener(event, move, { capture: true });
      window.visualViewport?.removeEventListener("resize", move);
    };
  }, [editor, from]);
  return place;
}

interface OptionProps {
  choice: MentionChoice;
  at: number;
  active: boolean;
  onChoose: () => void;
  onPoint: () => void;
}

function Option({ choice, at, active, onChoose, onPoint }: OptionProps) {
  const { t, i18n } = useTranslation();
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) own.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the editor's, which has the focus
    // biome-ignore lint/a11y/useFocusableInteractive: named to the editor by aria-activedescendant
    <div
      ref={own}
      id={mentionOption(at)}
      className="mention-option"
      role="option"
      aria-selected={active}
      onClick={onChoose}
      onPointerMove={() => active || onPoint()}
    >
      <span className="mention-name">{named(choice.name, i18n.language)}</span>
      {choice.invited && <span className="mention-called">{t("room.mention.invited")}</span>}
      <span className="mention-detail">
        {choice.detail ? named(choice.detail, i18n.language) : t(`room.mention.kind.${choice.kind}`)}
      </span>
    </div>
  );
}

function PickerList({ editor, asked, search }: { editor: Editor; asked: Asked; search: Search }) {
  const { t } = useTranslation();
  const place = usePlace(editor, asked);
  const { choices, active } = asked;
  const says = choices.length > 0 && search !== "failed" ? "" : t(`room.mention.${search}`);
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: the editor keeps its focus, and the phone its keyboard
    <div className="mention-picker" style={place} onMouseDown={(event) => event.preventDefault()}>
      <div className="mention-list" id={mentionList} role="listbox" aria-label={t("room.mention.label")}>
        {choices.map((choice, at) => (
          <Option
            key={`${choice.kind}/${choice.id}/${choice.detail?.zh ?? ""}`}
            choice={choice}
            at={at}
            active={at === active}
            onChoose={() => chooseMention(editor.view, choice)}
            onPoint={() => tellAsking(editor, { active: at })}
          />
        ))}
      </div>
      <p className="mention-says" role="status">
        {says}
      </p>
    </div>,
    document.body,
  );
}

/** Offers what an `@` in the notes may mean: units, people, tasks. */
export function MentionPicker({ editor }: { editor: Editor }) {
  const asked = useEditorState({ editor, selector: ({ editor: { state } }) => askedIn(state) });
  const search = useChoices(editor, asked ? asked.words : null);
  return asked && <PickerList editor={editor} asked={asked} search={search} />;
}
