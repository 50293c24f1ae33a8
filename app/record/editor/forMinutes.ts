import type { Command } from "@tiptap/pm/state";
import { minutesMark } from "~/record/document/noteMarks";
import { selectedLines } from "./linesIn";

/** Marks the lines that are selected, or the one with the caret, for the minutes; takes the mark off where all have it. */
export const toggleForMinutes: Command = (state, dispatch) => {
  const mark = state.schema.marks[minutesMark]!;
  const lines = selectedLines(state).filter(({ node }) => node.content.size > 0);
  if (lines.length === 0) return false;
  const { tr } = state;
  const isOn = lines.every(({ node }) => node.children.every((child) => mark.isInSet(child.marks)));
  for (const { node, position } of lines) {
    const [from, to] = [position + 1, position + 1 + node.content.size];
    if (isOn) tr.removeMark(from, to, mark);
    else tr.addMark(from, to, mark.create());
  }
  dispatch?.(isOn ? tr.removeStoredMark(mark) : tr);
  return true;
};
