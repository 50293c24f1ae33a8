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

/** What a name is sorted and found by: its syllables with tones, then itself, compared byte by byte; and initials. */
export interface NameKeys {
  sortKey: string;
  initials: string;
}

function keysOf(name: string, surname: Surname): NameKeys {
  const syllables = read(name, surname, "num").map((syllable) => syllable.toLowerCase());
  return {
    // Blanks sort before letters: xi an before xian.
    sortKey: `${syllables.join(" ")}|${name}`,
    initials: syllables.map((syllable) => [...syllable][0] ?? "").join(""),
  };
}

/** The keys of a person's name, whose surname is read as one: 单 is shan, 尉迟 is yuchi. */
export function personKeys(name: string): NameKeys {
  return keysOf(name, "head");
}

/**
 * The keys of a unit's name without its district, which all begin with.
 * @param district the name of the district itself
 */
export function unitKeys(name: string, district: string | undefined): NameKeys {
  const own = [...name].slice(districtIn(name, district)).join("");
  return keysOf(own, surnameOfPlace(own));
}

/** How many characters of a name are its district's: 3 of 云川区水务局, whose district is 云川区人民政府. */
export function districtIn(name: string, district = ""): number {
  if (name === district) return 0;
  const at = [...name].findIndex((sign, index) => sign !== [...district][index]);
  return at < 2 ? 0 : at;
}
