import { and, asc, eq, inArray } from "drizzle-orm";
import { change } from "~/ledger/change.server";
import { freshness } from "~/ledger/freshness";
import { refuse } from "~/ledger/result";
import { moveStage } from "~/meeting/stage/moveStage.server";
import { dayColumns } from "~/problem/consultationDay.server";
import { parseRules } from "~/rules/ruleSet";
import { type RulesInForce, rulesInForce } from "~/rules/rulesOfMeeting.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { consultationDay, meeting, ruleSet, yearPlan } from "~db/schema";
import { windowMoveDue } from "./windowClock";

/**
 * Opens and closes the windows for topics whose hour has come, by the system itself; once each, however often and from
 * however many processes it is called. A day is opened by the rules in force, which it is then held by, and closed by
 * those.
 * @param now instant, UTC ISO
 */
export async function moveWindowsDue(now: string): Promise<void> {
  const days = await read((db) => daysDue(db, now));
  for (const id of days) await moveDue(id, now);
}

async function moveDue(id: string, now: string): Promise<void> {
  await change(null, now, async (tx, book, later) => {
    const [found] = await candidates(tx, id);
    const inForce = await rulesInForce(tx);
    const due = found && moveOf(found, inForce, now);
    // Somebody was quicker.
    if (!due) return refuse("wrongStage");
    const { day } = found;
    await later(freshness, { kind: "stage", slug: day.month });
    const opened = due.event === "openWindow";
    return moveStage(tx, book, day, due.event, opened && inForce ? { ruleSetId: inForce.id } : {});
  });
}

async function daysDue(db: Queries, now: string): Promise<string[]> {
  const found = await candidates(db);
  if (found.length === 0) return [];
  const inForce = await rulesInForce(db);
  return found.filter((one) => moveOf(one, inForce, now) !== null).map(({ day }) => day.id);
}

function candidates(db: Queries, id?: string) {
  const waits = inArray(meeting.stage, ["planned", "collecting"]);
  return db
    .select({ day: dayColumns, rules: ruleSet.rules })
    .from(consultationDay)
    .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
    .innerJoin(ruleSet, eq(ruleSet.id, meeting.ruleSetId))
    .innerJoin(yearPlan, and(eq(yearPlan.year, consultationDay.year), eq(yearPlan.state, "adopted")))
    .where(and(waits, id === undefined ? undefined : eq(meeting.id, id)))
    .orderBy(asc(meeting.date));
}

type Candidate = Awaited<ReturnType<typeof candidates>>[number];

function moveOf({ day, rules }: Candidate, inForce: RulesInForce | undefined, now: string) {
  const held = day.stage === "planned" && inForce ? inForce.rules : parseRules(rules);
  return windowMoveDue(day, held, now);
}
