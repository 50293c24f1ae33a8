/**
 * How Chinese text is broken into lines on a grid of characters: what word processors and the printed page agree on once
 * punctuation neither hangs nor is pressed. Widths are in characters.
 */

/** A piece that is never broken, and a blank behind it that may end a line. */
interface Piece {
  text: string;
  width: number;
}

const closing = /^[、。，．：；？！）》〉」』〕】”’…％—·,.:;?!)\]%]$/;
const opening = /^[（《〈「『〔【“‘([]$/;
const narrow = /^[\u0020-\u00ff]$/;
const wordLetter = /^[A-Za-z0-9.\-/_+@&#'"=]$/;

/** Between a Chinese character and a letter or digit of Latin script word processors leave a quarter of a character. */
const gapBetweenScripts = 0.25;
const chinese = /\p{Script=Han}/u;
const latin = /[A-Za-z0-9]/;

function hasGap(before: string, after: string): boolean {
  return (chinese.test(before) && latin.test(after)) || (latin.test(before) && chinese.test(after));
}

// Thousandths of an em in Times, A to Z and a to z: letters of the font that papers name for Latin script.
const capitals = [
  722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722,
  722, 944, 722, 722, 611,
];
const smallLetters = [
  444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500,
  500, 722, 500, 500, 444,
];

function latinWidth(character: string): number {
  const code = character.charCodeAt(0);
  return (
    (capitals[code - 65] ??
      smallLetters[code - 97] ??
      (/[ .,]/.test(character) ? 250 : narrowMark(character))) / 1000
  );
}

const narrowMark = (character: string) => (/[-()/:;'!|]/.test(character) ? 300 : 500);

/** Divides a text where word processors leave a gap. */
export function gapsIn(text: string): string[] {
  const parts: string[] = [];
  let before = "";
  for (const character of text) {
    if (parts.length === 0 || hasGap(before, character)) parts.push(character);
    else parts[parts.length - 1] += character;
    before = character;
  }
  return parts;
}

/** The width of a text. */
export function textWidth(text: string, behind = ""): number {
  let width = 0;
  let before = behind;
  for (const character of text) {
    const gap = hasGap(before, character) ? gapBetweenScripts : 0;
    width += (narrow.test(character) ? latinWidth(character) : 1) + gap;
    before = character;
  }
  return width;
}

/** Pieces between which a line may be broken. */
function piecesOf(text: string): Piece[] {
  const pieces: string[] = [];
  let before = "";
  for (const character of text) {
    if (pieces.length > 0 && staysWith(before, character)) pieces[pieces.length - 1] += character;
    else pieces.push(character);
    before = character;
  }
  return pieces.map((piece) => ({ text: piece, width: textWidth(piece) }));
}

function staysWith(before: string, character: string): boolean {
  if (before === " ") return character === " ";
  if (character === " " || closing.test(character) || opening.test(before)) return true;
  return wordLetter.test(before) && wordLetter.test(character);
}

/**
 * Breaks a text into lines.
 * @param width characters in a line
 * @param indent characters by which the first line is shorter
 */
export function textLines(text: string, width: number, indent = 0): string[] {
  return text.split("\n").flatMap((paragraph) => paragraphLines(paragraph, width, indent));
}

// A line is wider than its characters by less than a tenth of one.
const spare = 0.07;

function paragraphLines(text: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = "";
  let left = width + spare - indent;
  for (const chunk of piecesOf(text).flatMap((piece) => chunksOf(piece, width))) {
    if (textWidth(chunk.trimEnd(), line.at(-1)) > left && line !== "") {
      lines.push(line);
      line = "";
      left = width + spare;
    }
    left -= textWidth(chunk, line.at(-1));
    line += chunk;
  }
  return [...lines, line];
}

/** What is longer than a line is broken anywhere. */
function chunksOf(piece: Piece, width: number): string[] {
  return piece.width > width ? [...piece.text] : [piece.text];
}

/**
 * Divides a title into lines of about the same width, between words, so that no line holds a single character. One line
 * where it fits.
 * @param width characters in a line
 */
export function titleLines(text: string, width: number): string[] {
  const words = wordsOf(text);
  const count = Math.ceil(textWidth(text) / width);
  for (let lines = count; lines <= words.length; lines += 1) {
    const divided = divide(words, lines, textWidth(text) / lines);
    if (divided.every((line) => textWidth(line) <= width)) return divided;
  }
  return textLines(text, width);
}

const segmenter = new Intl.Segmenter("zh-CN", { granularity: "word" });

/** Whether a word goes on with a date, such as the 月 of 2026年12月, or with its number, such as the 期 of 第3期. */
function isDate(before: string, segment: string): boolean {
  return (
    (/\d$/.test(before) && /^[年月日号期次]/.test(segment)) || (/\d年$/.test(before) && /^\d/.test(segment))
  );
}

/** Words, with what may not begin a line behind the one before, and what may not end one before the next. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const before = words.at(-1);
    if (
      before !== undefined &&
      (staysWith(before.at(-1) as string, segment.charAt(0)) || isDate(before, segment))
    )
      words[words.length - 1] += segment;
    else words.push(segment);
  }
  return words;
}

/** Ends each line at the word whose end comes nearest to its share. */
function divide(words: readonly string[], lines: number, share: number): string[] {
  const divided: string[] = [];
  let line = "";
  let ended = 0;
  for (const word of words) {
    const goal = share * (divided.length + 1);
    const before = goal - ended - textWidth(line);
    if (line !== "" && divided.length < lines - 1 && textWidth(word) - before > before) {
      divided.push(line.trim());
      ended += textWidth(line);
      line = "";
    }
    line += word;
  }
  return [...divided, line.trim()];
}
