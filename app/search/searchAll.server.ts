import { and, desc, eq, inArray, isNotNull, like, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { nameOfUnit } from "~/i18n/names";
import { visibleProblems } from "~/problem/scope.server";
import { taskScope } from "~/task/scope.server";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { consultationDay, minutes, problem, resolution, task, unit } from "~db/schema";
import { matchesWords } from "~db/search";

const most = 20;

/** What a search found, as far as the reader may see it, newest first. */
export type FoundThings = Awaited<ReturnType<typeof searchAll>>;

/** Searches problems, tasks, minutes and units by words; every word must occur. */
export async function searchAll(actor: Actor, words: string) {
  const asked = words.trim().slice(0, 200);
  return read(async (db) => {
    if (asked === "") return { problems: [], tasks: [], minutes: [], units: [] };
    return {
      problems: await findProblems(db, actor, asked),
      tasks: await findTasks(db, actor, asked),
      minutes: await findMinutes(db, asked),
      units: await findUnits(db, asked),
    };
  });
}

async function findProblems(db: Queries, actor: Actor, words: string) {
  const matching = await matchesWords(db, "problem", problem.id, words);
  const numbered = eq(problem.number, words.toUpperCase());
  return db
    .select({ number: problem.number, title: problem.title, place: problem.place })
    .from(problem)
    .where(and(visibleProblems(db, actor), matching ? or(matching, numbered) : numbered))
    .orderBy(desc(problem.id))
    .limit(most);
}

async function findTasks(db: Queries, actor: Actor, words: string) {
  const matching = await matchesWords(db, "task", task.id, words);
  const numbered = eq(task.number, words.toUpperCase());
  return db
    .select({ number: task.number, text: resolution.text })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .where(and(taskScope(actor), matching ? or(matching, numbered) : numbered))
    .orderBy(desc(task.id))
    .limit(most);
}

const replacing = alias(minutes, "replacing");

/** Issued minutes are every official's to read, those that were replaced too. */
async function findMinutes(db: Queries, words: string) {
  const matching = await matchesWords(db, "minutes", minutes.id, words);
  if (!matching) return [];
  return db
    .select({
      id: minutes.id,
      month: consultationDay.month,
      year: minutes.year,
      number: minutes.number,
      host: nameOfUnit(unit),
      /** The amended minutes in their place. */
      replacedBy: { year: replacing.year, number: replacing.number },
    })
    .from(minutes)
    .leftJoin(replacing, eq(replacing.amends, minutes.id))
    .innerJoin(consultationDay, eq(consultationDay.id, minutes.dayId))
    .innerJoin(unit, eq(unit.id, consultationDay.hostStreetId))
    .where(and(matching, isNotNull(minutes.issuedAt)))
    .orderBy(desc(minutes.issuedAt))
    .limit(most);
}

/** A district has some hundred units: their names are compared as they are. */
async function findUnits(db: Queries, words: string) {
  const part = `%${words.replace(/[%_]/g, "")}%`;
  const rows = await db
    .select({ slug: unit.slug, ...nameOfUnit(unit) })
    .from(unit)
    .where(
      and(
        inArray(unit.kind, ["office", "street", "community", "department", "utility", "contractor"]),
        or(like(unit.nameZh, part), like(unit.nameEn, part), like(unit.shortZh, part)),
      ),
    )
    .limit(most);
  return rows.map(({ slug, zh, en }) => ({ slug, name: { zh, en } }));
}
