import type { NoteNode } from "~/record/document/noteSchema";
import { writtenScript } from "~/record/document/noteScripts";

/** Writes a tree of notes as plain text, a line each: entries with their signs and numbers, cells parted by tabs. */
export function plainNotes(tree: readonly NoteNode[]): string {
  const isOneLine = tree.length === 1 && wordsOnly(tree[0]!);
  return isOneLine ? wordsOf(firstLine(tree[0]!)) : tree.flatMap((node) => linesOf(node, "")).join("\n");
}

const firstLine = (node: NoteNode): NoteNode => (isLine(node) ? node : firstLine(node.content![0]!));
const isLine = ({ type }: NoteNode) => type === "paragraph" || type === "heading";

/** Part of an entry is no list. */
function wordsOnly(node: NoteNode): boolean {
  if (isLine(node)) return true;
  return node.type !== "table" && node.content?.length === 1 && wordsOnly(node.content[0]!);
}

function linesOf(node: NoteNode, before: string): string[] {
  const children = node.content ?? [];
  switch (node.type) {
    case "bulletList":
    case "orderedList":
      return children.flatMap((entry, at) => entryLines(entry, before, sign(node, at)));
    case "table":
      return children.map((row) => (row.content ?? []).map(cellWords).join("\t"));
    case "tableRow":
      return [children.map(cellWords).join("\t")];
    case "horizontalRule":
      return ["———"];
    default:
      return isLine(node) ? [before + wordsOf(node)] : children.flatMap((child) => linesOf(child, before));
  }
}

function sign({ type, attrs }: NoteNode, at: number): string {
  return type === "orderedList" ? `${Number(attrs?.start ?? 1) + at}. ` : "• ";
}

function entryLines(entry: NoteNode, before: string, mark: string): string[] {
  const [first = "", ...rest] = (entry.content ?? []).flatMap((child) => linesOf(child, "")).map(String);
  return [before + mark + first, ...rest.map((line) => `${before}  ${line}`)];
}

function cellWords(cell: NoteNode): string {
  return (cell.content ?? []).flatMap((child) => linesOf(child, "")).join(" ");
}

function wordsOf({ content = [] }: NoteNode): string {
  return content.map(inlineWords).join("");
}

function inlineWords({ type, text, attrs, marks }: NoteNode): string {
  if (type === "fact") return String(attrs?.said ?? "");
  if (type === "mention") return `@${attrs?.label ?? ""}`;
  return type === "hardBreak" ? "\n" : writtenScript(text ?? "", marks);
}
