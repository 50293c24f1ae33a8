import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { done, type Result, refuse } from "~/ledger/result";
import { stagesBefore } from "~/meeting/kind/stage";
import { canPlan } from "~/plan/permission";
import { dayColumns } from "~/problem/consultationDay.server";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import type { ShownApprovals } from "~/rules/shownApproval";
import { shownApprovals } from "~/rules/shownApprovals.server";
import { read } from "~db/read";
import { consultationDay, joiningStreet, meeting, yearPlan } from "~db/schema";
import { blockedFrom } from "./blockedOf.server";
import type { Blocked } from "./chairs";
import { type PlanChoices, planChoices } from "./proposePlan.server";

/** What can be changed about one day, for the form that changes it. */
export interface DayPlanPage extends PlanChoices {
  month: string;
  year: number;
  version: number;
  /** Changes need an approval. */
  adopted: boolean;
  /** What was asked to be approved, and whom one may name. */
  approvals: ShownApprovals;
  /** The days that leaders keep free. */
  blocked: Blocked[];
  /** Time of day, place and length, which are changed without asking anybody. */
  placed: { startsAt: string; place: string; plannedMinutes: string };
  /** How long a meeting lasts by the rules, where nobody says. */
  usualMinutes: number;
  /** Host and window stay as they are. */
  windowFixed: boolean;
  /** The arrangements as they stand. */
  values: {
    hostStreetId: string;
    date: string;
    chairPostId: string;
    windowOpensOn: string;
    windowClosesOn: string;
    swapReason: string;
    joiningStreetIds: string[];
  };
  /** What was typed with a request that is not carried out. */
  typed: DayPlanPage["values"] | null;
}

/** A day as its arrangements stand. Refuses with `wrongStage` once its session has opened. */
export async function showDayPlan(actor: Actor, month: string, now: string): Promise<Result<DayPlanPage>> {
  return read(async (db) => {
    const [found] = await db
      .select({ day: dayColumns, state: yearPlan.state })
      .from(consultationDay)
      .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
      .leftJoin(yearPlan, eq(yearPlan.year, consultationDay.year))
      .where(eq(meeting.slug, month))
      .limit(1);
    if (!found) return refuse("notFound");
    if (!canPlan(actor, "plan")) return refuse("notAllowed");
    const { day, state } = found;
    if (!stagesBefore.includes(day.stage)) return refuse("wrongStage");
    const joining = await db.select().from(joiningStreet).where(eq(joiningStreet.meetingId, day.id));
    const approvals = await shownApprovals(db, actor, day, now);
    const request = approvals.requests.changeDay;
    return done({
      month,
      year: day.year,
      version: day.version,
      adopted: state === "adopted",
      approvals,
      blocked: await blockedFrom(db, dayOf(now)),
      placed: {
        startsAt: day.startsAt,
        place: day.place,
        plannedMinutes: String(day.plannedMinutes ?? ""),
      },
      usualMinutes: (await rulesOfMeeting(db, day.id)).agenda.plannedMinutes,
      windowFixed: day.stage !== "planned",
      ...(await planChoices(db, now)),
      // It stays in the form, whatever the answer.
      typed: request ? typedOf(request.covers) : null,
      values: {
        hostStreetId: day.hostStreetId,
        date: day.date,
        chairPostId: day.chairPostId ?? "",
        windowOpensOn: day.windowOpensOn,
        windowClosesOn: day.windowClosesOn,
        swapReason: day.swapReason ?? "",
        joiningStreetIds: joining.map((row) => row.streetId),
      },
    });
  });
}

/** The form as it was typed, from what the request covers. */
function typedOf(covers: string): DayPlanPage["values"] {
  const typed = JSON.parse(covers) as DayPlanPage["values"];
  return {
    ...typed,
    swapReason: typed.swapReason ?? "",
    joiningStreetIds: typed.joiningStreetIds ?? [],
  };
}
