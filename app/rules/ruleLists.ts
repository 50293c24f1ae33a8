import { z } from "zod";
import { line, optionalLine } from "~/value/fields";

/** Most entries of one list of the rules, and most other words of one class. */
export const mostEntries = 80;
const mostWords = 20;

/** The code under which something is filed: it stays what it is, whatever its name becomes. */
export const ruleCode = () => line(40).regex(/^[a-z][A-Za-z0-9]*$/, { error: "plan.error.code" });

/** What a test of admission can compute by itself; `person` is for somebody to judge. */
export const computations = [
  "coordinated",
  "ownPower",
  "skipsLevel",
  "saidBefore",
  "takenBack",
  "person",
] as const;
export type Computation = (typeof computations)[number];

const entry = {
  code: ruleCode(),
  zh: line(60),
  en: line(80),
  /** Where it comes from: a document, a practice. */
  source: optionalLine(120),
  /** Not offered any more; what was filed under it is still named. */
  retired: z.boolean().default(false),
};

const plainEntry = z.object(entry);
const classEntry = z.object({
  ...entry,
  /** The class above it. */
  parent: ruleCode().nullable().default(null),
  /** Other words by which lists and exports name it. */
  words: z.array(line(40)).max(mostWords).default([]),
});
const testEntry = z.object({ ...entry, computes: z.enum(computations).default("person") });

/** An entry of a list of the rules: a reason, a kind of research. */
export type RuleEntry = z.output<typeof plainEntry>;
/** A class of problems. */
export type ClassEntry = z.output<typeof classEntry>;
/** A test that a matter passes before it is admitted. */
export type TestEntry = z.output<typeof testEntry>;

/** The schema of each list. */
export const listSchemas = {
  classes: z.array(classEntry).min(1).max(mostEntries),
  tests: z.array(testEntry).max(mostEntries),
  refusalReasons: z.array(plainEntry).min(1).max(mostEntries),
  returnReasons: z.array(plainEntry).max(mostEntries),
  research: z.array(plainEntry).max(mostEntries),
};

/** A list of the rules, by its name. */
export type RuleListName = keyof typeof listSchemas;

/** The lists in the order in which they are shown. */
export const ruleListNames = Object.keys(listSchemas) as RuleListName[];

/** The class of what fits no other; files name none that is known. */
export const otherClass = "other";

/** What is wrong with a list: which entry, which field, and the message. */
export interface ListFault {
  at: number;
  field: string;
  message: string;
}

/** Finds what its own schema cannot see in a list: codes and names given twice, and classes without a place. */
export function listFaults(
  list: RuleListName,
  entries: readonly (RuleEntry & Partial<ClassEntry>)[],
): ListFault[] {
  const faults: ListFault[] = [];
  for (const field of ["code", "zh", "en"] as const) {
    const seen = new Set<string>();
    entries.forEach((one, at) => {
      if (seen.has(one[field])) faults.push({ at, field, message: "plan.error.twice" });
      seen.add(one[field]);
    });
  }
  return list === "classes" ? [...faults, ...treeFaults(entries)] : faults;
}

function treeFaults(entries: readonly (RuleEntry & Partial<ClassEntry>)[]): ListFault[] {
  const tops = new Set(entries.filter(({ parent }) => !parent).map(({ code }) => code));
  const faults = entries.flatMap(({ parent }, at): ListFault[] =>
    parent && !tops.has(parent) ? [{ at, field: "parent", message: "plan.error.parent" }] : [],
  );
  const other = entries.findIndex(({ code }) => code === otherClass);
  if (other === -1 || entries[other]?.retired)
    faults.push({ at: Math.max(other, 0), field: "retired", message: "plan.error.otherClassNeeded" });
  return faults;
}

/** The entries that can be chosen: what is retired is not. */
export function offered<Entry extends { retired: boolean }>(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ retired }) => !retired);
}

/** A class and everything below it, by their codes: what somebody means who asks for the class. */
export function codesWithin(
  entries: readonly { code: string; parent: string | null }[],
  code: string,
): string[] {
  return [code, ...entries.filter(({ parent }) => parent === code).map((one) => one.code)];
}

/** The topmost class above a class, or itself. */
export function topOf(entries: readonly { code: string; parent: string | null }[], code: string): string {
  return entries.find((one) => one.code === code)?.parent ?? code;
}

/** Classes in the order of their tree: each with those below it behind it. */
export function inTree<Entry extends { code: string; parent: string | null }>(
  entries: readonly Entry[],
): Entry[] {
  const known = new Set(entries.map(({ code }) => code));
  const tops = entries.filter(({ parent }) => !parent || !known.has(parent));
  return tops.flatMap((top) => [top, ...entries.filter(({ parent }) => parent === top.code)]);
}

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Finds the class that a text names: by its name or another word for it, whole before in part, and of parts the
 * longest, which says most.
 */
export function classNamed(
  classes: readonly Pick<ClassEntry, "code" | "zh" | "en" | "words">[],
  cell: string,
): string | undefined {
  const text = plain(cell);
  if (text === "") return undefined;
  const words = classes.flatMap(({ code, zh, en, words: more }) =>
    [zh, en, ...more].map((word) => ({ code, word: plain(word) })),
  );
  const whole = words.find(({ word }) => word === text);
  if (whole) return whole.code;
  let found: { code: string; word: string } | undefined;
  for (const one of words)
    if (one.word && text.includes(one.word) && one.word.length > (found?.word.length ?? 0)) found = one;
  return found?.code;
}
