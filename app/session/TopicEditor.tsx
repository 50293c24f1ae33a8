import { Editor } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { editorExtensions } from "./editorSchema";
import { type LiveRecord, useLive } from "./LiveRecord";
import { notesOf } from "./record";
import { cleanPaste } from "./roomPaste";
import { SearchWords } from "./TopicSearch";

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
  /** Called with the editor while it is there, with null when it is gone. */
  onEditor: (editor: Editor | null) => void;
}

/** A caret of somebody else, with their name. */
function caret(user: Record<string, unknown>): HTMLElement {
  const mark = document.createElement("span");
  mark.className = "caret";
  mark.style.borderColor = String(user.color);
  const label = document.createElement("span");
  label.className = "caret-name";
  label.style.backgroundColor = String(user.color);
  label.textContent = String(user.name ?? "");
  mark.append(label);
  return mark;
}

function openEditor(
  element: HTMLElement,
  { connection, document, undo }: LiveRecord,
  topicId: string,
  attributes: Record<string, string>,
): Editor {
  return new Editor({
    element,
    extensions: [
      ...editorExtensions,
      SearchWords,
      Collaboration.configure({
        fragment: notesOf(document, topicId),
        yUndoOptions: { undoManager: undo.notes(topicId) },
      }),
      CollaborationCaret.configure({ provider: connection.provider, user: {}, render: caret }),
    ],
    editorProps: { attributes, transformPastedHTML: cleanPaste },
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

/** The notes of the open topic, written by everybody who is in it at once. */
export function TopicEditor({ topicId, label, begin, onEditor }: TopicEditorProps) {
  const live = useLive();
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const placeholder = t("room.notes.placeholder");
  const first = useRef(begin);
  const tell = useRef(onEditor);
  tell.current = onEditor;
  // biome-ignore lint/correctness/useExhaustiveDependencies: words around it may change; the editor stays
  useEffect(() => {
    if (!box.current) return;
    const editor = openEditor(box.current, live, topicId, {
      class: "notes",
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": label,
      style: `--placeholder: ${JSON.stringify(placeholder)}`,
    });
    if (first.current) beginAt(editor, first.current);
    tell.current(editor);
    return () => {
      tell.current(null);
      editor.destroy();
    };
  }, [live, topicId]);
  return <div ref={box} className="notes-editor" />;
}
