import { describe, expect, it } from "vitest";
import { fieldsOf } from "~/access/formFields";
import { createTranslator } from "~/i18n/translate";
import zhCN from "~/i18n/zh-CN";
import { currentDatabase } from "~db/current";
import { rowsOf, runStatement } from "../../builders/database";
import { worldOfFile } from "../../builders/servedWorld";
import { type Knocker, knockers } from "../../builders/world";
import { outcomeOf, routes } from "./outcomeOf";
import { type Rights, type RouteEntry, routeTable } from "./routeTable";
import { thoseWhoMay } from "./whoMay";

const world = await worldOfFile();

const strays = ["\u0000", "\u000b", "\u202e", "\u200b", "\ufeff"];
const unseen = `路${strays.join("")}\ud842灯`;
const noDay = "2026-02-31";
const isDayField = (name: string) => /(On|[dD]ate|Day|raisedAt)$/.test(name);
const texts = createTranslator("zh-CN", zhCN);

/** Every table with its columns, as the database has them. */
function tables(): { table: string; columns: string[] }[] {
  const database = currentDatabase();
  const named = rowsOf(
    database,
    "select name from sqlite_master where type = 'table' and sql not like '%VIRTUAL%'",
  );
  return named
    .map(({ name }) => String(name))
    .filter((table) => !/^(sqlite_|__|search)/.test(table))
    .map((table) => ({
      table,
      columns: rowsOf(database, `select name from pragma_table_info('${table}')`).map((row) =>
        String(row.name),
      ),
    }));
}

/** Everything that is stored as text and could not have been typed. */
function storedUnseen(): string[] {
  return tables().flatMap(({ table }) =>
    rowsOf(currentDatabase(), `select * from "${table}"`).flatMap((row) =>
      Object.entries(row)
        .filter(
          ([, value]) =>
            typeof value === "string" && [...strays, noDay].some((stray) => value.includes(stray)),
        )
        .map(([column, value]) => `${table}.${column}: ${JSON.stringify(value)}`),
    ),
  );
}

const statusOf = (outcome: unknown) =>
  outcome instanceof Response
    ? outcome.status
    : ((outcome as { init?: { status?: number } | null } | null)?.init?.status ?? 200);

/** The keys of the sentences that an answer puts at a field. */
function sentencesAt(outcome: unknown, field: string): string[] {
  const answer = (outcome as { data?: { reply?: { error?: Record<string, string[] | null> | null } } }).data;
  return answer?.reply?.error?.[field] ?? [];
}

const mayDo = (rights: Rights): Knocker | undefined => thoseWhoMay(rights, knockers)[0];

/** The fields of a form by the names they are sent under, the first of each list. */
function fieldNames(file: string, entry: RouteEntry, intent: string, sent: Record<string, string>): string[] {
  const schema = routes[entry.module ?? file]?.action?.forms?.[intent];
  const known = schema ? [...fieldsOf(schema).keys()].map((name) => name.replaceAll("[]", "[0]")) : [];
  return [...new Set([...known, ...Object.keys(sent)])].filter((name) => !/password|^edits$/.test(name));
}

const acts = Object.entries(routeTable).flatMap(([file, entry]) =>
  Object.entries(entry.acts ?? {}).map(([intent, act]) => ({ file, entry, intent, ...act })),
);

describe("what no one can have meant, in every field of every form", () => {
  for (const { file, entry, intent, form, rights } of acts) {
    const who = mayDo(rights);
    if (!who) continue;
    it(`${file} ${intent}`, async () => {
      const usual = { intent, ...form?.(world) };
      for (const field of fieldNames(file, entry, intent, form?.(world) ?? {})) {
        const value = isDayField(field)
          ? noDay
          : `${(usual as Record<string, string>)[field] ?? ""}${unseen}`;
        await world.fresh(async () => {
          const outcome = await outcomeOf(world, who, { file, entry, form: { ...usual, [field]: value } });
          const status = statusOf(outcome);
          expect(status, field).toBeLessThan(500);
          expect(storedUnseen(), field).toEqual([]);
          if (isDayField(field) && field in usual)
            expect(sentencesAt(outcome, field), field).toContain("error.date");
          for (const sentence of sentencesAt(outcome, field))
            expect(texts.exists(sentence), sentence).toBe(true);
          if (entry.loader && statusOf(await outcomeOf(world, who, { file, entry, form: null })) >= 500)
            throw new Error(`the page fails after ${field}`);
        });
      }
    });
  }
});

describe("what is stored from before there were rules for it", () => {
  it("fails no page: days that do not exist, in every column of days", async () => {
    await world.fresh(async () => {
      for (const { table, columns } of tables())
        for (const column of columns)
          await plant(table, column, `'${noDay}'`, "glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'");
      expect(await failingPages()).toEqual([]);
    });
  });

  it("fails no page: signs that nobody sees, in every column of words", async () => {
    await world.fresh(async () => {
      const stray = "char(11) || char(8238) || char(27)";
      for (const { table, columns } of tables())
        for (const column of columns.filter((name) =>
          /title|text|word|name|reason|note|summary|place|evidence/.test(name),
        ))
          await plant(
            table,
            column,
            `"${column}" || ${stray}`,
            `not like '{%' and typeof("${column}") = 'text'`,
          );
      expect(await failingPages()).toEqual([]);
    });
  });
});

/** Changes a column as only somebody can who has got at the database itself; leaves what it guards. */
async function plant(table: string, column: string, value: string, where: string): Promise<void> {
  const statement = `update or ignore "${table}" set "${column}" = ${value} where "${column}" ${where}`;
  await runStatement(currentDatabase(), statement).catch(() => undefined);
}

async function failingPages(): Promise<string[]> {
  const failing: string[] = [];
  for (const [file, entry] of Object.entries(routeTable)) {
    const who = entry.loader && mayDo(entry.loader);
    if (!who) continue;
    const outcome = await outcomeOf(world, who, { file, entry, form: null }).catch((error: Error) => error);
    if (outcome instanceof Error || statusOf(outcome) >= 500) failing.push(`${file}: ${String(outcome)}`);
  }
  return failing;
}
