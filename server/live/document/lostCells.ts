import * as Y from "yjs";
import { cellsField, readField } from "~/record/document/fieldPlace";
import { cellsOfTable, readTaken, type SeenLetters, writtenTableOf } from "~/record/document/noteTable";
import type { AppliedUpdate, ItemId, UnseenLoss } from "./loss";

// Words in the cells of a row, a column or a table that somebody takes away stay where they are, and nobody sees them any
// more. Those that whoever took them away had not seen are told to their writer; those that come afterwards too.

/** A mark by which cells were taken away, as it lies in the document. */
interface Mark {
  topicId: string;
  table: string;
  key: string;
  item: Y.Item;
}

/** The pieces that one client wrote into a cell. */
interface Writing {
  first: Y.Item;
  last: Y.Item;
  topicId: string;
  table: string;
  row: string;
  column: string;
}

// Far above what one act takes away; each has to be looked for among all cells.
const mostMarks = 60;

/** Finds the words that an update took away unseen by a mark on their cells, or brought into cells that are gone. */
export function lostCells({ document, update, isIncoming }: AppliedUpdate): UnseenLoss[] {
  const names = new Map<object, string>();
  const brought = update.structs.flatMap((struct) => {
    const item = struct instanceof Y.Item ? Y.getItem(document.store, struct.id) : null;
    if (!(item instanceof Y.Item) || item.deleted || !isIncoming(item)) return [];
    const root = rootOf(document, item, names);
    return root === null ? [] : [{ item, root: root.split("/") }];
  });
  const marks = new Map<string, Mark>();
  // What somebody writes into one cell in many pieces is one writing.
  const writings = new Map<string, Writing>();
  for (const { item, root } of brought) {
    const [kind, topicId = "", table = "", row = "", column = ""] = root;
    if (kind === "tables" && item.parentSub !== null && root.length === 3 && marks.size < mostMarks)
      marks.set(`${table}/${item.parentSub}`, { topicId, table, key: item.parentSub, item });
    if (kind === "cells" && root.length === 5 && item.content instanceof Y.ContentString) {
      const name = `${root.join("/")}/${item.id.client}`;
      const first = writings.get(name)?.first ?? item;
      writings.set(name, { topicId, table, row, column, first, last: item });
    }
  }
  return [
    ...[...marks.values()].flatMap((mark) => takenBy(document, mark, isIncoming)),
    ...[...writings.values()].flatMap((writing) => comingInto(document, writing, isIncoming)),
  ];
}

function rootOf(document: Y.Doc, { parent }: Y.Item, names: Map<object, string>): string | null {
  if (!(parent instanceof Y.AbstractType) || parent._item) return null;
  if (names.size === 0) for (const [name, root] of document.share) names.set(root, name);
  return names.get(parent) ?? null;
}

const lastValue = ({ content }: Y.Item): unknown =>
  content instanceof Y.ContentAny ? content.arr.at(-1) : null;

/** The words, of others than the update brings, that stood unseen in cells it takes away. */
function takenBy(document: Y.Doc, mark: Mark, isIncoming: (item: Y.Item) => boolean): UnseenLoss[] {
  const taken = readTaken(mark.key, lastValue(mark.item));
  if (!taken?.seen) return [];
  const { line, seen } = taken;
  const cells = cellsOfTable(document, mark.topicId, mark.table).filter(
    (cell) => line === null || cell[line.kind] === line.id,
  );
  return cells.flatMap(({ text }) => {
    const unseen = wordsOf(text, (item) => !isIncoming(item) && isUnseen(item, seen));
    return unseen.map((loss) => ({
      ...lossAt(mark.topicId, loss),
      incoming: false,
      over: idOf(mark.item.id),
    }));
  });
}

/** The words that an update brings into a cell that is gone. */
function comingInto(
  document: Y.Doc,
  { topicId, table, row, column, first, last: item }: Writing,
  isIncoming: (item: Y.Item) => boolean,
): UnseenLoss[] {
  const marks = [`gone/row/${row}`, `gone/column/${column}`, "gone/table"];
  const map = writtenTableOf(document, topicId, table)?._map;
  const mark = marks.flatMap((key) => map?.get(key) ?? []).find((one) => isStanding(one) && !isIncoming(one));
  if (!mark) return [];
  const { client } = item.id;
  const seen = readTaken(mark.parentSub, lastValue(mark))?.seen ?? {};
  const own = wordsOf(item.parent as Y.Text, (one) => one.id.client === client && isUnseen(one, seen));
  const last = { client, clock: item.id.clock + item.length - 1 };
  const continues = first.origin && idOf(first.origin);
  return own.map((loss) => ({
    ...lossAt(topicId, loss),
    ...{ item: last, continues, incoming: true, over: idOf(mark.id) },
  }));
}

const isStanding = (mark: Y.Item) => !mark.deleted && readTaken(mark.parentSub, lastValue(mark)) !== null;

function isUnseen({ id, length }: Y.Item, seen: SeenLetters): boolean {
  const known = seen[id.client];
  return id.clock + length > (typeof known === "number" ? known : 0);
}

/** The words of a text that are looked for, put together by their writer's client. */
function wordsOf(text: Y.Text, isLookedFor: (item: Y.Item) => boolean): { item: ItemId; words: string }[] {
  const found = new Map<number, { item: ItemId; words: string }>();
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString) || !isLookedFor(item)) continue;
    const { client, clock } = item.id;
    const known = found.get(client);
    const at = { client, clock: Math.max(known?.item.clock ?? 0, clock + item.length - 1) };
    found.set(client, { item: at, words: (known?.words ?? "") + item.content.str });
  }
  return [...found.values()].flatMap(({ item, words }) => {
    const bounded = readField(cellsField(""), words);
    return typeof bounded === "string" ? [{ item, words: bounded }] : [];
  });
}

function lossAt(topicId: string, { item, words }: { item: ItemId; words: string }) {
  return { place: cellsField(topicId), topicId, value: words, item, continues: null };
}

const idOf = ({ client, clock }: Y.ID): ItemId => ({ client, clock });
