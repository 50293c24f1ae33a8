import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import type { Meeting } from "~/meeting/conduct/findMeeting.server";
import { holdsMeeting } from "~/meeting/conduct/permission";
import type { Queries } from "~db/connect";
import { reservation, topic } from "~db/schema";
import { meetingToReserve } from "./meetingToReserve.server";
import { mayReserve } from "./reservation";
import { reservingUnits } from "./reservationsOf.server";

/** Names one reservation. */
interface Named {
  slug: string;
  reservationId: string;
}

type Row = typeof reservation.$inferSelect;

/** What is set of a reservation, by what name it is booked, and who may. */
interface Settling {
  verb: "session.withdrawReservation" | "session.readReservation";
  set: Partial<Row>;
  may: (tx: Queries, meeting: Meeting, row: Row) => Promise<boolean>;
}

/** Withdraws a reservation. Refuses with `notFound`, `wrongStage` once the minutes are issued, `notAllowed`. */
export function withdrawReservation(actor: Actor, input: Named, now: string): Promise<Result<null>> {
  return settle(actor, input, now, {
    verb: "session.withdrawReservation",
    set: { withdrawnAt: now },
    async may(tx, meeting, { unitId }) {
      if (unitId === null) return holdsMeeting(actor, meeting);
      const units = await reservingUnits(tx, meeting.id, now);
      const own = units.find((one) => one.unitId === unitId);
      return own ? mayReserve(actor, meeting, own) : actor.unitId === unitId;
    },
  });
}

/**
 * Marks a reservation as read out, by whoever leads. Refuses with `notFound`, `wrongStage` once the minutes are issued,
 * `notAllowed`.
 */
export function readOutReservation(actor: Actor, input: Named, now: string): Promise<Result<null>> {
  return settle(actor, input, now, {
    verb: "session.readReservation",
    set: { readAt: now, readByPostId: actor.postId },
    may: async (_tx, meeting) => holdsMeeting(actor, meeting),
  });
}

function settle(
  actor: Actor,
  { slug, reservationId }: Named,
  now: string,
  how: Settling,
): Promise<Result<null>> {
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const meeting = await meetingToReserve(tx, actor, slug);
    if (!meeting.ok) return meeting;
    const [row] = await tx
      .select({ reservation })
      .from(reservation)
      .innerJoin(topic, eq(topic.id, reservation.topicId))
      .where(
        and(
          eq(reservation.id, reservationId),
          eq(topic.meetingId, meeting.value.id),
          isNull(reservation.withdrawnAt),
        ),
      );
    if (!row) return refuse("notFound");
    if (!(await how.may(tx, meeting.value, row.reservation))) return refuse("notAllowed");
    await tx
      .update(reservation)
      .set({ ...how.set, version: row.reservation.version + 1 })
      .where(eq(reservation.id, reservationId));
    const subject = { kind: "topic", id: row.reservation.topicId };
    await book({ verb: how.verb, subject, after: { unitId: row.reservation.unitId } });
    await later(freshness, { kind: "outcome", slug });
    return done(null);
  });
}
