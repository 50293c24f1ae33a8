import { asc, desc, inArray } from "drizzle-orm";
import { nameOfUnit } from "~/access/names";
import { leadKinds } from "~/unit/unit";
import { read } from "~db/read";
import { meeting, unit } from "~db/schema";

/** What the filters of the ledger offer: units that can lead, streets, and days that have resolved something. */
export async function taskFilterChoices() {
  return read(async (db) => {
    const units = await db
      .select({ slug: unit.slug, kind: unit.kind, ...nameOfUnit(unit) })
      .from(unit)
      .where(inArray(unit.kind, [...leadKinds]))
      .orderBy(asc(unit.id));
    const days = await db
      .select({ month: meeting.slug })
      .from(meeting)
      .where(inArray(meeting.stage, ["issued", "followedUp"]))
      .orderBy(desc(meeting.slug))
      .limit(36);
    const leads = units.map(({ slug, kind, zh, en }) => ({ slug, kind, name: { zh, en } }));
    return {
      leads,
      streets: leads.filter((one) => one.kind === "street"),
      days: days.map((day) => day.month),
    };
  });
}
