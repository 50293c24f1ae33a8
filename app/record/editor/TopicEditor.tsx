import { Editor, type EditorOptions, Extension } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { LiveConnection } from "~/record/live/LiveConnection.client";
import { type LiveRecord, useLive } from "~/record/live/LiveRecord";
import { caretWords, colourOfSeat, lineOfSeat, seatOf } from "~/record/live/presence";
import { Button } from "~/ui/Button";
import { nonceOfPage } from "~/ui/nonce";
import { Bound } from "./boundEditor.client";
import { caretsPlugin } from "./carets.client";
import { cleanPaste } from "./cleanPaste.client";
import { composing } from "./composing.client";
import { Find } from "./FindAndReplace";
import { factView } from "./factView.client";
import { lineEditorExtensions, withoutExtensions } from "./lineEditor.client";
import { useMentionNames, useMentionSearch, useMentionWords } from "./MentionNames";
import { MentionPicker } from "./MentionPicker";
import { mentionSuggestion } from "./mentionSuggestion.client";
import { mentionView } from "./mentionView.client";
import "./editor.css";
import "./notes.css";

/** A place on the page, where somebody pressed to begin to write. */
export interface PagePoint {
  x: number;
  y: number;
}

/** Props of {@link TopicEditor}. */
export interface TopicEditorProps {
  topicId: string;
  /** Names the editor for screen readers. */
  label: string;
  /** Where to begin; "end" = behind the last word; null leaves the focus where it is. */
  begin: PagePoint | "end" | null;
  /** What the facts in the text read; they cannot be changed there. */
  facts?: Readonly<Record<string, string>>;
  /** Called with the editor while it is there, with null when it is gone. */
  onEditor: (editor: Editor | null) => void;
}

/** Draws the caret of somebody else, with their name and their unit in the reader's language. */
function caret(user: Record<string, unknown>, language: string): HTMLElement {
  const [name, unit] = caretWords(user, (both) => named(both, language));
  const mark = document.createElement("span");
  mark.className = "caret";
  const seat = seatOf(user);
  mark.style.borderColor = colourOfSeat(seat);
  mark.style.borderInlineStartStyle = lineOfSeat(seat);
  const label = document.createElement("span");
  label.className = "caret-name";
  label.style.backgroundColor = colourOfSeat(seat);
  // Not as text: it is no part of what is written.
  label.dataset.name = name;
  label.dataset.unit = unit;
  mark.append(label);
  return mark;
}

/** Shows where the others write. */
const Carets = Extension.create<{ connection: LiveConnection; language: string }>({
  name: "carets",
  addProseMirrorPlugins() {
    const { connection, language } = this.options;
    return [caretsPlugin(connection, (user) => caret(user, language))];
  },
});

/** Takes in what is pasted or dropped, and tells how many pictures were left out. */
function pasting(tell: (images: number) => void) {
  const refuseFiles = (data: DataTransfer | null): boolean => {
    const images = [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/")).length;
    const hasWords = data?.types.some((type) => type.startsWith("text/")) ?? false;
    if (images === 0 || hasWords) return false;
    tell(images);
    return true;
  };
  return {
    transformPastedHTML(html: string) {
      const clean = cleanPaste(html);
      tell(clean.images);
      return clean.html;
    },
    handlePaste: (_view: unknown, event: ClipboardEvent) => refuseFiles(event.clipboardData),
    handleDrop: (_view: unknown, event: DragEvent) => refuseFiles(event.dataTransfer),
  };
}

function openEditor(
  element: HTMLElement,
  { connection, document, undo }: LiveRecord,
  topicId: string,
  language: string,
  mentions: Extension[],
  props: EditorOptions["editorProps"],
): Editor {
  return new Editor({
    element,
    injectNonce: nonceOfPage(),
    enableCoreExtensions: withoutExtensions,
    extensions: [
      ...lineEditorExtensions,
      Find,
      ...mentions,
      Bound.configure({ document, topicId, undo: undo.notes(topicId) }),
      Carets.configure({ connection, language }),
    ],
    editorProps: {
      ...props,
      handleDOMEvents: composing(connection),
    },
  });
}

function beginAt(editor: Editor, begin: PagePoint | "end"): void {
  if (begin === "end") {
    editor.commands.focus("end", { scrollIntoView: false });
    return;
  }
  // The editor stands exactly where the text stood that was pressed.
  const at = editor.view.posAtCoords({ left: begin.x, top: begin.y });
  editor.commands.focus(at?.pos ?? "end", { scrollIntoView: false });
}

/** Shows the editor in which everybody who is in the open topic writes its notes at once. */
export function TopicEditor({ topicId, label, begin, facts, onEditor }: TopicEditorProps) {
  const live = useLive();
  const { t, i18n } = useTranslation();
  const names = useMentionNames();
  const search = useMentionSearch();
  const mentionWords = useMentionWords();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<Editor | null>(null);
  const [leftOut, setLeftOut] = useState(0);
  const [locked, setLocked] = useState(false);
  const said = useRef(facts ?? {});
  said.current = facts ?? {};
  const placeholder = t("room.notes.placeholder");
  const first = useRef(begin);
  const tell = useRef(onEditor);
  tell.current = onEditor;
  // biome-ignore lint/correctness/useExhaustiveDependencies: words around it may change; the editor stays
  useEffect(() => {
    if (!box.current) return;
    const attributes = {
      class: "notes",
      // Said by mentionSuggestion, which changes it.
      role: "",
      "aria-label": label,
      style: `--placeholder: ${JSON.stringify(placeholder)}`,
    };
    const mentions = [
      factView(
        () => said.current,
        () => setLocked(true),
      ),
      mentionView(names, mentionWords),
      mentionSuggestion(async (words, signal) => {
        const choices = await search(words, signal);
        names.know(choices);
        return choices;
      }),
    ];
    const editor = openEditor(box.current, live, topicId, i18n.language, mentions, {
      attributes,
      ...pasting(setLeftOut),
    });
    if (first.current) beginAt(editor, first.current);
    tell.current(editor);
    setOpen(editor);
    return () => {
      tell.current(null);
      setOpen(null);
      editor.destroy();
    };
  }, [live, topicId]);
  return (
    <>
      <div ref={box} className="notes-editor" />
      {open && <MentionPicker editor={open} />}
      <p className="notes-said" role="status">
        {locked && (
          <>
            <span>{t("room.lockedFact")}</span>
            <Button type="button" variant="quiet" size="small" onClick={() => setLocked(false)}>
              {t("room.paste.read")}
            </Button>
          </>
        )}
        {leftOut > 0 && (
          <>
            <span>{t("room.paste.images", { count: leftOut })}</span>
            <Button type="button" variant="quiet" size="small" onClick={() => setLeftOut(0)}>
              {t("room.paste.read")}
            </Button>
          </>
        )}
      </p>
    </>
  );
}
