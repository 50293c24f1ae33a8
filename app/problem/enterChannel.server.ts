import { and, eq, isNull } from "drizzle-orm";
import type { Author, Book } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { meeting, problemChannel, problemList } from "~db/schema";
import { type Channel, entryInto, type Place } from "./channel";
import { adoptByListing } from "./communityProposal.server";

/** A problem that comes into a channel. */
export interface Entering extends Place {
  problemId: string;
  /** Why, where it was in another one. */
  reason?: string;
  by: Pick<Author, "postId"> | null;
}

/** Where a problem is now; undefined where it is in no channel. */
export async function channelOf(db: Queries, problemId: string) {
  const [row] = await db
    .select()
    .from(problemChannel)
    .where(and(eq(problemChannel.problemId, problemId), isNull(problemChannel.until)));
  return row;
}

/**
 * Takes a problem into a channel, out of the one in which it was: the only way into any. Changing the channel books
 * `problem.changeChannel` with the reason. Refuses like `entryInto`.
 */
export async function enterChannel(
  tx: Queries,
  book: Book,
  { problemId, channel, subjectId, number, reason, by }: Entering,
  now: string,
): Promise<Result<null>> {
  const from = await channelOf(tx, problemId);
  const entry = entryInto(from ?? null, channel, reason);
  if (!entry.ok) return entry;
  if (from) await tx.update(problemChannel).set({ until: now }).where(eq(problemChannel.id, from.id));
  const place = { channel, subjectId, number };
  await tx
    .insert(problemChannel)
    .values({ id: newId(), problemId, ...place, since: now, reason, byPostId: by?.postId ?? null });
  if (from)
    await book({
      verb: "problem.changeChannel",
      subject: { kind: "problem", id: problemId },
      before: { channel: from.channel, number: from.number },
      after: { channel, number, reason },
    });
  return done(null);
}

/** A place on a list into which a problem comes. */
interface ListPlace {
  problemId: string;
  listingId: string;
  listId: string;
  reason?: string;
  by: Pick<Author, "postId"> | null;
}

/**
 * Takes a problem into the channel of the list on which it is put; what a community proposed is adopted thereby. Refuses
 * like `entryInto`.
 */
export async function enterListing(
  tx: Queries,
  book: Book,
  { listingId, listId, ...entering }: ListPlace,
  now: string,
): Promise<Result<null>> {
  const [list] = await tx
    .select({ month: meeting.slug })
    .from(problemList)
    .innerJoin(meeting, eq(meeting.id, problemList.dayId))
    .where(eq(problemList.id, listId));
  const place = { channel: "list" as const, subjectId: listingId, number: list!.month };
  const entered = await enterChannel(tx, book, { ...entering, ...place }, now);
  if (entered.ok) await adoptByListing(tx, book, entering, now);
  return entered;
}

/** Takes a problem out of a thing in which it is, such as its place on a list; elsewhere it stays. */
export async function leaveChannel(
  tx: Queries,
  { problemId, channel, subjectId }: { problemId: string; channel: Channel; subjectId: string },
  now: string,
): Promise<void> {
  await tx
    .update(problemChannel)
    .set({ until: now })
    .where(
      and(
        eq(problemChannel.problemId, problemId),
        eq(problemChannel.channel, channel),
        eq(problemChannel.subjectId, subjectId),
        isNull(problemChannel.until),
      ),
    );
}

// SQLite takes a limited number of values in one statement.
const atOnce = 300;

/** Takes many new problems, which are in no channel yet, onto a list at once. */
export async function enterList(
  tx: Queries,
  places: readonly { problemId: string; listingId: string }[],
  list: { month: string; by: Pick<Author, "postId"> | null },
  now: string,
): Promise<void> {
  for (let at = 0; at < places.length; at += atOnce)
    await tx.insert(problemChannel).values(
      places.slice(at, at + atOnce).map(({ problemId, listingId }) => ({
        ...{ id: newId(), problemId, channel: "list" as const, subjectId: listingId },
        ...{ number: list.month, since: now, byPostId: list.by?.postId ?? null },
      })),
    );
}
