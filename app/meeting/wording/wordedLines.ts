import type { NoteNode } from "~/record/document/noteSchema";
import { plainNotes } from "~/record/editor/plainNotes";

/** A wording with what each fact in it reads, as a tree that can be shown. */
export function withFacts(note: NoteNode, facts: Readonly<Record<string, string>>): NoteNode {
  if (note.type === "fact")
    return { ...note, attrs: { ...note.attrs, said: facts[String(note.attrs?.id)] ?? "" } };
  // On the paper a name is a name, without the sign by which it was called up.
  if (note.type === "mention") return { type: "text", text: String(note.attrs?.label ?? "") };
  return note.content ? { ...note, content: note.content.map((child) => withFacts(child, facts)) } : note;
}

/** Writes a wording as the paragraphs of the paper. */
export function wordedLines(note: NoteNode, facts: Readonly<Record<string, string>>): string[] {
  return plainNotes(withFacts(note, facts).content ?? [])
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Lists the facts that a wording names. */
export function factsNamed(note: NoteNode): string[] {
  if (note.type === "fact") return [String(note.attrs?.id)];
  return (note.content ?? []).flatMap(factsNamed);
}
