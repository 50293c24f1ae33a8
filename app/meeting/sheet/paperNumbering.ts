const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** A number from 1 to 99 in Chinese characters. */
export function chineseNumber(count: number): string {
  const tens = Math.floor(count / 10);
  const ones = digits[count % 10] ?? "";
  if (tens === 0) return ones;
  return `${tens === 1 ? "" : digits[tens]}十${ones}`;
}

/** The mark before a heading of the first or second level (GB/T 9704: 一、 and （一）; 1. and (a) in English). */
export function headingMark(level: 1 | 2, count: number, language: string): string {
  if (language === "en") return level === 1 ? `${count}. ` : `(${count}) `;
  return level === 1 ? `${chineseNumber(count)}、` : `（${chineseNumber(count)}）`;
}
