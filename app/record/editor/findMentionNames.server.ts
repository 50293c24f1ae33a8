import { and, eq, inArray, type SQL } from "drizzle-orm";
import { nameOfUnit } from "~/i18n/names";
import {
  type MentionKind,
  type MentionName,
  type MentionTarget,
  mentionKey,
} from "~/record/document/mention";
import type { Queries } from "~db/connect";
import { person, resolution, task, unit } from "~db/schema";

// A statement takes a bounded number of parameters.
const atOnce = 500;

/**
 * Finds what the platform calls the things that are mentioned, each once; null where there is no such thing.
 * @param tasks the tasks that the reader may see; left out, all of them
 */
export async function findMentionNames(
  db: Queries,
  targets: readonly MentionTarget[],
  tasks?: SQL,
): Promise<MentionName[]> {
  const meant = [
    ...new Map(targets.map(({ kind, id }) => [mentionKey({ kind, id }), { kind, id }])).values(),
  ];
  const names: MentionName[] = [];
  for (let from = 0; from < meant.length; from += atOnce) {
    const some = meant.slice(from, from + atOnce);
    const found = await namesFound(db, some, tasks);
    names.push(...some.map((one) => ({ ...one, name: found[one.kind].get(one.id) ?? null })));
  }
  return names;
}

type Found = Record<MentionKind, Map<string, { zh: string; en: string }>>;

async function namesFound(
  db: Queries,
  targets: readonly MentionTarget[],
  tasks: SQL | undefined,
): Promise<Found> {
  const ids = (kind: MentionKind) => targets.flatMap((one) => (one.kind === kind ? [one.id] : []));
  const [units, people, seen] = await Promise.all([
    db
      .select({ id: unit.slug, ...nameOfUnit(unit) })
      .from(unit)
      .where(inArray(unit.slug, ids("unit"))),
    db
      .select({ id: person.id, zh: person.name, en: person.name })
      .from(person)
      .where(inArray(person.id, ids("person"))),
    db
      .select({ id: task.number, zh: task.number, en: task.number })
      .from(task)
      // Who assists, and so sees a task, stands there.
      .innerJoin(resolution, eq(resolution.id, task.resolutionId))
      .where(and(inArray(task.number, ids("task")), tasks)),
  ]);
  const byId = (rows: { id: string; zh: string; en: string }[]) =>
    new Map(rows.map(({ id, zh, en }) => [id, { zh, en }]));
  return { unit: byId(units), person: byId(people), task: byId(seen) };
}
