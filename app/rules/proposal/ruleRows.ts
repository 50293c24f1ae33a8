import { z } from "zod";
import { optionalLine } from "~/value/fields";
import { type ListFault, listFaults, listSchemas, mostEntries, type RuleListName } from "../ruleLists";
import type { RuleSet } from "../ruleSet";

// As it is typed; what an entry must be, its list says.
const row = z.object({
  code: optionalLine(40),
  zh: optionalLine(60),
  en: optionalLine(80),
  source: optionalLine(120),
  retired: z.boolean().default(false),
  parent: optionalLine(40),
  words: optionalLine(800),
  computes: optionalLine(40),
});

/** The rows of a list as a form sends them; rows in which nothing stands are no entries. */
export const ruleRows = z.array(row.prefault({})).max(mostEntries).default([]);

/** A row of the form of a list. */
export type RuleRow = z.output<typeof row>;

/** How many empty rows a form offers for new entries. */
export const emptyRows = 3;

const isBlank = ({ code, zh, en }: RuleRow) => code === "" && zh === "" && en === "";

const comma = /[、，,；;]+/;

function entryOf(list: RuleListName, { code, zh, en, source, retired, parent, words, computes }: RuleRow) {
  const entry = { code, zh, en, source, retired };
  if (list === "tests") return { ...entry, computes: computes || undefined };
  if (list !== "classes") return entry;
  const named = words.split(comma).map((word) => word.trim());
  return { ...entry, parent: parent || null, words: named.filter(Boolean) };
}

type Entries<List extends RuleListName> = RuleSet["lists"][List];

/** Reads the rows of a list: its entries, or what is wrong in which row. */
function readRows(list: RuleListName, rows: readonly RuleRow[]) {
  const given = rows.map((one, at) => ({ at, one })).filter(({ one }) => !isBlank(one));
  const parsed = listSchemas[list].safeParse(given.map(({ one }) => entryOf(list, one)));
  if (parsed.success) return { entries: parsed.data, at: given.map(({ at }) => at), faults: [] };
  const faults = new Map<string, ListFault>();
  for (const { path, message } of parsed.error.issues) {
    const [index, field = "code"] = path;
    const fault = { at: given[Number(index)]?.at ?? 0, field: String(field), message };
    // Of one field the first says most.
    if (!faults.has(`${fault.at} ${fault.field}`)) faults.set(`${fault.at} ${fault.field}`, fault);
  }
  return { entries: null, at: [], faults: [...faults.values()] };
}

/** What is wrong with the rows of a list, and where. */
export function faultsOfRows(list: RuleListName, rows: readonly RuleRow[]): ListFault[] {
  const { entries, at, faults } = readRows(list, rows);
  if (!entries) return faults;
  return listFaults(list, entries).map((fault) => ({ ...fault, at: at[fault.at] ?? 0 }));
}

/**
 * The entries of a list as its rows say. What the version in force has and no row says is kept as retired: something
 * may be filed under it.
 * @returns null where the rows cannot be read
 */
export function entriesOf<List extends RuleListName>(
  list: List,
  rows: readonly RuleRow[],
  inForce: Entries<List>,
): Entries<List> | null {
  const { entries } = readRows(list, rows);
  if (!entries || faultsOfRows(list, rows).length > 0) return null;
  const codes = new Set(entries.map(({ code }) => code));
  const missing = inForce.filter(({ code }) => !codes.has(code)).map((one) => ({ ...one, retired: true }));
  return [...entries, ...missing] as Entries<List>;
}

/** The rows that show a list, with empty ones for what is new. */
export function rowsOf(list: RuleListName, rules: RuleSet): RuleRow[] {
  const shown = rules.lists[list].map((entry) => ({
    ...{ code: entry.code, zh: entry.zh, en: entry.en, source: entry.source, retired: entry.retired },
    parent: "parent" in entry ? (entry.parent ?? "") : "",
    words: "words" in entry ? entry.words.join("、") : "",
    computes: "computes" in entry ? entry.computes : "",
  }));
  const empty = { code: "", zh: "", en: "", source: "", retired: false, parent: "", words: "", computes: "" };
  return [...shown, ...Array.from({ length: emptyRows }, () => empty)];
}
