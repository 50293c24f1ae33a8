// Nothing here can be seen on a page, so leaving it out changes no word: control characters; signs that turn the
// direction of what follows; blanks of no width; halves of a pair that stand alone; and what no XML file may hold.
const unseen =
  /(?![\n\t])\p{Control}|\p{Surrogate}|\p{Noncharacter_Code_Point}|[\ufff9-\ufffb]|(?!\p{Join_Control}|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu;

// Joiners belong to emoji and to scripts that join their letters, and a variant of a sign to the sign before it:
// there they are part of what is written.
const looseJoiners =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Variation_Selector}|\p{Script=Arabic}|\p{Script=Mongolian}|\p{Script=Devanagari}|\p{Script=Bengali})\p{Join_Control}+/gu;
const looseVariants = /(?<=^|\s)\p{Variation_Selector}+/gu;

// A vertical tab and a form feed are how word processors write a line break inside a paragraph and a new page.
const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

const surelyClean = /^[\n\t\u0020-\u007e\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e]*$/;

/**
 * Normalises text as everybody may type, paste or send it: line breaks become "\n", what cannot be seen falls away,
 * and the same sign is always written the same way (NFC). What is left holds no character that a file cannot hold.
 * Cleaning twice changes nothing more.
 */
export function cleanText(text: string): string {
  if (surelyClean.test(text)) return text;
  return text
    .replace(lineBreaks, "\n")
    .replace(unseen, "")
    .replace(looseJoiners, "")
    .replace(looseVariants, "")
    .normalize("NFC");
}

/** Normalises what stands on one line, such as a title or a name: every stretch of line breaks and tabs is a blank. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/[\n\t]+/g, " ");
}

// Longer than any sign that people write; what is longer is cut between code points.
const longestSign = 64;

let segmenter: Intl.Segmenter | undefined;

/** Cuts a text to at most `most` UTF-16 units, never inside a character as people see one. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const from = Math.max(0, most - longestSign);
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const sign = segmenter.segment(text.slice(from, most + longestSign)).containing(most - from);
  const end = from + (sign?.index ?? 0);
  if (end > from || from === 0) return text.slice(0, end);
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}
