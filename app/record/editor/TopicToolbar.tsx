import type { Command as ChainedCommand, Editor } from "@tiptap/core";
import type { Command } from "@tiptap/pm/state";
import { useEditorState } from "@tiptap/react";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { actOnTable, tableActs } from "~/record/binding/tableActs";
import type { LineForm } from "~/record/document/noteLines";
import { minutesMark } from "~/record/document/noteMarks";
import { headingLevels } from "~/record/document/noteSchema";
import { FindAndReplace } from "./FindAndReplace";
import { toggleForMinutes } from "./forMinutes";
import { LinkForm } from "./LinkForm";
import { setHeading, setPlain, toggleEntries } from "./lineForms";
import { toggleScript } from "./scripts";
import { insertTable } from "./tableCommands";
import "./editor.css";

/** Reads what the toolbar shows of the text at the caret. */
function stateOf({ editor }: { editor: Editor | null }) {
  if (!editor) return null;
  const is = (form: LineForm) => editor.isActive("line", { form });
  const heading = headingLevels.find((depth) => editor.isActive("line", { form: "heading", depth }));
  return {
    heading: heading ?? 0,
    bold: editor.isActive("bold"),
    bullets: is("bullet"),
    numbers: is("ordered"),
    superscript: editor.isActive("superscript"),
    subscript: editor.isActive("subscript"),
    forMinutes: editor.isActive(minutesMark),
    table: editor.isActive("table"),
    link: editor.isActive("link"),
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
    selects: !editor.state.selection.empty,
  };
}

/** Does something where the caret stands, which stays in the editor. */
function doHere({ view }: Editor, command: Command): void {
  view.focus();
  command(view.state, view.dispatch, view);
}

interface ToolProps {
  label: string;
  title?: string;
  pressed?: boolean;
  disabled?: boolean;
  onPress: () => void;
  children?: ReactNode;
}

function Tool({ label, title, pressed, disabled, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      className="tool"
      title={title}
      aria-label={children ? label : undefined}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      // The selection stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => !disabled && onPress()}
    >
      {children ?? label}
    </button>
  );
}

/** The arrow of undo, and of redo. */
function Turn({ forwards }: { forwards?: boolean }) {
  return (
    <svg className="tool-turn" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d="M6 3 2.5 6.5 6 10M2.5 6.5h7a4 4 0 0 1 0 8H6"
        transform={forwards ? "matrix(-1 0 0 1 16 0)" : undefined}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
    </svg>
  );
}

function BlockKind({ editor, heading }: { editor: Editor; heading: number }) {
  const { t } = useTranslation();
  return (
    <select
      className="tool"
      aria-label={t("room.tools.block")}
      title="Ctrl Alt 2 3 4"
      value={heading}
      onChange={(event) => {
        const level = Number(event.target.value);
        doHere(editor, level === 0 ? setPlain : setHeading(level));
      }}
    >
      <option value={0}>{t("room.tools.paragraph")}</option>
      {headingLevels.map((level) => (
        <option key={level} value={level}>
          {t(`room.tools.heading.${level}`)}
        </option>
      ))}
    </select>
  );
}

function TableTools({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  return (
    <div className="tool-row">
      {tableActs.map((act) => (
        <Tool
          key={act}
          label={t(`room.table.${act}`)}
          onPress={() => {
            editor.view.focus();
            actOnTable(editor.view, act);
          }}
        />
      ))}
    </div>
  );
}

/** Types an `@`, apart from what stands before it where that would make it part of a word. */
const typeAt: ChainedCommand = ({ tr }) => {
  const { $from } = tr.selection;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset);
  tr.insertText(/[A-Za-z0-9._@＠]/.test(before) ? " @" : "@");
  return true;
};

function onArrow(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLButtonElement)) return;
  const tools = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button.tool")];
  event.preventDefault();
  tools[(tools.indexOf(event.target) + step + tools.length) % tools.length]?.focus();
}

