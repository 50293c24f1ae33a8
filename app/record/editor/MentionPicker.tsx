import { autoUpdate, computePosition, flip, offset, shift, size } from "@floating-ui/dom";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { MentionChoice } from "~/record/document/mention";
import {
  activateMention,
  chooseMention,
  type MentionChoices,
  mentionList,
  mentionOption,
  openMentions,
} from "./mentionSuggestion.client";
import "./mention.css";

const edge = 8;

/**
 * Keeps the list under the `@`, or above it where there is more room, while the page moves: a phone's keyboard
 * covers half of it.
 */
function usePlace(editor: Editor, from: number, list: RefObject<HTMLElement>): void {
  useLayoutEffect(() => {
    const floating = list.current;
    if (!floating) return;
    const { style } = floating;
    const reference = {
      contextElement: editor.view.dom,
      getBoundingClientRect() {
        // Others may have made the text shorter since.
        const { left, top, bottom } = editor.view.coordsAtPos(Math.min(from, editor.state.doc.content.size));
        return new DOMRect(left, top, 0, bottom - top);
      },
    };
    const place = async () => {
      if (editor.isDestroyed) return;
      const { x, y } = await computePosition(reference, floating, {
        strategy: "fixed",
        placement: "bottom-start",
        middleware: [
          offset(4),
          flip({ padding: edge }),
          size({
            padding: edge,
            apply({ availableHeight }) {
              style.maxBlockSize = `${availableHeight}px`;
            },
          }),
          shift({ padding: edge }),
        ],
      });
      Object.assign(style, { insetBlockStart: `${y}px`, insetInlineStart: `${x}px`, visibility: "visible" });
    };
    return autoUpdate(reference, floating, place);
  }, [editor, from, list]);
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

function PickerList({ editor, open }: { editor: Editor; open: MentionChoices & { from: number } }) {
  const { t } = useTranslation();
  const own = useRef<HTMLDivElement>(null);
  const { choices, active, search } = open;
  usePlace(editor, open.from, own);
  const says = choices.length > 0 && search !== "failed" ? "" : t(`room.mention.${search}`);
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: the editor keeps its focus, and the phone its keyboard
    <div ref={own} className="mention-picker" onMouseDown={(event) => event.preventDefault()}>
      <div className="mention-list" id={mentionList} role="listbox" aria-label={t("room.mention.label")}>
        {choices.map((choice, at) => (
          <Option
            key={`${choice.kind}/${choice.id}/${choice.detail?.zh ?? ""}`}
            choice={choice}
            at={at}
            active={at === active}
            onChoose={() => chooseMention(editor.view, choice)}
            onPoint={() => activateMention(editor, at)}
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

/** Shows the units, people and tasks that an `@` in the notes may mean. */
export function MentionPicker({ editor }: { editor: Editor }) {
  const open = useEditorState({ editor, selector: ({ editor: { state } }) => openMentions(state) });
  return open && <PickerList editor={editor} open={open} />;
}
