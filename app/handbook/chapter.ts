import type { Role } from "~/access/role";
import type { HandbookAddress } from "~/address/handbook";
import type { Language } from "~/i18n/language";

/** A chapter of the handbook: a row here, a file in each language, and the test that holds them together. */
export interface ChapterRow {
  /** Its address and the name of its file. */
  key: string;
  group: ChapterGroup;
  /** Whoever acts in a post of this role finds it opened first. */
  role?: Role;
}

/** `everybody` needs it, it is written for one of the `posts`, or for those who keep the server `running`. */
export const chapterGroups = ["everybody", "posts", "running"] as const;
export type ChapterGroup = (typeof chapterGroups)[number];

/** All chapters, in the order of the book. `all` is no key: under that address the whole book is read. */
export const chapters: readonly ChapterRow[] = [
  { key: "start", group: "everybody" },
  { key: "words", group: "everybody" },
  { key: "room", group: "everybody" },
  { key: "meetings", group: "everybody" },
  { key: "residents", group: "everybody" },
  { key: "office", group: "posts", role: "office" },
  { key: "leader", group: "posts", role: "leader" },
  { key: "street", group: "posts", role: "street" },
  { key: "community", group: "posts", role: "community" },
  { key: "department", group: "posts", role: "department" },
  { key: "administrator", group: "posts", role: "admin" },
  { key: "installation", group: "running" },
  { key: "operation", group: "running" },
];

/** The chapter that somebody acting in a post of this role reads first. */
export function chapterOf(role: Role): string {
  return chapters.find((chapter) => chapter.role === role)?.key ?? "start";
}

/** A heading to go to. */
export interface ContentsLine {
  /** The anchor on the page. */
  id: string;
  text: string;
}

/** A chapter as a page shows it. */
export interface Chapter {
  key: string;
  title: string;
  /** What stands under the title, as HTML of our own making. */
  html: string;
  /** Its headings of the second level, in order. */
  contents: ContentsLine[];
}

/** A chapter as the list of chapters names it. */
export interface ChapterName {
  key: string;
  group: ChapterGroup;
  title: string;
  /** One sentence: what it is about. */
  about: string;
}

/** Where the book is read: on the work side, or by anybody. */
export interface Place {
  /** The address before the chapter's key. */
  base: HandbookAddress;
  /** The language asked for in the address; stays asked for in every link. */
  asked: Language | null;
}
