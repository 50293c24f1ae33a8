const chineseFigures: Record<string, string> = {
  ...{ 〇: "0", "○": "0", 零: "0", 一: "1", 壹: "1", 幺: "1", 二: "2", 贰: "2", 两: "2" },
  ...{ 三: "3", 叁: "3", 四: "4", 肆: "4", 五: "5", 伍: "5", 六: "6", 陆: "6" },
  ...{ 七: "7", 柒: "7", 八: "8", 捌: "8", 九: "9", 玖: "9" },
};

const separators: Record<string, string> = {
  ...{
    "–": "-",
    "—": "-",
    "‐": "-",
    "‑": "-",
    "−": "-",
    "·": ".",
    "・": ".",
    "•": ".",
    "，": ",",
    "：": ":",
  },
  ...{ "、": "、", "（": "(", "）": ")", "\t": " ", "\u00a0": " ", "\u3000": " ", "￥": "¥" },
};

/**
 * A text as the rules read it: narrow, in capitals, Chinese figures as digits, one kind of dash, dot and blank. As
 * long as the text itself, so that a place in one is the same place in the other.
 */
export function readable(text: string): string {
  let read = "";
  for (let at = 0; at < text.length; at++) read += readableUnit(text[at]!);
  return read;
}

function readableUnit(unit: string): string {
  const known = chineseFigures[unit] ?? separators[unit];
  if (known !== undefined) return known;
  const narrow = unit.normalize("NFKC").toUpperCase();
  return narrow.length === 1 ? (separators[narrow] ?? narrow) : unit;
}

/** As many characters that no rule looks for. */
export function blank(text: string): string {
  return "\u0000".repeat(text.length);
}
