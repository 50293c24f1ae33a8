import { toggleMark } from "@tiptap/pm/commands";
import type { Command } from "@tiptap/pm/state";

const other = { superscript: "subscript", subscript: "superscript" } as const;

/** Lifts words above the line or below it, or puts them back on it; they are never both at once. */
export function toggleScript(script: keyof typeof other): Command {
  return (state, dispatch, view) => {
    const { marks } = state.schema;
    const [own, opposite] = [marks[script]!, marks[other[script]]!];
    return toggleMark(own)(
      state,
      dispatch &&
        ((tr) => {
          for (const { $from, $to } of state.selection.ranges)
            if ($to.pos > $from.pos) tr.removeMark($from.pos, $to.pos, opposite);
          dispatch(tr.removeStoredMark(opposite));
        }),
      view,
    );
  };
}
