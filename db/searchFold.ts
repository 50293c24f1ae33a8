// The characters that the radicals U+2E80 to U+2EF3 stand for, in their order; a blank where there is none. Programs
// that take texts out of documents write them in place of the characters, and NFKC knows two of them only.
const radicals = [
  " 厂乛乚乙亻冂 刀刂卜 小小兀尣尢 巳幺彑彐忄 扌攵 旡日月歺母民氵氺灬爫爫丬牛",
  "犭王疋目示礻竹糹纟罓罒   羊羊羊耂肀聿月臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝",
  "钅長镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟亀龟",
].join("");
const firstRadical = 0x2e80;

/**
 * Writes a text as it is searched: one form for full and half width, for radicals and the characters they stand for,
 * and for capitals and small letters.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2e80-\u2ef3]/g, (sign) => {
      const character = radicals[sign.charCodeAt(0) - firstRadical]!;
      return character === " " ? sign : character;
    })
    .toLowerCase();
}

/** The function by which a statement folds a text as {@link foldForSearch} does; every connection has it. */
export const foldedFunction = "folded_for_search";
