// Behind a comma or a blank stand three figures more, in China also four: what is written otherwise, such as 1,5, is
// no grouping, and joined it would be another number.
const grouping = /(?<=\d)[\s,]+(?=\d{3,4}(?!\d))/g;
const looseBlanks = /(?<!\d)\s+|\s+(?!\d)/g;

/** Writes text that names a number as it is read: figures of one width, without the marks and blanks that group them. */
export function plainFigures(text: string): string {
  return text.normalize("NFKC").replace(grouping, "").replace(looseBlanks, "");
}
