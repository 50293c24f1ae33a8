import * as prng from "lib0/prng";
import * as Y from "yjs";
import { notesOf, resolutionsOf, topicsOf } from "~/record/document/record";

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

/** The place, or the one before it where it would cut a character in two: Yjs cannot put such halves together. */
function between(text: Y.Text, at: number): number {
  const plain = (text.toDelta() as { insert: unknown }[]).map((part) => String(part.insert)).join("");
  return /^[\udc00-\udfff]/.test(plain.slice(at, at + 1)) ? at - 1 : at;
}

function editText(text: Y.Text, chance: prng.PRNG): void {
  const at = between(text, upTo(chance, text.length));
  const length = between(text, Math.min(at + upTo(chance, 4), text.length)) - at;
  prng.oneOf(chance, [
    () => text.insert(at, word(chance)),
    () => text.insert(at, word(chance), prng.bool(chance) ? { bold: {} } : { italic: {} }),
    () => length > 0 && text.delete(at, length),
    () => length > 0 && text.format(at, length, { bold: prng.bool(chance) ? {} : null }),
  ])();
}

/** Types, deletes and formats in texts. */
export const textActs: Act[] = [
  (document, chance) => editText(within(resolutionsOf(document), "text", Y.Text), chance),
];

const kinds = ["paragraph", "heading", "bulletList"];

/** Adds, changes and deletes elements of notes, and types in them. */
export const xmlActs: Act[] = [
  (document, chance) => {
    const notes = notesOf(document, "words");
    const element = new Y.XmlElement(prng.oneOf(chance, kinds));
    notes.insert(upTo(chance, notes.length), [element]);
    element.setAttribute("level", String(upTo(chance, 4)));
    element.insert(0, [new Y.XmlText(word(chance))]);
  },
  (document, chance) => {
    const notes = notesOf(document, "words");
    if (notes.length > 0) notes.delete(upTo(chance, notes.length - 1), 1);
  },
  (document, chance) => {
    const notes = notesOf(document, "words");
    const element = notes.length > 0 ? notes.get(upTo(chance, notes.length - 1)) : null;
    if (!(element instanceof Y.XmlElement)) return;
    const text = element.get(0);
    if (text instanceof Y.XmlText) editText(text, chance);
    if (prng.bool(chance)) element.setAttribute("level", String(upTo(chance, 4)));
    else element.removeAttribute("level");
  },
];

export const allActs: Act[] = [...mapActs, ...arrayActs, ...textActs, ...textActs, ...xmlActs, ...xmlActs];
