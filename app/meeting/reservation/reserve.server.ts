import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { newId } from "~/ledger/identifier.server";
import { overtaken } from "~/ledger/overtaken.server";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { isDecided } from "~/meeting/conduct/topic";
import type { Queries } from "~db/connect";
import { reservation, topic } from "~db/schema";
import { meetingToReserve } from "./meetingToReserve.server";
import { mayReserve, reservationShown } from "./reservation";
import { reservingUnits } from "./reservationsOf.server";

/** What a unit does not go along with. */
export interface ReserveInput {
  slug: string;
  topicId: string;
  unitId: string;
  words: string;
  /** Of the reservation that the writer has seen; `changedMeanwhile` where another stands there. */
  version?: number;
}

/**
 * Enters the reservation of a unit on a topic, or words it anew; then it is to be read out again. Refuses with
 * `notFound`, `wrongStage` before the opening and once the minutes are issued, `notAllowed` where the unit is not there
 * or it is not the reader's to say, `invalid` for an entry on which nothing is decided, `changedMeanwhile`.
 */
export async function reserve(actor: Actor, input: ReserveInput, now: string): Promise<Result<null>> {
  return changeMeeting(actor, now, input.slug, async (tx, book, later) => {
    const meeting = await meetingToReserve(tx, actor, input.slug);
    if (!meeting.ok) return meeting;
    const [about] = await tx
      .select()
      .from(topic)
      .where(
        and(eq(topic.id, input.topicId), eq(topic.meetingId, meeting.value.id), isNull(topic.withdrawnAt)),
      );
    if (!about) return refuse("notFound");
    // Of what may not stand here nothing is written.
    if (!isDecided(about.kind) || about.contentElsewhere) return refuse("invalid", { field: "topicId" });
    const units = await reservingUnits(tx, meeting.value.id, now);
    const unit = units.find(({ unitId }) => unitId === input.unitId);
    if (!unit || !mayReserve(actor, meeting.value, unit)) return refuse("notAllowed");
    const stands = await standing(tx, input);
    const subject = { kind: "topic", id: about.id };
    if (input.version !== undefined && input.version !== reservationShown(stands).version)
      return overtaken(tx, subject);
    const { words } = input;
    const written = { words, byPostId: actor.postId, at: now, readAt: null, readByPostId: null };
    if (stands)
      await tx
        .update(reservation)
        .set({ ...written, version: stands.version + 1 })
        .where(eq(reservation.id, stands.id));
    else
      await tx
        .insert(reservation)
        .values({ id: newId(), ...written, topicId: about.id, unitId: unit.unitId });
    await book({
      verb: "session.reserve",
      subject,
      before: stands && { unitId: unit.unitId, words: stands.words },
      after: { unitId: unit.unitId, words },
    });
    await later(freshness, { kind: "outcome", slug: input.slug });
    return done(null);
  });
}

async function standing(tx: Queries, { topicId, unitId }: ReserveInput) {
  const [row] = await tx
    .select()
    .from(reservation)
    .where(
      and(eq(reservation.topicId, topicId), eq(reservation.unitId, unitId), isNull(reservation.withdrawnAt)),
    );
  return row;
}
