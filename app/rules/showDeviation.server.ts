import { and, eq, gt } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Name } from "~/i18n/language";
import type { NamedMeeting } from "~/i18n/meetingName";
import { nameOfUnit, titleOfPost } from "~/i18n/names";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { deviationRequest, meeting, person, post, unit } from "~db/schema";
import { holdsUntil, isLapsed, type Occasion, type RequestState } from "./deviationRequest";
import { canAnswerDeviation, canSeeDeviation } from "./permission";
import { rulesOfMeeting } from "./rulesOfMeeting.server";

/** Somebody in a post, as a request names them. */
export interface InPost {
  name: string;
  title: Name;
  unit: Name;
}

/** A request for a deviation as its page shows it. */
export interface DeviationPage {
  id: string;
  now: string;
  meeting: NamedMeeting;
  occasion: Occasion;
  /** What exactly is asked for, as the occasion writes it. */
  covers: string;
  reason: string;
  asked: InPost & { at: string };
  approver: InPost;
  state: RequestState | "lapsed";
  answer: string;
  answeredAt: string | null;
  /** The last day on which it holds. */
  until: string;
  /** `again`: who asked, and was refused or not answered, may ask anew; nobody has yet. */
  can: { answer: boolean; use: boolean; again: boolean };
}

const asker = alias(person, "asker");
const askerPost = alias(post, "asker_post");
const askerUnit = alias(unit, "asker_unit");

/** A request for a deviation, for whoever asked, whoever was named, and the office; null for others. */
export async function showDeviation(actor: Actor, id: string, now: string): Promise<DeviationPage | null> {
  return read(async (db) => {
    const [row] = await db
      .select({
        ...{ request: deviationRequest, approver: person, post, unit, asker, askerPost, askerUnit },
        meeting: { slug: meeting.slug, title: meeting.title, date: meeting.date },
      })
      .from(deviationRequest)
      .innerJoin(meeting, eq(meeting.id, deviationRequest.meetingId))
      .innerJoin(person, eq(person.id, deviationRequest.approverPersonId))
      .innerJoin(post, eq(post.id, deviationRequest.approverPostId))
      .innerJoin(unit, eq(unit.id, post.unitId))
      .innerJoin(asker, eq(asker.id, deviationRequest.askedByPersonId))
      .innerJoin(askerPost, eq(askerPost.id, deviationRequest.askedByPostId))
      .innerJoin(askerUnit, eq(askerUnit.id, askerPost.unitId))
      .where(eq(deviationRequest.id, id));
    if (!row || !canSeeDeviation(actor, row.request)) return null;
    const { occasion, covers, reason, askedAt, answer, answeredAt } = row.request;
    const rules = await rulesOfMeeting(db, row.request.meetingId);
    const open = row.request.state === "waiting" || row.request.state === "confirmed";
    const lapsed = open && isLapsed(askedAt, now, rules);
    const state = lapsed ? "lapsed" : row.request.state;
    const isAsker = actor.personId === row.request.askedByPersonId;
    return {
      ...{ id, now, meeting: row.meeting, occasion, covers, reason, state, answer, answeredAt },
      asked: { at: askedAt, ...inPost(row.asker, row.askerPost, row.askerUnit) },
      approver: inPost(row.approver, row.post, row.unit),
      until: holdsUntil(askedAt, rules),
      can: {
        answer: state === "waiting" && canAnswerDeviation(actor, row.request),
        use: state === "confirmed" && isAsker,
        again: (state === "refused" || state === "lapsed") && isAsker && !(await askedLater(db, row.request)),
      },
    };
  });
}

/** Whether something was asked for the same act after a request. */
async function askedLater(
  db: Queries,
  { id, meetingId, occasion }: typeof deviationRequest.$inferSelect,
): Promise<boolean> {
  const later = await db
    .select({ id: deviationRequest.id })
    .from(deviationRequest)
    .where(
      and(
        eq(deviationRequest.meetingId, meetingId),
        eq(deviationRequest.occasion, occasion),
        gt(deviationRequest.id, id),
      ),
    )
    .limit(1);
  return later.length > 0;
}

function inPost(
  { name }: { name: string },
  held: typeof post.$inferSelect,
  of: typeof unit.$inferSelect,
): InPost {
  return { name, title: titleOfPost(held), unit: nameOfUnit(of) };
}
