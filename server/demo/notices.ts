import { desc, lt } from "drizzle-orm";
import { addDays, instantOf } from "~/calendar/day";
import { nothingDeclared } from "~/calendar/holiday";
import { isWorkingDay, workingDaysBefore } from "~/calendar/workingDay";
import { markAllRead } from "~/notice/markRead.server";
import { usualRules } from "~/rules/ruleSet";
import { read } from "~db/read";
import { notice } from "~db/schema";
import { must, type World } from "./world";

// What the clock found longer ago nobody looks at any more.
const daysLookedAt = 120;

/** The working days before today begin: what is overdue by then is found, and told. */
export function scheduleWorkingDays(world: World): void {
  const hour = String(usualRules.clock.workingDayBegins).padStart(2, "0");
  for (let day = addDays(world.today, -daysLookedAt); day < world.today; day = addDays(day, 1))
    if (isWorkingDay(day, nothingDeclared))
      world.timeline.schedule(instantOf(day, `${hour}:00`), world.catchUp);
}

/** People have read what they were told, except of the last two weeks. */
export async function readNotices(world: World): Promise<void> {
  const unreadSince = instantOf(workingDaysBefore(world.today, 10, nothingDeclared), "00:00");
  const [last] = await read((db) =>
    db
      .select({ id: notice.id })
      .from(notice)
      .where(lt(notice.at, unreadSince))
      .orderBy(desc(notice.id))
      .limit(1),
  );
  if (!last) return;
  for (const account of world.postIds.keys()) {
    const actor = await world.actor(account, world.now);
    must(await markAllRead(actor, { until: last.id }, world.now), `markAllRead ${account}`);
  }
}
