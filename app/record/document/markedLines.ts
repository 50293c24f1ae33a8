import { minutesMark } from "./noteMarks";
import type { NoteNode } from "./noteSchema";
import { writtenScript } from "./noteScripts";

const isMarked = ({ marks }: NoteNode) => marks?.some(({ type }) => type === minutesMark) ?? false;

/** Lists what of some notes is marked for the minutes, a text for each line in which there is any. */
export function markedLines(note: NoteNode): string[] {
  const inline = (note.content ?? []).filter(isMarked);
  if (inline.length > 0) return [inline.map(wordsOf).join("").trim()].filter(Boolean);
  return (note.content ?? []).flatMap(markedLines);
}

function wordsOf({ type, text, attrs, marks }: NoteNode): string {
  // In minutes a name is a name, without the sign by which it was called up.
  return type === "mention" ? String(attrs?.label ?? "") : writtenScript(text ?? "", marks);
}