/** Props of {@link TopicToolbar}. */
export interface TopicToolbarProps {
  editor: Editor | null;
  /** Creates a resolution from the selected words; left out where words are not those of the record. */
  onResolve?: () => void;
}

/** Shows the tools for the words of the record. */
export function TopicToolbar({ editor, onResolve }: TopicToolbarProps) {
  const { t } = useTranslation();
  const state = useEditorState({ editor, selector: stateOf });
  const [panel, setPanel] = useState<"link" | "find" | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  if (!editor || !state) return <div className="tools" data-idle="" />;
  const run = () => editor.chain().focus();
  const toggle = (which: "link" | "find") => setPanel(panel === which ? null : which);
  return (
    <div className="tools">
      <div
        className="tool-row"
        role="toolbar"
        aria-label={t("room.tools.label")}
        ref={bar}
        onKeyDown={onArrow}
      >
        <BlockKind editor={editor} heading={state.heading} />
        <Tool
          label={t("room.tools.bold")}
          title={`${t("room.tools.bold")} Ctrl B`}
          pressed={state.bold}
          onPress={() => run().toggleBold().run()}
        >
          <b>B</b>
        </Tool>
        <Tool
          label={t("room.tools.superscript")}
          title={`${t("room.tools.superscript")} Ctrl .`}
          pressed={state.superscript}
          onPress={() => doHere(editor, toggleScript("superscript"))}
        >
          x<sup>2</sup>
        </Tool>
        <Tool
          label={t("room.tools.subscript")}
          title={`${t("room.tools.subscript")} Ctrl ,`}
          pressed={state.subscript}
          onPress={() => doHere(editor, toggleScript("subscript"))}
        >
          x<sub>2</sub>
        </Tool>
        <Tool
          label={t("room.tools.bullets")}
          title="Ctrl Shift 8"
          pressed={state.bullets}
          onPress={() => doHere(editor, toggleEntries("bullet"))}
        />
        <Tool
          label={t("room.tools.numbers")}
          title="Ctrl Shift 7"
          pressed={state.numbers}
          onPress={() => doHere(editor, toggleEntries("ordered"))}
        />
        <Tool
          label={t("room.tools.table")}
          disabled={state.table}
          onPress={() => doHere(editor, insertTable(3, 3))}
        />
        <Tool
          label={t("room.tools.link")}
          pressed={state.link || panel === "link"}
          onPress={() => toggle("link")}
        />
        <Tool
          label={t("room.tools.mention")}
          title={t("room.tools.mentionHint")}
          onPress={() => run().command(typeAt).run()}
        >
          @
        </Tool>
        <Tool label={t("room.tools.find")} pressed={panel === "find"} onPress={() => toggle("find")} />
        {onResolve && (
          <Tool
            label={t("room.tools.forMinutes")}
            title={`${t("room.tools.forMinutesHint")} Alt M`}
            pressed={state.forMinutes}
            onPress={() => doHere(editor, toggleForMinutes)}
          />
        )}
        <span className="tool-gap" />
        <Tool
          label={t("room.tools.undo")}
          title={`${t("room.tools.undo")} Ctrl Z`}
          disabled={!state.canUndo}
          onPress={() => run().undo().run()}
        >
          <Turn />
        </Tool>
        <Tool
          label={t("room.tools.redo")}
          title={`${t("room.tools.redo")} Ctrl Y`}
          disabled={!state.canRedo}
          onPress={() => run().redo().run()}
        >
          <Turn forwards />
        </Tool>
        {onResolve && (
          <Tool
            label={t("room.tools.resolve")}
            title={t("room.tools.resolveHint")}
            disabled={!state.selects}
            onPress={onResolve}
          />
        )}
      </div>
      {state.table && <TableTools editor={editor} />}
      {panel === "link" && <LinkForm editor={editor} onDone={() => setPanel(null)} />}
      {panel === "find" && <FindAndReplace editor={editor} onDone={() => setPanel(null)} />}
    </div>
  );
}
