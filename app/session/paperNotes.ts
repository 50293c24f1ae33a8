import { dayOf } from "~/calendar/day";
import { writtenDay } from "~/calendar/writtenDay";
import type { ChangeNote, StoredNote } from "./changeNote";
import { minutesNumber } from "./paper";
import type { Words } from "./paperBlocks";

/** A change note, worded. */
export interface WordedNote {
  number: number;
  title: string;
  /** Which part of which minutes it concerns. */
  about: string;
  paragraphs: string[];
  /** The day it was adopted. */
  date: string;
  hash: string;
}

/** Words the change notes behind the minutes in a language; their text stays as it was adopted. */
export function wordNotes(notes: readonly StoredNote[], t: Words, language: string): WordedNote[] {
  return notes.map((note) => ({
    number: note.number,
    title: t("correction.note.number", { number: note.number }),
    about: aboutOf(note, t),
    paragraphs: note.text.split(/\n+/).filter((line) => line.trim() !== ""),
    date: writtenDay(dayOf(note.at), language),
    hash: t("correction.note.hash", { sha256: note.sha256 }),
  }));
}

function aboutOf({ minutes, topic, resolution }: ChangeNote, t: Words): string {
  const number = minutesNumber(minutes);
  if (!topic) return t("correction.note.aboutAll", { minutes: number });
  const { title } = topic;
  if (!resolution) return t("correction.note.aboutTopic", { minutes: number, title });
  return t("correction.note.aboutResolution", { minutes: number, title, place: resolution.ordinal });
}
