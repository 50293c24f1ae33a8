import { and, asc, eq, inArray, isNull, lte, ne, notExists, or, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { meetingAddress } from "~/address/meetings";
import { addDays, dayOf } from "~/calendar/day";
import { declaredDays } from "~/calendar/declaredDays.server";
import { workingDaysBefore } from "~/calendar/workingDay";
import { dayAddress, pageOfStep } from "~/plan/dayAddress";
import { factsForNextStep } from "~/plan/dayFacts.server";
import { type NextKey, nextStepOf } from "~/plan/nextStep";
import { dayColumns } from "~/problem/consultationDay.server";
import { parseRules, type RuleSet } from "~/rules/ruleSet";
import { openTaskStates } from "~/task/taskState";
import type { Queries } from "~db/connect";
import { amendment, consultationDay, meeting, ruleSet, task, yearPlan } from "~db/schema";
import { type BareItem, namedDay } from "./work";

/** What the office and the chair have to do next about each day that is under way. */
export async function dayWork(db: Queries, actor: Actor, today: string): Promise<BareItem[]> {
  if (actor.role !== "office" && actor.role !== "leader") return [];
  const items: BareItem[] = [];
  for (const row of await daysUnderWay(db, today)) {
    const item = await nextOf(db, actor, row, today);
    if (item) items.push(item);
  }
  if (actor.role === "office") items.push(...(await daysToClose(db)));
  return items;
}

const isOpenAmendment = and(eq(amendment.meetingId, meeting.id), isNull(amendment.endedAt));

const stagesUnderWay = ["planned", "collecting", "screening", "agenda", "inSession", "minutes"] as const;

async function daysUnderWay(db: Queries, today: string) {
  const amended = db.select({ id: amendment.meetingId }).from(amendment).where(isNull(amendment.endedAt));
  return db
    .select({
      day: dayColumns,
      rules: ruleSet.rules,
      plan: yearPlan.state,
      amendingSince: amendment.begunAt,
    })
    .from(meeting)
    .innerJoin(consultationDay, eq(consultationDay.meetingId, meeting.id))
    .innerJoin(ruleSet, eq(ruleSet.id, meeting.ruleSetId))
    .leftJoin(yearPlan, eq(yearPlan.year, consultationDay.year))
    .leftJoin(amendment, isOpenAmendment)
    .where(
      and(
        or(inArray(meeting.stage, [...stagesUnderWay]), inArray(meeting.id, amended)),
        // What is only planned is ahead of its window for most of the year.
        or(ne(meeting.stage, "planned"), lte(consultationDay.windowOpensOn, addDays(today, 7))),
      ),
    )
    .orderBy(asc(meeting.date));
}

type DayRow = Awaited<ReturnType<typeof daysUnderWay>>[number];

async function nextOf(db: Queries, actor: Actor, row: DayRow, today: string): Promise<BareItem | undefined> {
  const { day } = row;
  const facts = await factsForNextStep(db, day, actor);
  const rules = parseRules(row.rules);
  const next = nextStepOf(
    day.stage,
    // The next step depends on nothing more of the plan than that it is adopted.
    { ...facts, planAdopted: row.plan === "adopted", chairHeld: true, workingDay: true },
    {
      ...day,
      today,
      agendaApprovedBy: workingDaysBefore(
        day.date,
        rules.agenda.approvedWorkingDaysBefore,
        await declaredDays(db),
      ),
    },
  );
  const about = {
    meeting: namedDay(day),
    to: addressOf(next.key, day.month),
    until: untilOf(row, next.by, rules),
  };
  if (next.key === "submitLists" && actor.role === "office") {
    const count = facts.lists ? facts.lists.need - facts.lists.have : undefined;
    const to = dayAddress("screening", day.month, null);
    return {
      ...about,
      key: `lists-${day.month}`,
      what: { kind: "waitLists" },
      why: "office",
      count,
      to,
      waiting: true,
    };
  }
  const chairs = day.chairPostId === actor.postId;
  const byOffice = actor.role === "office" && ["office", "officeAndChair"].includes(next.who);
  const byChair = chairs && ["chair", "officeAndChair"].includes(next.who);
  if (!byOffice && !byChair) return undefined;
  return { ...about, key: `day-${day.month}`, what: { step: next.key }, why: chairs ? "chair" : "office" };
}

function addressOf(step: NextKey, month: string): string {
  const page = pageOfStep[step];
  return page ? dayAddress(page, month, null) : meetingAddress({ slug: month });
}

function untilOf(
  { day, amendingSince }: DayRow,
  by: string | undefined,
  { answers }: RuleSet,
): string | null {
  if (by) return by;
  if (amendingSince) return addDays(dayOf(amendingSince), answers.minutes);
  return day.stage === "minutes" ? addDays(day.date, answers.minutes) : null;
}

/** Issued days whose tasks are all at their end: the office confirms that nothing is left. */
async function daysToClose(db: Queries): Promise<BareItem[]> {
  const open = db
    .select({ one: sql`1` })
    .from(task)
    .where(and(eq(task.meetingId, meeting.id), inArray(task.state, [...openTaskStates])));
  const rows = await db
    .select({ month: meeting.slug, date: meeting.date })
    .from(consultationDay)
    .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
    .leftJoin(amendment, isOpenAmendment)
    .where(and(eq(meeting.stage, "issued"), notExists(open), isNull(amendment.id)))
    .orderBy(asc(meeting.date));
  return rows.map((day) => ({
    key: `day-${day.month}`,
    what: { step: "followUp" },
    why: "office",
    meeting: namedDay(day),
    until: null,
    to: meetingAddress({ slug: day.month }),
  }));
}
