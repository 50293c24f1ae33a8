import { differencesOf } from "~/audit/difference";
import en from "~/i18n/en";
import zhCN from "~/i18n/zh-CN";
import { read } from "~db/read";
import { ledgerEntry } from "~db/schema";

function hasText(texts: unknown, path: string): boolean {
  const found = path
    .split(".")
    .reduce<unknown>((inside, key) => (inside as Record<string, unknown> | undefined)?.[key], texts);
  return typeof found === "string";
}

/** Where the page of the ledger looks for a field's name. */
function keyOf(path: string): string {
  // An entry of a list is named by its list, and its code is data.
  const [, list] = /^rules\.lists\.(\w+)\.\w+$/.exec(path) ?? [];
  if (list) return `rules.list.${list}`;
  return path.startsWith("rules.") ? `plan.rules.field.${path.slice(6)}` : `ledger.field.${path}`;
}

/**
 * Every field that the present database's ledger shows and that has no name in Chinese or in English, with an
 * act that books it.
 */
export async function unnamedFields(): Promise<string[]> {
  const rows = await read((db) =>
    db
      .select({ verb: ledgerEntry.verb, before: ledgerEntry.before, after: ledgerEntry.after })
      .from(ledgerEntry),
  );
  const verbs = new Map(
    rows.flatMap(({ verb, before, after }) =>
      differencesOf(before, after).map(({ path }) => [path, verb] as const),
    ),
  );
  return [...verbs]
    .filter(
      ([path, verb]) =>
        !verb.startsWith("test.") && ![zhCN, en].every((texts) => hasText(texts, keyOf(path))),
    )
    .map(([path, verb]) => `${verb} ${path}`)
    .toSorted();
}

// Of an office, a paper or a duty, never of a resident; and what a test books for itself.
const publicNames =
  /^(unit\.(install|add|change)|duty\.|plan\.adoptRules$|plan\.(adopt|change)Rules rules\.lists\.|test\.)|documentNumber$/;

/**
 * Every field in which the present database's ledger holds people's words, with an act that booked it. In tests
 * words are Chinese, and codes, numbers and digests are not.
 */
export async function spokenFields(): Promise<string[]> {
  const rows = await read((db) => db.select().from(ledgerEntry));
  const found = rows.flatMap(({ verb, before, after }) =>
    differencesOf(before, after)
      .filter(({ before, after }) => /\p{Script=Han}/u.test(JSON.stringify([before, after])))
      .map(({ path }) => `${verb} ${path}`),
  );
  return [...new Set(found)].filter((one) => !publicNames.test(one)).toSorted();
}
