import { Extension } from "@tiptap/core";
import { selectAll } from "@tiptap/pm/commands";
import { type Command, Plugin } from "@tiptap/pm/state";
import { goToNextCell, isInTable } from "@tiptap/pm/tables";
import { appendRow } from "~/record/binding/tableActs";
import { deleteApart, reachesAcross } from "./deleteApart";
import { toggleForMinutes } from "./forMinutes";
import { breakLine, breakWords, deleteBackward, deleteForward } from "./lineBreaks";
import { moveEntries } from "./lineDepth";
import { setPlain, toggleEntries, toggleHeading, toggleQuote } from "./lineForms";
import { lineRules } from "./lineRules";
import { toggleScript } from "./scripts";
import { deleteEmptyTable } from "./tableCommands";

/** Creates the extension with the keys of lines, of their marks and of tables, and with what is typed to form a line. */
export const LineKeys = Extension.create({
  name: "lineKeys",
  // Before the keys of tables and marks.
  priority: 900,
  addInputRules: () => lineRules,
  addKeyboardShortcuts() {
    const { editor } = this;
    const run = (command: Command) => () => command(editor.state, editor.view.dispatch, editor.view);
    const nextCell = run(goToNextCell(1));
    const backspace = () =>
      editor.commands.undoInputRule() || run(deleteEmptyTable)() || run(deleteBackward)();
    const forward = () => run(deleteEmptyTable)() || run(deleteForward)();
    const tab = () =>
      isInTable(editor.state) ? nextCell() || appendRow(editor.view) : run(moveEntries(1))();
    const backTab = () =>
      isInTable(editor.state) ? run(goToNextCell(-1))() || true : run(moveEntries(-1))();
    return {
      Enter: run(breakLine),
      "Shift-Enter": run(breakWords),
      "Mod-Enter": run(breakWords),
      Backspace: backspace,
      "Mod-Backspace": backspace,
      "Shift-Backspace": backspace,
      Delete: forward,
      "Mod-Delete": forward,
      Tab: tab,
      "Shift-Tab": backTab,
      // At once: what the browser selects is known only a little later.
      "Mod-a": run(selectAll),
      "Mod-Alt-0": run(setPlain),
      "Mod-Alt-2": run(toggleHeading(2)),
      "Mod-Alt-3": run(toggleHeading(3)),
      "Mod-Alt-4": run(toggleHeading(4)),
      "Mod-Shift-7": run(toggleEntries("ordered")),
      "Mod-Shift-8": run(toggleEntries("bullet")),
      "Mod-Shift-b": run(toggleQuote),
      "Alt-m": run(toggleForMinutes),
      "Mod-.": run(toggleScript("superscript")),
      "Mod-,": run(toggleScript("subscript")),
    };
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        /** Typing over cells empties each; it would join what stands in them otherwise. */
        handleTextInput(view, _from, _to, text) {
          if (!reachesAcross(view.state)) return false;
          const tr = deleteApart(view.state, view.state.tr);
          view.dispatch(tr.insertText(text).scrollIntoView());
          return true;
        },
        handleDOMEvents: {
          compositionstart(view) {
            if (reachesAcross(view.state)) view.dispatch(deleteApart(view.state, view.state.tr));
            return false;
          },
        },
      },
    }),
  ],
});
