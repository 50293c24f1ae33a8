/** Somebody in the room, as the server names them. */
export interface PresentPerson {
  personId: string;
  name: string;
  /** What the server sorts the name by. */
  sortKey: string;
  unit: { zh: string; en: string };
  /** A number that nobody else has who is here, given by the server. */
  seat: number;
  /** The topic they have open. */
  topicId: string | null;
  /** The field of a resolution they are in, see `fieldName`. */
  field: string | null;
  /** Their caret stands in the notes. */
  writes: boolean;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

function bothNames(value: unknown): PresentPerson["unit"] {
  const { zh, en } = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  return { zh: text(zh), en: text(en) };
}

/** Reads the number of somebody's place in a room from what the server says of them; 0 where it says none. */
export function seatOf(user: unknown): number {
  const { seat } = (typeof user === "object" && user !== null ? user : {}) as Record<string, unknown>;
  return typeof seat === "number" && Number.isInteger(seat) && seat >= 0 ? seat : 0;
}

/** How many colours there are, see `people.css`; who comes after them has one of them again, with another line. */
export const personColours = 24;
const lines = ["solid", "dashed", "dotted", "double"] as const;

/** The colour of a place in a room, as CSS has it: in both themes another one for each. */
export function colourOfSeat(seat: number): string {
  return `var(--person-${seat % personColours})`;
}

/** The line that is drawn in that colour: with it, those of one colour are told apart. */
export function lineOfSeat(seat: number): (typeof lines)[number] {
  return lines[Math.floor(seat / personColours) % lines.length] as (typeof lines)[number];
}

/** What stands at somebody's caret: their name, and their unit as the reader calls it. */
export function caretWords(user: unknown, nameOf: (unit: PresentPerson["unit"]) => string): [string, string] {
  const { name, unit } = (typeof user === "object" && user !== null ? user : {}) as Record<string, unknown>;
  return [text(name), nameOf(bothNames(unit))];
}

function readOne(state: unknown): PresentPerson | null {
  if (typeof state !== "object" || state === null) return null;
  const { user, topic, field, cursor } = state as Record<string, unknown>;
  if (typeof user !== "object" || user === null) return null;
  const { personId, name, sortKey, unit } = user as Record<string, unknown>;
  if (!text(personId)) return null;
  return {
    personId: text(personId),
    name: text(name),
    sortKey: text(sortKey),
    unit: bothNames(unit),
    seat: seatOf(user),
    topicId: text(topic) || null,
    field: text(field) || null,
    writes: cursor !== null && cursor !== undefined,
  };
}

/**
 * Who is in the room, each person once: somebody with two windows is where they write. Ordered by name.
 * @param states of the awareness, by client
 * @param own this page's client, left out
 */
export function presentPeople(states: ReadonlyMap<number, unknown>, own: number): PresentPerson[] {
  const people = new Map<string, PresentPerson>();
  for (const [client, state] of states) {
    const person = client === own ? null : readOne(state);
    if (!person) continue;
    const known = people.get(person.personId);
    if (!known || (!known.writes && (person.writes || person.field))) people.set(person.personId, person);
  }
  // What a browser takes for the order of Chinese names knows no surnames: 单 is read shan, not dan.
  return [...people.values()].sort((a, b) => (a.sortKey < b.sortKey ? -1 : Number(a.sortKey > b.sortKey)));
}

/** How the field of a resolution is named in presence. */
export function fieldName(resolutionId: string, field: string): string {
  return `${resolutionId}/${field}`;
}

const firstSign = (text: string) => [...text][0] ?? "";

/** One or two characters that stand for a name: the surname of a Chinese one, initials of another. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  if (/^\s*\p{Script=Han}/u.test(name)) return firstSign(name.trim());
  return words
    .slice(0, 2)
    .map((word) => firstSign(word).toUpperCase())
    .join("");
}
