import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { dutyProposalsFor } from "~/problem/duty/dutyProposals.server";
import { openTasksLike } from "~/problem/similarTasks.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { problem, topic, unit } from "~db/schema";
import type { AskedSlip, LeadByWords, SlipHelp } from "./slipHelp";

/**
 * What can be told of a slip while it is being written: open tasks that it may repeat, as far as the reader sees them,
 * and units that answer for what it says by the duty lists. Refuses with `notFound` to whom the room is closed.
 */
export async function slipHelp(actor: Actor, slug: string, asked: AskedSlip): Promise<Result<SlipHelp>> {
  return read(async (db) => {
    const meeting = await findMeeting(db, slug);
    if (!meeting || (await roomRight(db, actor, meeting)) === "none") return refuse("notFound");
    const { topicId, title, words } = asked;
    const units = await db
      .select({ id: unit.id, slug: unit.slug, name: unit.nameZh, short: unit.shortZh })
      .from(unit);
    const text = withoutNames(
      words,
      units.flatMap(({ name, short }) => [name, short]),
    );
    // What is resolved says more than what it is resolved on.
    const tasks = await openTasksLike(db, actor, { topicId, title: text, text: title });
    return done({ tasks, leads: await leadsByWords(db, units, meeting.id, asked) });
  });
}

/** Who does something says nothing of what is done: two tasks of the same units are not alike by that. */
function withoutNames(words: string, names: readonly string[]): string {
  return names
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(name, " "), words);
}

/** What falls under an item already is not guessed at. */
async function leadsByWords(
  db: Queries,
  units: readonly { id: string; slug: string }[],
  meetingId: string,
  { topicId, title, words }: AskedSlip,
): Promise<LeadByWords[]> {
  const [about] = await db
    .select({ duty: problem.dutyItemId, place: problem.place, problemClass: problem.problemClass })
    .from(topic)
    .leftJoin(problem, eq(problem.id, topic.problemId))
    .where(and(eq(topic.id, topicId), eq(topic.meetingId, meetingId)));
  if (!about || about.duty) return [];
  const found = await dutyProposalsFor(db, {
    ...{ title, words, place: about.place ?? "" },
    ...(about.problemClass ? { problemClass: about.problemClass } : {}),
  });
  const leads = found.flatMap(({ unit: named, matter }) => {
    const id = named && units.find(({ slug }) => slug === named.slug)?.id;
    return id ? [{ unitId: id, duty: matter }] : [];
  });
  return leads.filter(({ unitId }, at) => leads.findIndex((one) => one.unitId === unitId) === at);
}
