import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { meetingAddress } from "~/address/meetings";
import { addDays, dayOf } from "~/calendar/day";
import { organisesMeeting } from "~/meeting/conduct/permission";
import { kindsCalledBy, kindsCalledByUnits } from "~/meeting/kind/kind";
import { progressForNextStep } from "~/meeting/progress/meetingProgress.server";
import { nextAtMeeting, pageOfStep } from "~/meeting/progress/progress";
import { parseRules } from "~/rules/ruleSet";
import type { Queries } from "~db/connect";
import { amendment, meeting, ruleSet } from "~db/schema";
import { type BareItem, namedMeeting } from "./work";

/** What the unit that called a meeting, and its chair, have to do next about each that is under way. */
export async function meetingWork(db: Queries, actor: Actor): Promise<BareItem[]> {
  const items = await Promise.all((await meetingsUnderWay(db, actor)).map((row) => nextOf(db, actor, row)));
  return items.flatMap((item) => item ?? []);
}

const stagesUnderWay = ["agenda", "inSession", "minutes"] as const;

async function meetingsUnderWay(db: Queries, actor: Actor) {
  const own = and(
    eq(meeting.organiserUnitId, actor.unitId),
    inArray(meeting.kind, kindsCalledBy(actor.role)),
  );
  return db
    .select({ meeting, rules: ruleSet.rules, amendingSince: amendment.begunAt })
    .from(meeting)
    .innerJoin(ruleSet, eq(ruleSet.id, meeting.ruleSetId))
    .leftJoin(amendment, and(eq(amendment.meetingId, meeting.id), isNull(amendment.endedAt)))
    .where(
      and(
        inArray(meeting.kind, kindsCalledByUnits()),
        or(inArray(meeting.stage, [...stagesUnderWay]), eq(amendment.meetingId, meeting.id)),
        or(own, eq(meeting.chairPostId, actor.postId)),
      ),
    )
    .orderBy(asc(meeting.date))
    .limit(most);
}

// Of one post: more meetings at once than that are under way by mistake.
const most = 50;

type Row = Awaited<ReturnType<typeof meetingsUnderWay>>[number];

async function nextOf(db: Queries, actor: Actor, row: Row): Promise<BareItem | undefined> {
  const { meeting: held } = row;
  const progress = await progressForNextStep(db, held);
  const next = nextAtMeeting(held, progress, { date: held.date, agendaApprovedBy: held.date });
  const organises = organisesMeeting(actor, held);
  const mine = next?.who === "organiserAndChair" || (next?.who === "organiser" && organises);
  if (!next || !mine) return undefined;
  return {
    key: `meeting-${held.slug}`,
    what: { step: next.step },
    why: organises ? "organiser" : "chair",
    meeting: namedMeeting(held),
    until: next.by ?? untilOf(row),
    to: meetingAddress(held, pageOfStep[next.step]),
  };
}

/** Minutes are issued, and amended ones finished, within so many days. */
function untilOf({ meeting: held, rules, amendingSince }: Row): string | null {
  const { answers } = parseRules(rules);
  if (amendingSince) return addDays(dayOf(amendingSince), answers.minutes);
  return held.stage === "minutes" ? addDays(held.date, answers.minutes) : null;
}
