import { and, asc, desc, eq, exists, inArray, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { nameOfUnit } from "~/i18n/names";
import { taskScope } from "~/task/scope.server";
import { unitChoices } from "~/unit/typing/unitChoices.server";
import { leadKinds } from "~/unit/unit";
import { read } from "~db/read";
import { meeting, task, unit } from "~db/schema";

// Three years of consultation days, or the meetings of some months.
const most = 60;

/** What the filters of the list offer: units that can lead, streets, and meetings that have resolved something. */
export async function taskFilterChoices(reader: Pick<Actor, "personId" | "role" | "unitId" | "streetId">) {
  return read(async (db) => {
    const units = await db
      .select({ slug: unit.slug, kind: unit.kind, shortZh: unit.shortZh, ...nameOfUnit(unit) })
      .from(unit)
      .where(inArray(unit.kind, [...leadKinds]))
      .orderBy(asc(unit.sortKey), asc(unit.id));
    // Only those of which the reader sees a task: of others they may not know that they were held.
    const seen = db
      .select({ one: sql`1` })
      .from(task)
      .where(and(eq(task.meetingId, meeting.id), taskScope(reader)));
    const meetings = await db
      .select({ slug: meeting.slug, title: meeting.title, date: meeting.date, kind: meeting.kind })
      .from(meeting)
      .where(and(inArray(meeting.stage, ["issued", "followedUp"]), exists(seen)))
      .orderBy(desc(meeting.date), desc(meeting.number))
      .limit(most);
    const leads = await unitChoices(
      db,
      units.map(({ zh, en, ...one }) => ({ ...one, name: { zh, en } })),
    );
    return {
      leads,
      streets: leads.filter((one) => one.kind === "street"),
      meetings,
    };
  });
}
