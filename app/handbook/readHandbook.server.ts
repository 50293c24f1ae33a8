import { deskHandbookAddress, publicHandbookAddress } from "~/address/handbook";
import { asLanguage, type Language } from "~/i18n/language";
import { type Chapter, type ChapterName, chapters, type Place } from "./chapter";
import { chapterFile } from "./chapterFile.server";
import { aboutChapter, renderChapter } from "./renderChapter.server";

/** The book open at one chapter. */
export interface OpenBook {
  chapter: Chapter;
  /** All chapters, in order. */
  names: ChapterName[];
}

/** The book on the work side: the language is remembered, links need not carry it. */
export const deskPlace: Place = { base: deskHandbookAddress, asked: null };

/** The book as anybody reads it, in the language that the address asks for. */
export function publicPlace(request: Request): Place {
  const asked = asLanguage(new URL(request.url).searchParams.get("lang")) ?? null;
  return { base: publicHandbookAddress, asked };
}

/** Opens the book at a chapter; null where there is none of that key. */
export function openChapter(key: string, language: Language, place: Place): OpenBook | null {
  if (!chapters.some((chapter) => chapter.key === key)) return null;
  return { chapter: render(key, language, place, false), names: chapterNames(language) };
}

/** The names of all chapters with what each is about, in order. */
export function chapterNames(language: Language): ChapterName[] {
  return chapters.map(({ key, group }) => {
    const chapter = render(key, language, deskPlace, false);
    return { key, group, title: chapter.title, about: aboutChapter(chapter) };
  });
}

/** All chapters, to be read on one page and printed. */
export function wholeBook(language: Language, place: Place): Chapter[] {
  return chapters.map(({ key }) => render(key, language, place, true));
}

// The chapters are part of the product: each is made once for every place it is read at.
const rendered = new Map<string, Chapter>();

function render(key: string, language: Language, place: Place, inBook: boolean): Chapter {
  const known = [key, language, place.base, place.asked, inBook].join(" ");
  const before = rendered.get(known);
  if (before) return before;
  const markdown = chapterFile(language, key);
  if (markdown === undefined) throw new Error(`no chapter ${key} in ${language}`);
  const chapter = renderChapter(markdown, { key, language, place, inBook });
  rendered.set(known, chapter);
  return chapter;
}
