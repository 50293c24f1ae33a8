/** Stands in a stored text where words were erased by law. A page puts the words of its language in its place. */
export const erasedMark = "〔已依法删除〕";

/** A text cut where words were erased; one part where nothing was. */
export function partsAroundErased(text: string): string[] {
  return text.split(erasedMark);
}

/** A text as it is compared and searched: without the places where words were erased. */
export function withoutErased(text: string): string {
  return text.replaceAll(erasedMark, " ");
}

/** A text in which the mark reads as given words do. */
export function erasedAs(text: string, words: string): string {
  return text.replaceAll(erasedMark, words);
}
