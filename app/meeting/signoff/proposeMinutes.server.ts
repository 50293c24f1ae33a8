import { and, eq, gt, ne } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingInWriting } from "~/meeting/conduct/loadSession.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { read } from "~db/read";
import { liveUpdate, minutesSignOff, person } from "~db/schema";
import { minutesToSign } from "./minutesToSign.server";

// Whoever stopped this long ago is not in the middle of a sentence.
const writesWithin = 15_000;

/**
 * Lays the minutes before the chair as they read now, frozen by their hash; what was laid before them earlier, and not
 * answered, is replaced. Refuses like `minutesToSign`, and with `beingWritten` and their names while others write in the
 * record, unless it is to be done anyway.
 */
export async function proposeMinutes(
  actor: Actor,
  { slug, anyway }: { slug: string; anyway?: "yes" },
  now: string,
): Promise<Result<null>> {
  const toSign = await minutesToSign(actor, slug, "proposes");
  if (!toSign.ok) return toSign;
  const { meetingId, epoch, text, sha256 } = toSign.value;
  const names = anyway ? [] : await writersNow(actor, slug, epoch, now);
  if (names.length > 0) return refuse("beingWritten", { values: { names: names.join("、") } });
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const found = await meetingInWriting(tx, actor, slug, ["minutes"]);
    if (!found.ok) return found;
    await tx
      .update(minutesSignOff)
      .set({ state: "replaced" })
      .where(and(eq(minutesSignOff.meetingId, meetingId), eq(minutesSignOff.state, "proposed")));
    const { personId: proposedByPersonId, postId: proposedByPostId } = actor;
    const amendmentId = found.value.amendment?.id ?? null;
    const row = { id: newId(), meetingId, amendmentId, text, sha256, proposedAt: now };
    await tx.insert(minutesSignOff).values({ ...row, proposedByPersonId, proposedByPostId });
    const subject = { kind: "meeting", id: meetingId } as const;
    await book({ verb: "session.proposeMinutes", subject, after: { sha256 }, told: true });
    await later(freshness, { kind: "stage", slug });
    return done(null);
  });
}

/** The names of others who have just written in a record. */
async function writersNow(actor: Actor, slug: string, epoch: number, now: string): Promise<string[]> {
  const since = new Date(Date.parse(now) - writesWithin).toISOString();
  const { room, at, personId } = liveUpdate;
  const rows = await read((db) =>
    db
      .selectDistinct({ name: person.name })
      .from(liveUpdate)
      .innerJoin(person, eq(person.id, personId))
      .where(
        and(
          eq(room, liveRoomName(slug)),
          eq(liveUpdate.epoch, epoch),
          gt(at, since),
          ne(personId, actor.personId),
        ),
      ),
  );
  return rows.map(({ name }) => name);
}
