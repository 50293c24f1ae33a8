import * as prng from "lib0/prng";
import * as Y from "yjs";
import { type LineForm, lineForms } from "~/record/document/noteLines";
import { cellOf, newTableLines, tableLines, tableOf } from "~/record/document/noteTable";
import { notesOf, resolutionsOf, topicsOf } from "~/record/document/record";
import { between, breakLine, countLines, lineAt } from "../builders/notes";

/** Something done to a document, chosen by chance. */
export type Act = (document: Y.Doc, chance: prng.PRNG) => void;

const words = ["积水", "路灯", "井盖", "区建管委", "🚧", "整改\n", "A", ""];
const keys = ["one", "two", "three"];
const word = (chance: prng.PRNG) => prng.oneOf(chance, words);
const upTo = (chance: prng.PRNG, bound: number) => prng.int32(chance, 0, bound);

/** A structure of that kind under that name: whoever does not find it makes it, also where two do at once. */
function within<T>(map: Y.Map<unknown>, key: string, kind: new () => T): T {
  const found = map.get(key);
  if (found instanceof kind) return found;
  const made = new kind();
  map.set(key, made);
  return made;
}

function value(chance: prng.PRNG): unknown {
  return prng.oneOf<() => unknown>(chance, [
    () => word(chance),
    () => prng.int32(chance, -1_000, 1_000),
    () => prng.bool(chance),
    () => null,
    () => ({ plain: [word(chance), 1.5] }),
  ])();
}

/** Sets, nests and deletes in maps. */
export const mapActs: Act[] = [
  (document, chance) => topicsOf(document).set(prng.oneOf(chance, keys), value(chance)),
  (document, chance) => topicsOf(document).delete(prng.oneOf(chance, keys)),
  (document, chance) =>
    within(topicsOf(document), prng.oneOf(chance, keys), Y.Map<unknown>).set(
      prng.oneOf(chance, keys),
      value(chance),
    ),
  (document, chance) => within(topicsOf(document), "nested", Y.Map<unknown>).delete(prng.oneOf(chance, keys)),
];

const listOf = (document: Y.Doc) => within(resolutionsOf(document), "list", Y.Array<unknown>);

/** Inserts into and deletes from arrays, structures among the values. */
export const arrayActs: Act[] = [
  (document, chance) => {
    const list = listOf(document);
    list.insert(upTo(chance, list.length), [value(chance), value(chance)]);
  },
  (document, chance) => {
    const list = listOf(document);
    const map = new Y.Map();
    list.insert(upTo(chance, list.length), [map]);
    map.set("made", word(chance));
  },
  (document, chance) => {
    const list = listOf(document);
    if (list.length === 0) return;
    const at = upTo(chance, list.length - 1);
    list.delete(at, Math.min(upTo(chance, 3), list.length - at));
  },
];

function editText(text: Y.Text, chance: prng.PRNG): void {
  const at = between(text, upTo(chance, text.length));
  const length = between(text, Math.min(at + upTo(chance, 4), text.length)) - at;
  prng.oneOf(chance, [
    () => text.insert(at, word(chance)),
    () => text.insert(at, word(chance), prng.bool(chance) ? { bold: true } : { italic: true }),
    () => length > 0 && text.delete(at, length),
    () => length > 0 && text.format(at, length, { bold: prng.bool(chance) ? true : null }),
  ])();
}

/** Types, deletes and formats in texts. */
export const textActs: Act[] = [
  (document, chance) => editText(within(resolutionsOf(document), "text", Y.Text), chance),
];

const forms: LineForm[] = [...lineForms];
const notesIn = (document: Y.Doc) => notesOf(document, "words");

/** Breaks, joins and changes lines of notes, types in them and in the cells of a table. */
export const notesActs: Act[] = [
  (document, chance) => editText(notesIn(document), chance),
  (document, chance) => {
    const notes = notesIn(document);
    breakLine(notes, between(notes, upTo(chance, notes.length)), prng.oneOf(chance, forms));
  },
  (document, chance) => {
    const notes = notesIn(document);
    const { from } = lineAt(notes, upTo(chance, countLines(notes) - 1));
    if (from > 0) notes.delete(from - 1, 1);
  },
  (document, chance) => {
    const [marker] = (notesIn(document).toDelta() as { insert: unknown }[])
      .map(({ insert }) => insert)
      .filter((insert) => insert instanceof Y.Map);
    if (marker) marker.set("form", prng.oneOf(chance, forms));
    else notesIn(document).setAttribute("form", prng.oneOf(chance, forms));
  },
  (document, chance) => {
    const table = tableOf(document, "words", "t");
    const [rows, columns] = [tableLines(table, "row"), tableLines(table, "column")];
    if (rows.length === 0) newTableLines(table, "row", 2);
    else if (columns.length === 0) newTableLines(table, "column", 2);
    else
      editText(cellOf(document, "words", "t", prng.oneOf(chance, rows), prng.oneOf(chance, columns)), chance);
  },
];

export const allActs: Act[] = [
  ...mapActs,
  ...arrayActs,
  ...textActs,
  ...textActs,
  ...notesActs,
  ...notesActs,
];
