import { eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Name } from "~/i18n/language";
import { nameOfUnit, titleOfPost } from "~/i18n/names";
import { type DayRow, dayColumns } from "~/problem/consultationDay.server";
import { type DeviationPage, showDeviation } from "~/rules/showDeviation.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { consultationDay, joiningStreet, meeting, post, unit } from "~db/schema";
import { type ArrangedDay, type AskedChange, changesOf } from "./askedChange";

/** A request with what would change, where the plan of a day would. */
export interface DeviationRequestPage extends DeviationPage {
  changes: (Omit<AskedChange, "from" | "to"> & { from: Named[]; to: Named[] })[];
}

/** A day (YYYY-MM-DD), or the name of a unit or a post. */
type Named = string | Name;

/** A request for a deviation as `showDeviation` shows it, with what it changes by name; null for whom it is not there. */
export async function showDeviationRequest(
  actor: Actor,
  id: string,
  now: string,
): Promise<DeviationRequestPage | null> {
  const page = await showDeviation(actor, id, now);
  if (!page) return null;
  return read(async (db) => {
    const day = await dayAsArranged(db, page.meeting.slug);
    const changes = day ? changesOf(page, day) : [];
    const names = await namesOf(
      db,
      changes.flatMap(({ from, to }) => [...from, ...to]),
    );
    const named = (values: readonly string[]) => values.map((value) => names.get(value) ?? value);
    return {
      ...page,
      changes: changes.map(({ field, from, to }) => ({ field, from: named(from), to: named(to) })),
    };
  });
}

async function dayAsArranged(db: Queries, slug: string): Promise<ArrangedDay | null> {
  const [row]: { day: DayRow }[] = await db
    .select({ day: dayColumns })
    .from(consultationDay)
    .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
    .where(eq(meeting.slug, slug));
  if (!row) return null;
  const joining = await db.select().from(joiningStreet).where(eq(joiningStreet.meetingId, row.day.id));
  return { ...row.day, joiningStreetIds: joining.map(({ streetId }) => streetId) };
}

/** The names of units and posts, by id. */
async function namesOf(db: Queries, ids: readonly string[]): Promise<Map<string, Name>> {
  const units = await db
    .select()
    .from(unit)
    .where(inArray(unit.id, [...ids]));
  const posts = await db
    .select()
    .from(post)
    .where(inArray(post.id, [...ids]));
  return new Map([
    ...units.map((row): [string, Name] => [row.id, nameOfUnit(row)]),
    ...posts.map((row): [string, Name] => [row.id, titleOfPost(row)]),
  ]);
}
