import { plainWord } from "./vocabulary";

/** A unit by what it is called: its full name, its short one, both languages. */
export interface UnitNames {
  id: string;
  names: readonly string[];
}

/** Splits a cell that lists several names. */
export function namesIn(cell: string): string[] {
  return cell
    .split(/[、，,；;/\n]+/)
    .map((name) => name.trim())
    .filter(Boolean);
}

/**
 * Creates the function that finds a unit's id by how somebody writes it: by its whole name, else as clerks shorten it
 * (建管委 for 区建管委, 市监 for 区市场监管局) where that can be no other one.
 */
export function unitFinder(units: readonly UnitNames[]): (name: string) => string | undefined {
  const byName = new Map<string, string>();
  for (const { id, names } of units)
    for (const name of names)
      if (plainWord(name)) byName.set(plainWord(name), byName.get(plainWord(name)) ?? id);
  const shortened = shortenedFinder(units);
  return (name) => byName.get(plainWord(name)) ?? shortened(plainWord(name));
}

/** How well a name may answer: by all of what it is called without its district, its beginning, or signs left out. */
type Rank = (form: string, written: string) => boolean;
const isAll: Rank = (form, written) => form === written;
const begins: Rank = (form, written) => form.startsWith(written);
const isLeftOut: Rank = (form, written) => {
  if (form[0] !== written[0]) return false;
  let taken = 0;
  for (const sign of form) if (sign === written[taken]) taken += 1;
  return taken === written.length;
};

function shortenedFinder(units: readonly UnitNames[]): (written: string) => string | undefined {
  const district = sharedBeginning(units);
  const called = units.map(({ id, names }) => {
    const chinese = names.map(plainWord).filter(isChinese);
    const short = chinese.toSorted((one, other) => one.length - other.length)[0] ?? "";
    return { id, short: formsOf(short, district), all: chinese.flatMap((name) => formsOf(name, district)) };
  });
  const only = (rank: Rank, written: string, of: "short" | "all") => {
    const ids = new Set(
      called.filter((one) => one[of].some((form) => rank(form, written))).map(({ id }) => id),
    );
    return [...ids];
  };
  const find = (written: string) => {
    if (written.length < 2 || !isChinese(written)) return undefined;
    const tries = [
      () => only(isAll, written, "all"),
      () => only(begins, written, "short"),
      () => only(begins, written, "all"),
      () => only(isLeftOut, written, "short"),
      () => only(isLeftOut, written, "all"),
    ];
    for (const found of tries) {
      const ids = found();
      if (ids.length > 0) return ids.length === 1 ? ids[0] : undefined;
    }
    return undefined;
  };
  // A list names the same few again and again.
  const found = new Map<string, string | undefined>();
  return (written) => {
    if (!found.has(written)) found.set(written, find(written));
    return found.get(written);
  };
}

const isChinese = (name: string) => /\p{Script=Han}/u.test(name);

/** The two characters with which most of the names begin, which nobody writes: 云川 of 云川区水务局. */
function sharedBeginning(units: readonly UnitNames[]): string {
  const counts = new Map<string, number>();
  for (const { names } of units) {
    const beginnings = new Set(
      names
        .map(plainWord)
        .filter(isChinese)
        .map((name) => name.slice(0, 2)),
    );
    for (const one of beginnings) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return most && most[1] >= 3 && most[1] * 3 >= units.length ? most[0] : "";
}

/** A name with and without its district in front. */
function formsOf(name: string, district: string): string[] {
  const own = district !== "" && name.startsWith(district) ? name.slice(district.length) : name;
  const bare = own.replace(/^[区县市](?=..)/u, "");
  return [...new Set([own, bare])].filter((form) => form.length > 1);
}

const remark = /[（(【[][^）)】\]]*[）)】\]]/g;
const andOthers = /等(相关|有关)?(部门|单位)?$/;

/**
 * Reads the units that a cell names. What is written without a sign between them (城管和市监) is taken apart where each
 * part is one.
 * @returns the units, each once, and what names none
 */
export function unitsNamed(
  cell: string,
  find: (name: string) => string | undefined,
): { ids: string[]; unknown: string[] } {
  const ids = new Set<string>();
  const unknown: string[] = [];
  for (const name of namesIn(cell.replace(remark, " "))) {
    const plain = name.replace(andOthers, "").trim();
    const whole = find(plain);
    const parts = whole ? [whole] : plain.split(/[和及与\s]+/).map(find);
    if (parts.every((id) => id !== undefined)) for (const id of parts) ids.add(id);
    else unknown.push(name);
  }
  return { ids: [...ids], unknown };
}
