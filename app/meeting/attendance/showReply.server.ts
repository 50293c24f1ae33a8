import type { Actor } from "~/access/actor";
import { declaredDays } from "~/calendar/declaredDays.server";
import type { Name } from "~/i18n/language";
import { done, type Result } from "~/ledger/result";
import type { AskedFor, AttendanceState } from "~/meeting/conduct/attendance";
import { chairOf } from "~/meeting/conduct/chairOf.server";
import { holdsMeeting } from "~/meeting/conduct/permission";
import { type ShownMeeting, shownMeeting } from "~/meeting/conduct/shownMeeting";
import { topicsOfMeeting } from "~/meeting/conduct/topicsOfMeeting.server";
import type { InvitationClass } from "~/meeting/kind/invitation";
import { replyDay } from "~/rules/replyDay";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import { read } from "~db/read";
import type { Delegate } from "./answer";
import { delegatesOf } from "./delegatesOf";
import { findInvitation, isAnswerable } from "./findInvitation.server";
import { topicsNaming } from "./topicsNaming.server";

/** The slip with which a unit answers an invitation. */
export interface ReplyPage {
  now: string;
  meeting: ShownMeeting & { startsAt: string; place: string };
  chair: Name | null;
  /** Day by which it is answered. */
  replyBy: string;
  invitation: {
    id: string;
    unit: Name;
    class: InvitationClass;
    asksFor: AskedFor;
    state: AttendanceState;
    reason: string;
    answeredAt: string | null;
  };
  people: Delegate[];
  /** Topics that name the unit. */
  because: string[];
  mayAnswer: boolean;
  /** The reader answers on the unit's behalf. */
  onBehalf: boolean;
}

/**
 * The invitation of the actor's unit, or the one that is asked for, with what the unit has answered. Refuses with
 * `notFound`, `notAllowed` for somebody else's.
 */
export async function showReply(
  actor: Actor,
  asked: { slug: string; attendanceId?: string },
  now: string,
): Promise<Result<ReplyPage>> {
  return read(async (db) => {
    const found = await findInvitation(db, actor, asked);
    if (!found.ok) return found;
    const { meeting, invitation, named } = found.value;
    const rules = await rulesOfMeeting(db, meeting.id);
    const chair = await chairOf(db, meeting);
    const because = await topicsNaming(db, await topicsOfMeeting(db, meeting.id));
    const { id, invitation: as, asksFor, state, reason, answeredAt, unit } = invitation;
    return done({
      now,
      meeting: { ...shownMeeting(meeting), startsAt: meeting.startsAt, place: meeting.place },
      chair: chair && { zh: chair.zh, en: chair.en },
      replyBy: replyDay(meeting.date, rules, await declaredDays(db)),
      invitation: {
        ...{ id, class: as, asksFor, state, reason, answeredAt },
        unit: { zh: unit.zh, en: unit.en },
      },
      people: delegatesOf(named),
      because: because(invitation.unitId),
      mayAnswer: isAnswerable(found.value),
      onBehalf: invitation.unitId !== actor.unitId && holdsMeeting(actor, meeting),
    });
  });
}
