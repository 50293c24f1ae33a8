import type { Name } from "~/i18n/language";

/** 更正说明 as it stands behind the minutes. */
export interface ChangeNote {
  /** Under its minutes, from 1. */
  number: number;
  at: string;
  minutes: { year: number; number: number };
  /** What it concerns: a topic by its title, and a resolution by its place in the minutes; or the minutes as a whole. */
  topic: { id: string; title: string } | null;
  resolution: { id: string; ordinal: number } | null;
  text: string;
  by: { name: string; post: Name };
}

/** A change note with the hash of its canonical text. */
export interface StoredNote extends ChangeNote {
  sha256: string;
}

/** What is hashed and kept rises with its form. */
export const changeNoteVersion = 1;
