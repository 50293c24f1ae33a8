import type { Name } from "~/i18n/language";

/** How a name is read: one syllable for each of its characters, such as `["jian", "guan", "wei"]`. */
export interface UnitReading {
  name: string[];
  short: string[];
  /** How many characters of the name are the district's, which say nothing: 云川区. */
  lead: number;
}

/** A unit that can be typed. */
export interface UnitChoice {
  id: string;
  name: Name;
  shortZh: string;
  read: UnitReading;
}

/** A unit that is typed where addresses name it by its slug. */
export type SluggedUnit = Omit<UnitChoice, "id"> & { slug: string };

/** A unit that is likely, with the reason in the reader's words. */
export interface ProposedUnit {
  id: string;
  reason: string;
}

/** A unit that was found, with the reason where it was proposed. */
export interface UnitFound {
  unit: UnitChoice;
  reason?: string;
}

/** One character of a name with its reading. */
interface Sign {
  sign: string;
  syllable: string;
}

const mostTyped = 40;
const plain = (text: string) => text.normalize("NFKC").toLowerCase();

const signsOf = (name: string, syllables: readonly string[]): Sign[] =>
  [...name].map((sign, at) => ({ sign: plain(sign), syllable: plain(syllables[at] ?? sign) }));

/** Whether characters or beginnings of their syllables, one after another, are what was typed. */
function isRead(signs: readonly Sign[], at: number, typed: string): boolean {
  if (typed === "") return true;
  const here = signs[at];
  if (!here) return false;
  if (typed.startsWith(here.sign) && isRead(signs, at + 1, typed.slice(here.sign.length))) return true;
  for (let length = 1; length <= here.syllable.length; length++) {
    if (!typed.startsWith(here.syllable.slice(0, length))) return false;
    if (isRead(signs, at + 1, typed.slice(length))) return true;
  }
  return false;
}

/** The same from one character on where others are left out, each typed itself or by the first letter of its syllable. */
function isShortened(signs: readonly Sign[], from: number, typed: string): boolean {
  const letters = [...typed];
  let taken = 0;
  for (const { sign, syllable } of signs.slice(from)) {
    if (letters[taken] === sign || letters[taken] === syllable[0]) taken += 1;
    if (taken === 0) return false;
  }
  return taken === letters.length;
}

/** How well a name answers to what was typed: 0 the whole of it, then from its beginning, within, shortened; null not. */
function rankInName(signs: readonly Sign[], first: number, typed: string): number | null {
  if (signs.map(({ sign }) => sign).join("") === typed) return 0;
  if (isRead(signs, first, typed)) return 1;
  if (signs.some((_, at) => isRead(signs, at, typed))) return 2;
  if (typed.length < 2) return null;
  if (isShortened(signs, first, typed)) return 4;
  return signs.some((_, at) => isShortened(signs, at, typed)) ? 5 : null;
}

function rankInEnglish(name: string, typed: string): number | null {
  const at = plain(name).indexOf(typed);
  if (at < 0) return null;
  return at === 0 || name[at - 1] === " " ? 2 : 3;
}

function rankOf(unit: UnitChoice, typed: string): number | null {
  // Short names begin with 区 or 市, which nobody types.
  const own = /^[区县市]./.test(unit.shortZh) ? 1 : 0;
  const ranks = [
    rankInName(signsOf(unit.shortZh, unit.read.short), own, typed),
    rankInName(signsOf(unit.name.zh, unit.read.name), unit.read.lead, typed),
    rankInEnglish(unit.name.en, typed),
  ].filter((rank) => rank !== null);
  return ranks.length > 0 ? Math.min(...ranks) : null;
}

/** How well a unit answers to all that was typed: as one word, or each of the words. */
function rankOfWords(unit: UnitChoice, words: readonly string[]): number | null {
  const whole = rankOf(unit, words.join(""));
  if (whole !== null || words.length === 1) return whole;
  const ranks = words.map((word) => rankOf(unit, word));
  return ranks.includes(null) ? null : Math.max(...ranks.map(Number));
}

/**
 * Finds the units that somebody may mean who has typed so far: full or short name, parts of it, its pinyin, its
 * initials, or English. The best come first, of equal ones those proposed, then as they were given. Nothing typed
 * finds all.
 */
export function matchUnits(
  units: readonly UnitChoice[],
  typed: string,
  proposed: readonly ProposedUnit[] = [],
): UnitFound[] {
  const words = plain(typed.slice(0, mostTyped)).replaceAll("'", "").split(/\s+/).filter(Boolean);
  const placeOf = (unit: UnitChoice) => {
    const at = proposed.findIndex(({ id }) => id === unit.id);
    return at < 0 ? proposed.length : at;
  };
  return units
    .map((unit) => ({ unit, rank: words.length === 0 ? 0 : rankOfWords(unit, words), place: placeOf(unit) }))
    .filter(({ rank }) => rank !== null)
    .sort((one, other) => one.rank! - other.rank! || one.place - other.place)
    .map(({ unit, place }) => ({ unit, reason: proposed[place]?.reason }));
}

/** The unit that is called exactly so, by its full, short or English name. */
export function unitCalled(units: readonly UnitChoice[], typed: string): UnitChoice | undefined {
  const wanted = plain(typed.trim());
  return units.find(({ name, shortZh }) =>
    [name.zh, shortZh, name.en].some((one) => one !== "" && plain(one) === wanted),
  );
}
