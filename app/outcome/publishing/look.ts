import { done, type Result, refuse } from "~/ledger/result";
import { type LeftOut, placesLeftOut, takenDownBy } from "../leftOut";
import { findPersonalData, type PersonalMark } from "../personalData";
import type { PublicTextName } from "../publicText";
import type { Passage } from "../withheld";

/** A text of a topic as it is stored, with what is left out of it now. */
export interface StoredText extends PublicTextName {
  text: string;
  /** Residents read it now, but for what is left out. */
  isShown: boolean;
  /** Nobody has decided yet what is left out of it: it is decided when the topic is seen. */
  waits: boolean;
  left: readonly LeftOut[];
}

/** A mark in one of a topic's texts, by a key that a form can send back. */
export interface KeyedMark extends PersonalMark {
  /** Which of the topic's texts. */
  at: number;
  key: string;
}

/** A passage of one of a topic's texts that is to be left out, and why. */
export interface PassageOf extends Passage {
  at: number;
  reason: string;
}

/** What may be personal data in the texts that nobody has decided about yet. */
export function marksIn(texts: readonly StoredText[]): KeyedMark[] {
  return texts.flatMap((stored, at) =>
    stored.waits && !takenDownBy(stored.left)
      ? findPersonalData(stored.text)
          .filter((mark) => !isLeftOut(stored, mark))
          .map((mark) => ({ ...mark, at, key: `${at}.${mark.start}.${mark.end}` }))
      : [],
  );
}

/** Whether somebody has left this passage out already, itself or as part of a longer one. */
export function isLeftOut({ text, left }: StoredText, { start, end }: Passage): boolean {
  const decided = left.filter(({ extent }) => extent !== "marks");
  return placesLeftOut(text, decided).some((place) => place.start <= start && end <= place.end);
}

/** True where somebody must decide: shape and check digit leave doubt. */
export function isOpen(mark: Pick<PersonalMark, "certainty">): boolean {
  return mark.certainty === "possible";
}

/** What can be decided about a mark; the value of a form's choice is the key of the mark, a dot and one of these. */
export const markChoices = ["leaveOut", "letStand"] as const;
export type MarkChoice = (typeof markChoices)[number];

/** Writes a choice as a form sends it. */
export function choiceValue(mark: Pick<KeyedMark, "key">, choice: MarkChoice): string {
  return `${mark.key}.${choice}`;
}

/**
 * What is left out by decisions about marks. Refuses with `marksUndecided` where one of them has none, and with
 * `changedMeanwhile` where one is about a mark that is not there.
 */
export function decideMarks(
  marks: readonly KeyedMark[],
  choices: readonly string[],
): Result<readonly PassageOf[]> {
  const known = new Set(marks.flatMap((mark) => markChoices.map((choice) => choiceValue(mark, choice))));
  if (choices.some((choice) => !known.has(choice))) return refuse("changedMeanwhile");
  const has = (mark: KeyedMark, choice: MarkChoice) => choices.includes(choiceValue(mark, choice));
  const open = marks.filter((mark) => has(mark, "leaveOut") === has(mark, "letStand"));
  if (open.length > 0) return refuse("marksUndecided", { values: { count: open.length } });
  return done(
    marks
      .filter((mark) => has(mark, "leaveOut"))
      .map(({ at, start, end }) => ({ at, start, end, reason: "" })),
  );
}

/**
 * Every place in some texts where one of the wanted passages stands. Refuses with `passageNotFound` where one of them
 * stands in none.
 * @param among which of the texts may have something left out
 */
export function findPassages(
  texts: readonly StoredText[],
  wanted: readonly string[],
  reason: string,
  among: (text: StoredText) => boolean,
): Result<PassageOf[]> {
  const found: PassageOf[] = [];
  for (const words of wanted) {
    const places = texts.flatMap((text, at) =>
      among(text) ? occurrences(text.text, words).map((passage) => ({ ...passage, at, reason })) : [],
    );
    if (places.length === 0) return refuse("passageNotFound", { field: "passages", values: { words } });
    found.push(...places);
  }
  return done(found);
}

// A line break or a broad blank in a stored text is a blank where somebody selects or types it.
const blanks = /\s/g;

/** Every place where some words stand in a text, one behind the other. */
export function occurrences(text: string, words: string): Passage[] {
  const [inside, wanted] = [text.replace(blanks, " "), words.replace(blanks, " ")];
  const places: Passage[] = [];
  for (let at = inside.indexOf(wanted); at >= 0 && wanted !== ""; at = inside.indexOf(wanted, at)) {
    places.push({ start: at, end: at + wanted.length });
    at += wanted.length;
  }
  return places;
}

/** Leaves away passages that lie inside another one. */
export function withoutInner<P extends Passage>(passages: readonly P[]): P[] {
  const holds = (one: P, other: P) => one.start <= other.start && other.end <= one.end;
  return passages.filter(
    (passage, place) =>
      !passages.some(
        (other, at) => at !== place && holds(other, passage) && (!holds(passage, other) || at < place),
      ),
  );
}
