import { minutesNumber } from "~/address/minutesAddress";
import { dayOf } from "~/calendar/day";
import { writtenDay } from "~/calendar/writtenDate";
import type { Translate } from "~/i18n/textKey";
import type { ChangeNote, StoredNote } from "./changeNote";

/** A change note, worded. */
export interface WordedNote {
  /** By which a page links to it. */
  anchor: string;
  title: string;
  /** Which part of which minutes it concerns. */
  about: string;
  paragraphs: string[];
  /** The day it was adopted. */
  date: string;
  hash: string;
}

/**
 * Words the change notes behind minutes in a language; their text stays as it was adopted. Amended minutes
 * have those behind what they replaced too, each under its own minutes' number.
 */
export function wordNotes(
  notes: readonly StoredNote[],
  behind: ChangeNote["minutes"] | null,
  t: Translate,
  language: string,
): WordedNote[] {
  return notes.map((note) => ({
    ...headOf(note, minutesNumber(note.minutes) === (behind && minutesNumber(behind)), t),
    about: aboutOf(note, t),
    paragraphs: note.text.split(/\n+/).filter((line) => line.trim() !== ""),
    date: writtenDay(dayOf(note.at), language),
    hash: t("correction.note.hash", { sha256: note.sha256 }),
  }));
}

function headOf({ number, minutes }: ChangeNote, own: boolean, t: Translate) {
  if (own) return { anchor: `change-note-${number}`, title: t("correction.note.number", { number }) };
  return {
    anchor: `change-note-${minutes.year}-${minutes.number}-${number}`,
    title: t("correction.note.numberOf", { minutes: minutesNumber(minutes), number }),
  };
}

function aboutOf({ minutes, topic, resolution }: ChangeNote, t: Translate): string {
  const number = minutesNumber(minutes);
  if (!topic) return t("correction.note.aboutAll", { minutes: number });
  const { title } = topic;
  if (!resolution) return t("correction.note.aboutTopic", { minutes: number, title });
  return t("correction.note.aboutResolution", { minutes: number, title, place: resolution.ordinal });
}
