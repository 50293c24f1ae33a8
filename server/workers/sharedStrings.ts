import { importLimits, readingLimits } from "~/problem/import/importLimits";
import { ReadingRefused } from "./reading";
import { readXml, unescaped } from "./xml";
import type { Zip } from "./zip";

// One more than a cell may hold: longer texts are told from those that just fit.
const kept = importLimits.cellCharacters + 1;

/** Collects the pieces of one cell's text; phonetic remarks are not part of it. */
export class TextPieces {
  #text = "";
  #inside = false;
  #phonetic = false;

  open(name: string): void {
    if (name === "rPh") this.#phonetic = true;
    if (name === "t" && !this.#phonetic) this.#inside = true;
  }

  close(name: string): void {
    if (name === "rPh") this.#phonetic = false;
    if (name === "t") this.#inside = false;
  }

  text(text: string): void {
    if (this.#inside && this.#text.length < kept) this.#text += text.slice(0, kept - this.#text.length);
  }

  /** Gives the text and begins the next. */
  take(): string {
    const text = unescaped(this.#text);
    this.#text = "";
    return text;
  }
}

/** Reads the texts that cells refer to by their number. Refuses with `fileUnpacksTooLarge` what would fill the memory. */
export async function readSharedStrings(zip: Zip, path: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (!path) return strings;
  const pieces = new TextPieces();
  let characters = 0;
  await readXml(zip.text(path), {
    open: (name) => pieces.open(name),
    text: (text) => pieces.text(text),
    close(name) {
      pieces.close(name);
      if (name !== "si") return;
      const text = pieces.take();
      strings.push(text);
      // An empty text costs as much as a short one.
      characters += text.length + 10;
      if (characters > readingLimits.characters)
        throw new ReadingRefused("fileUnpacksTooLarge", { megabytes: readingLimits.unpackedMegabytes });
    },
  });
  return strings;
}
