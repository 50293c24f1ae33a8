import type { NoteBlock } from "~/record/difference/noteBlocks";

/** Somebody who wrote in the record. */
export interface Contributor {
  /** Null for the platform itself. */
  name: string | null;
  unit: { zh: string; en: string } | null;
}

/** A part of a text by one hand. `who` counts into the page's contributors; null where nobody is known. */
export interface WrittenPart {
  text: string;
  who: number | null;
  at: string | null;
}

/** A line of notes with the hands in it. */
export interface WrittenLine {
  block: Pick<NoteBlock, "kind" | "depth">;
  parts: WrittenPart[];
}

/** A resolution's texts with the hands in them. */
export interface WrittenResolution {
  id: string;
  ordinal: number;
  text: WrittenPart[];
  residentText: WrittenPart[];
}

/** A topic with who wrote it. */
export interface WrittenTopic {
  id: string;
  ordinal: number;
  title: string;
  /** Who wrote how much of it, the most first. */
  contributors: { who: number; words: number }[];
  lines: WrittenLine[];
  resolutions: WrittenResolution[];
}

/** Who put in and who took out in a change; `who` counts into the page's people. */
export interface NamedHands {
  added: { who: number; at: string }[];
  removed: { who: number; at: string }[];
}
