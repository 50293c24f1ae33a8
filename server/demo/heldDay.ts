import { eq } from "drizzle-orm";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import type { DemoDecision } from "~db/demo/texts";
import { read } from "~db/read";
import { topic } from "~db/schema";
import type { HeldDay } from "./attendance";
import type { DayCast } from "./casting";
import type { World } from "./world";

/** The row of a day and what comes up on it. */
export async function heldDay(month: string, cast: DayCast): Promise<HeldDay> {
  const day = await read((db) => findMeeting(db, month));
  return { month, date: day!.date, dayId: day!.id, cast };
}

/** The topics of a day by what was decided on them, in the order of the written decisions. */
export async function topicsByDecision(
  world: World,
  { dayId, cast }: HeldDay,
): Promise<[string, DemoDecision][]> {
  const rows = await read((db) =>
    db.select({ id: topic.id, problemId: topic.problemId }).from(topic).where(eq(topic.meetingId, dayId)),
  );
  return cast.decided.map((decision) => {
    const { problemId } = world.listed.get(decision.problemKey)!;
    return [rows.find((row) => row.problemId === problemId)!.id, decision];
  });
}
