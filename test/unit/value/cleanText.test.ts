import { describe, expect, it } from "vitest";
import { cleanLine, cleanText, cutText } from "~/value/cleanText";

const points = Array.from({ length: 0x110000 / 0x800 }, (_, block) => block * 0x800);
/** What XML 1.0 allows in a file. */
const writable = (at: number) =>
  at === 9 ||
  at === 10 ||
  at === 13 ||
  (at >= 0x20 && at <= 0xd7ff) ||
  (at >= 0xe000 && at <= 0xfffd) ||
  at >= 0x10000;

describe("normalising text", () => {
  it("leaves of every character there is only those that a file can hold, and is done in one go", () => {
    const wrong: string[] = [];
    for (const from of points)
      for (let at = from; at < from + 0x800; at++) {
        const text = cleanText(`一${String.fromCodePoint(at)}二`);
        const odd = [...text].some((sign) => !writable(sign.codePointAt(0)!) || sign === "\r");
        if (odd || !text.startsWith("一") || cleanText(text) !== text) wrong.push(at.toString(16));
      }
    expect(wrong).toEqual([]);
  });

  it("takes away what nobody can see: controls, blanks of no width, signs of direction, halves of pairs", () => {
    expect(cleanText("路\u0000灯\u200b\ufeff坏\u202e了\u2066\u00ad\ud842\u0007")).toBe("路灯坏了");
  });

  it("keeps words, line breaks, tabs, rare signs, variants and joined emoji", () => {
    const text = "𠮷野家\t二〇二六\n葛\u{e0100}城 👩‍👩‍👧 café";
    expect(cleanText(text)).toBe(text);
    expect(cleanText("a\u200db")).toBe("ab");
  });

  it("writes one sign in one way, and every kind of line break as one", () => {
    expect(cleanText("cafe\u0301")).toBe("caf\u00e9");
    expect(cleanText("一\r\n二\r三\u000b四\u2028五\u0085六")).toBe("一\n二\n三\n四\n五\n六");
    expect(cleanLine("路灯\r\n\t坏了\u000b")).toBe("路灯 坏了 ");
  });
});

describe("cutting text", () => {
  it("never cuts inside what people see as one sign", () => {
    expect(cutText("吉𠮷野", 2)).toBe("吉");
    expect(cutText("吉𠮷野", 3)).toBe("吉𠮷");
    expect(cutText("a👩‍👩‍👧", 5)).toBe("a");
    expect(cutText("ae\u0301", 2)).toBe("a");
    expect(cutText("吉".repeat(300), 200)).toBe("吉".repeat(200));
    expect(cutText("短", 200)).toBe("短");
  });

  it("cuts what is one endless sign between code points", () => {
    const endless = `a${"\u0301".repeat(400)}`;
    expect(cutText(endless, 200)).toHaveLength(200);
    expect(cutText(`a${"\u{1d165}".repeat(200)}`, 200)).not.toMatch(/\p{Surrogate}/u);
  });
});
