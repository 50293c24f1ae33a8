import { taskAddress } from "~/address/tasks";
import { unitAddress } from "~/address/units";
import { cleanLine, cutText } from "~/value/cleanText";

/** What can be named in the text so that it stays findable. */
export const mentionKinds = ["unit", "person", "task"] as const;
export type MentionKind = (typeof mentionKinds)[number];

/** A unit by its slug, a person by their id, a task by its number; `label` is what is read. */
export interface Mention {
  kind: MentionKind;
  id: string;
  label: string;
}

/** What a mention points at. */
export type MentionTarget = Pick<Mention, "kind" | "id">;

/** How the platform calls what is pointed at; null where there is no such thing. */
export interface MentionName extends MentionTarget {
  name: { zh: string; en: string } | null;
}

/** Something that may be named, as the picker offers it. */
export interface MentionChoice extends Mention {
  name: { zh: string; en: string };
  /** Post and unit of a person, what a task is about; null where the name says enough. */
  detail: { zh: string; en: string } | null;
  /** Called to this day. */
  invited: boolean;
}

const labelBound = 100;
const wordsBound = 30;

const idPatterns: Record<MentionKind, RegExp> = {
  unit: /^[a-z0-9][a-z0-9-]{0,63}$/,
  person: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/,
  task: /^RW-\d{4}-\d{4,9}$/,
};

/** Reads a mention from attributes that anybody may have written; null when it names nothing. */
export function readMention(found: Record<string, unknown>): Mention | null {
  const { kind, id, label } = found;
  const known = mentionKinds.find((one) => one === kind);
  if (!known || typeof id !== "string" || !idPatterns[known].test(id)) return null;
  return { kind: known, id, label: typeof label === "string" ? cleanLine(cutText(label, labelBound)) : "" };
}

/** How many names a page may ask for at once. */
export const mentionsAtOnce = 50;

/** Writes what is pointed at as one word: `unit/works`. */
export function mentionKey({ kind, id }: MentionTarget): string {
  return `${kind}/${id}`;
}

/** Reads the keys of a request; those that name nothing, and those above the bound, fall away. */
export function readMentionKeys(keys: readonly string[]): MentionTarget[] {
  return keys.slice(0, mentionsAtOnce).flatMap((key) => {
    const [kind, ...id] = key.split("/");
    const mention = readMention({ kind, id: id.join("/") });
    return mention ? [{ kind: mention.kind, id: mention.id }] : [];
  });
}

/** Gives the address of what is mentioned; null for people, who have no page. */
export function mentionAddress({ kind, id }: MentionTarget): string | null {
  if (kind === "unit") return unitAddress(id);
  return kind === "task" ? taskAddress(id) : null;
}

// Not inside an address of mail, and ended by a space or a sign.
const asking = /(?:^|[^A-Za-z0-9._@＠])[@＠]([^\s@＠，。、；：？！,;:?!（）()“”"《》\ufffc]*)$/;

/** Finds the words after an `@` before the caret, with their length and the sign's; null where there is none. */
export function askedWords(before: string): { words: string; length: number } | null {
  const words = asking.exec(before)?.[1];
  if (words === undefined || words.length > wordsBound) return null;
  return { words, length: words.length + 1 };
}

/** Reads the words of a request for choices, cut to the length that is used. */
export function mentionWords(asked: string | null): string {
  return cutText(cleanLine(asked ?? "").trim(), wordsBound);
}
