import * as Y from "yjs";
import { type Fact, readFact } from "./fact";

/**
 * How notes are held: one text for each topic. A line begins with a marker, a Y.Map embedded before its words that
 * says what form the line has; the first line has none, its form lies in the attributes of the text. Breaking, joining
 * and changing lines never touches words, so that whoever writes in them meanwhile loses none.
 */

/** What a line can be. */
export const lineForms = ["paragraph", "heading", "bullet", "ordered", "quote"] as const;
export type LineForm = (typeof lineForms)[number];

/** The form of a line. */
export interface LineAttributes {
  form: LineForm;
  /** Level of a heading, 2 to 4; depth of an entry of a list, from 1; of other lines how far they are set in. */
  depth: number;
  /** Of an entry of an ordered list with which a list begins: its number, where that is told. */
  start?: number;
}

/** The form of a line of which nothing is said. */
export const plainLine: LineAttributes = { form: "paragraph", depth: 0 };

/** Depth of the deepest entry of a list. */
export const deepestEntry = 8;

/** The highest number with which a list can begin. */
const highestStart = 100_000;

const depthsOf: Record<LineForm, [least: number, most: number]> = {
  paragraph: [0, deepestEntry],
  heading: [2, 4],
  bullet: [1, deepestEntry],
  ordered: [1, deepestEntry],
  quote: [0, 0],
};

/** Reads the form of a line from values that anybody may have written. Never throws. */
export function readLineAttributes(value: (key: string) => unknown): LineAttributes {
  const form = lineForms.find((one) => one === value("form")) ?? plainLine.form;
  const [least, most] = depthsOf[form];
  const depth = value("depth");
  const whole = typeof depth === "number" && Number.isInteger(depth) ? depth : least;
  const start = form === "ordered" ? value("start") : null;
  const begins = typeof start === "number" && Number.isInteger(start) && start >= 0 && start <= highestStart;
  return { form, depth: Math.min(most, Math.max(least, whole)), ...(begins ? { start } : {}) };
}

/** Reads the form of the first line of a text. */
export function firstLineAttributes(text: Y.Text): LineAttributes {
  return readLineAttributes((key) => text.getAttribute(key) as unknown);
}

/** What stands in a text besides words. */
export type Embed =
  | { kind: "line"; marker: Y.Map<unknown> }
  | { kind: "mention"; mention: Record<string, unknown> }
  | { kind: "break" }
  | { kind: "fact"; fact: Fact }
  | { kind: "table"; id: string }
  | { kind: "rule" }
  /** Something that is not ours: it keeps its place and shows nothing. */
  | { kind: "foreign" };

/** The plain objects that stand for what is no word, as {@link readEmbed} reads them. */
export const embedOf = {
  mention: (mention: { kind: string; id: string; label: string }) => ({ mention: { ...mention } }),
  fact: ({ id }: Fact) => ({ fact: id }),
  break: () => ({ break: true }),
  table: (id: string) => ({ table: id }),
  rule: () => ({ rule: true }),
};

const tableId = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** Reads what was embedded in a text; whatever it is, it takes one place. */
export function readEmbed(value: unknown): Embed {
  if (value instanceof Y.Map) return { kind: "line", marker: value };
  if (typeof value !== "object" || value === null || value instanceof Y.AbstractType)
    return { kind: "foreign" };
  const { mention, table, ...rest } = value as Record<string, unknown>;
  if (typeof mention === "object" && mention !== null)
    return { kind: "mention", mention: mention as Record<string, unknown> };
  if (typeof table === "string" && tableId.test(table)) return { kind: "table", id: table };
  const fact = readFact(rest.fact);
  if (fact) return { kind: "fact", fact };
  if (rest.break === true) return { kind: "break" };
  if (rest.rule === true) return { kind: "rule" };
  return { kind: "foreign" };
}
