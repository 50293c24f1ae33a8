import { z } from "zod";

// A form that changes something says which state of it was shown. Is that state overtaken, the page comes back with
// both, and the form says of each field whose words are to stand. The names of what it sends for that:

/** The state that was shown: JSON of its values, by field. */
export const seenField = "shown";
/** The state that stands now and was shown beside what was typed: JSON of a {@link ShownState}. */
export const meanwhileField = "meanwhile";
/** Whose words are to stand in a field: `theirs` or `mine`. */
export const takeField = (name: string) => `take.${name}`;

/** What a field holds; several choices are a list. */
export type FieldValue = string | string[];
export type FieldValues = Record<string, FieldValue>;

/** A state of a thing, as a form shows it. */
export interface ShownState {
  version: number;
  values: FieldValues;
}

/** Who wrote a field last, and when (UTC instant); null where it was the system. */
export interface Touch {
  by: string | null;
  at: string;
}

const values = z.record(z.string().max(100), z.union([z.string(), z.array(z.string())]));
const shown = z.object({ version: z.number().int().min(0), values });

/** Reads the values that a form was shown with; none where that cannot be read. */
export const readSeen = (text: string): FieldValues => readJson(text, values) ?? {};

function readJson<Output>(text: string, schema: z.ZodType<Output>): Output | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const written = (value: FieldValue | undefined) =>
  Array.isArray(value)
    ? JSON.stringify([...value].sort())
    : JSON.stringify((value ?? "").replace(/\r\n?/g, "\n").trim());

/** Whether two values of a field say the same. */
export function isSame(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  if (Array.isArray(one) === Array.isArray(other)) return written(one) === written(other);
  const list = (value: FieldValue | undefined) => (value === undefined || value === "" ? [] : [value].flat());
  return written(list(one)) === written(list(other));
}

/**
 * Makes a version of what has none of its own out of what it says: the same words have the same one.
 * @returns a whole number, at most 2⁵³
 */
export function markOf(state: FieldValues): number {
  const text = JSON.stringify(
    Object.keys(state)
      .sort()
      .map((name) => [name, written(state[name])]),
  );
  let [low, high] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 2_654_435_761);
    high = Math.imul(high ^ unit, 1_597_334_677);
  }
  return (high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0);
}

/** Names the fields that have changed since they were shown, and do not say what was typed. */
export function fieldsApart(seen: FieldValues, now: FieldValues, typed: FieldValues): string[] {
  return Object.keys(now).filter((name) => !isSame(seen[name], now[name]) && !isSame(typed[name], now[name]));
}

/** What a form says in the fields that a state has. */
export function typedIn(sent: FormData, names: readonly string[], seen: FieldValues): FieldValues {
  return Object.fromEntries(
    names.map((name) => {
      const said = sent.getAll(name).map(String);
      return [name, Array.isArray(seen[name]) ? said : (said[0] ?? "")];
    }),
  );
}

/**
 * Carries out what somebody decided on a form that had been overtaken: where the others' words are to stand they take
 * the place of what was typed, and the form is from then on one about the newer state. As long as a field is
 * undecided it stays about the older one, and is refused again.
 */
export function decideMeanwhile(sent: FormData): void {
  const now = readJson(String(sent.get(meanwhileField) ?? ""), shown);
  sent.delete(meanwhileField);
  if (!now) return;
  const seen = readSeen(String(sent.get(seenField) ?? ""));
  const typed = typedIn(sent, Object.keys(now.values), now.values);
  const open = fieldsApart(seen, now.values, typed);
  if (open.some((name) => !["theirs", "mine"].includes(String(sent.get(takeField(name)))))) return;
  for (const name of open.filter((one) => sent.get(takeField(one)) === "theirs")) {
    sent.delete(name);
    for (const value of [now.values[name]!].flat()) sent.append(name, value);
  }
  sent.set("version", String(now.version));
  sent.set(seenField, JSON.stringify(now.values));
}
