import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Name } from "~/i18n/language";
import type { NamedMeeting } from "~/i18n/meetingName";
import { nameOfUnit, titleOfPost } from "~/i18n/names";
import { alias } from "~db/alias";
import { read } from "~db/read";
import { deviationRequest, meeting, person, post, unit } from "~db/schema";
import { isLapsed, type Occasion, type RequestState } from "./deviationRequest";
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
  can: { answer: boolean; use: boolean };
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
    const open = row.request.state === "waiting" || row.request.state === "confirmed";
    const lapsed = open && isLapsed(askedAt, now, await rulesOfMeeting(db, row.request.meetingId));
    const state = lapsed ? "lapsed" : row.request.state;
    return {
      ...{ id, now, meeting: row.meeting, occasion, covers, reason, state, answer, answeredAt },
      asked: { at: askedAt, ...inPost(row.asker, row.askerPost, row.askerUnit) },
      approver: inPost(row.approver, row.post, row.unit),
      can: {
        answer: state === "waiting" && canAnswerDeviation(actor, row.request),
        use: state === "confirmed" && actor.personId === row.request.askedByPersonId,
      },
    };
  });
}

function inPost(
  { name }: { name: string },
  held: typeof post.$inferSelect,
  of: typeof unit.$inferSelect,
): InPost {
  return { name, title: titleOfPost(held), unit: nameOfUnit(of) };
}
