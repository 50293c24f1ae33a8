import type { PresentPerson } from "~/record/live/presence";

/** Those of one unit who are in the room. */
export interface UnitHere {
  unit: PresentPerson["unit"];
  people: PresentPerson[];
}

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

/** Whether typed letters are a name, a unit, or how a name is read: "wang", "wzq" or "王" of 王志强. */
function isMeant({ name, unit, sortKey }: PresentPerson, typed: string): boolean {
  const [syllables = ""] = plain(sortKey).split("|");
  const read = syllables.replace(/[^a-zü ]/g, "").split(" ");
  const ways = [name, unit.zh, unit.en, read.join(""), read.map((one) => one[0] ?? "").join("")];
  return ways.some((way) => plain(way).includes(typed));
}

/**
 * Groups those in the room by unit, the largest first, each in the order of names; with words typed, those who are meant.
 * @param people in the order of their names
 */
export function unitsHere(people: readonly PresentPerson[], typed = ""): UnitHere[] {
  const words = plain(typed).trim();
  const groups = new Map<string, UnitHere>();
  for (const person of people) {
    if (words !== "" && !isMeant(person, words)) continue;
    const known = groups.get(person.unit.zh);
    if (known) known.people.push(person);
    else groups.set(person.unit.zh, { unit: person.unit, people: [person] });
  }
  return [...groups.values()].sort((a, b) => b.people.length - a.people.length);
}

/** Whether somebody writes: in the notes, or in a field of a slip. */
export function isWriting(person: PresentPerson): boolean {
  return person.writes || person.field !== null;
}
