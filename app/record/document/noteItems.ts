import * as Y from "yjs";
import { readMention } from "./mention";
import { readEmbed } from "./noteLines";
import { tableLines, writtenCellOf, writtenTableOf } from "./noteTable";
import { elementsOf, holdsLines, notesOf } from "./shape";

/** A stretch of words as it reads, and the item of the shared document that it is. */
export interface WrittenItem {
  id: Y.ID;
  text: string;
  /** One item that reads as several characters: a mention. */
  atom: boolean;
}

/**
 * Lists what the words of a topic's notes are made of, line by line in reading order, in whichever form the document
 * holds them. What is written in a cell of a table is a line of its own.
 */
export function itemsOfNotes(document: Y.Doc, topicId: string): WrittenItem[][] {
  const lines: WrittenItem[][] = [[]];
  if (holdsLines(document, topicId))
    walkLines(document, topicId, notesOf(document, topicId), lines, new Set());
  else {
    const elements = elementsOf(document, topicId);
    if (elements) walkElements(elements, lines);
  }
  return lines;
}

/** Lists what the words of a shared text are made of. */
export function itemsOfText(text: Y.Text): WrittenItem[] {
  return liveItems(text).flatMap(({ id, content }) =>
    content instanceof Y.ContentString ? [{ id, text: content.str, atom: false }] : [],
  );
}

// Follows the items themselves: nothing that is read through Yjs' own methods says where it came from.
function liveItems(type: { _start: Y.Item | null }): Y.Item[] {
  const items: Y.Item[] = [];
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted) items.push(item);
  return items;
}

/** @param tables those that were met already; null in a cell, where there are none */
function walkLines(
  document: Y.Doc,
  topicId: string,
  text: Y.Text,
  lines: WrittenItem[][],
  tables: Set<string> | null,
): void {
  for (const { id, content } of liveItems(text)) {
    if (content instanceof Y.ContentString) {
      lines.at(-1)?.push({ id, text: content.str, atom: false });
      continue;
    }
    if (content instanceof Y.ContentType) lines.push([]);
    if (!(content instanceof Y.ContentEmbed)) continue;
    const embed = readEmbed(content.embed);
    const mention = embed.kind === "mention" ? readMention(embed.mention) : null;
    if (mention) lines.at(-1)?.push({ id, text: `@${mention.label}`, atom: true });
    else if (embed.kind === "table" && tables && !tables.has(embed.id)) {
      tables.add(embed.id);
      walkTable(document, topicId, embed.id, lines);
    }
  }
}

function walkTable(document: Y.Doc, topicId: string, id: string, lines: WrittenItem[][]): void {
  const table = writtenTableOf(document, topicId, id);
  if (!table) return;
  const columns = tableLines(table, "column");
  for (const row of tableLines(table, "row"))
    for (const column of columns) {
      lines.push([]);
      const cell = writtenCellOf(document, topicId, id, row, column);
      if (cell) walkLines(document, topicId, cell, lines, null);
    }
  lines.push([]);
}

function walkElements(parent: { _start: Y.Item | null }, lines: WrittenItem[][]): void {
  for (const { id, content } of liveItems(parent)) {
    if (content instanceof Y.ContentString) lines.at(-1)?.push({ id, text: content.str, atom: false });
    if (!(content instanceof Y.ContentType)) continue;
    const inner = content.type as unknown;
    if (inner instanceof Y.XmlElement && inner.nodeName === "mention")
      lines.at(-1)?.push({ id, text: `@${inner.getAttribute("label") ?? ""}`, atom: true });
    else if (inner instanceof Y.XmlElement) {
      lines.push([]);
      walkElements(inner, lines);
      lines.push([]);
    } else if (inner instanceof Y.AbstractType) walkElements(inner, lines);
  }
}
