import type { Language } from "~/i18n/language";

// In the bundle, so that the book is there wherever the product is.
const files = import.meta.glob<string>("./chapters/*/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The Markdown of a chapter; undefined where there is none of that name. */
export function chapterFile(language: Language, key: string): string | undefined {
  return files[`./chapters/${language}/${key}.md`];
}

/** The keys of all chapters that have a file in a language. */
export function chapterFiles(language: Language): string[] {
  const start = `./chapters/${language}/`;
  return Object.keys(files)
    .filter((path) => path.startsWith(start))
    .map((path) => path.slice(start.length, -".md".length));
}
