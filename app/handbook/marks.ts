/** A mark in a chapter that is replaced by what the product itself says: `{{button:task.act.strikeOff}}`. */
export interface Mark {
  kind: MarkKind;
  /** A message key, a figure's name, or the keys themselves. */
  name: string;
  /** What the message's own variables stand for: `{{button:problem.list.removeCount count=3}}`. */
  values: Record<string, string>;
}

/**
 * `button`: words to be found on a page, set in quotation marks. `word`: the same words as part of a sentence,
 * without marks. `key`: a key of the keyboard. `figure`: a number that the product keeps.
 */
export const markKinds = ["button", "word", "key", "figure"] as const;
export type MarkKind = (typeof markKinds)[number];

const shape = /^\{\{(button|word|key|figure):([^}]+)\}\}/;

/** Reads the mark a text begins with. */
export function readMark(text: string): (Mark & { raw: string }) | undefined {
  const found = shape.exec(text);
  if (!found) return undefined;
  const [raw, kind, inside] = found as unknown as [string, MarkKind, string];
  if (kind === "key") return { raw, kind, name: inside, values: {} };
  const [name = "", ...pairs] = inside.split(/ (?=\w+=)/);
  const values = Object.fromEntries(pairs.map((pair) => pair.split("=") as [string, string]));
  return { raw, kind, name, values };
}

/**
 * The words that a language file has under a message key, with its variables filled in. Throws for a key that
 * is not there or a variable without a value: a chapter that names a button that is gone is a fault.
 */
export function wordsOf(texts: object, key: string, values: Record<string, string>): string {
  const text = leafOf(texts, key) ?? leafOf(texts, `${key}_other`);
  if (text === undefined) throw new Error(`no text ${key}`);
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${key} needs ${name}`);
    return value;
  });
}

function leafOf(texts: object, key: string): string | undefined {
  let found: unknown = texts;
  for (const part of key.split("."))
    found = typeof found === "object" && found ? (found as Record<string, unknown>)[part] : undefined;
  return typeof found === "string" ? found : undefined;
}
