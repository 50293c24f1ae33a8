import { customPinyin, pinyin } from "pinyin-pro";

// Places that are read otherwise than their characters.
customPinyin({ 莘庄: "xīn zhuāng", 浒墅: "xǔ shù", 台州: "tāi zhōu", 六合: "lù hé" });

type Surname = "head" | "off";

const read = (name: string, surname: Surname, toneType: "none" | "num") =>
  pinyin(name, { type: "array", toneType, surname, v: true, toneSandhi: false });

/** Places that are called after a family, such as 单家桥, begin with its surname. */
const surnameOfPlace = (name: string): Surname => (/^.家./u.test(name) ? "head" : "off");

/** The syllables of a unit's or place's name without tones, one for each character; other signs stay as they are. */
export function readPlace(name: string): string[] {
  return read(name, surnameOfPlace(name), "none");
}
