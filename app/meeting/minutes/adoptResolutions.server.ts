import { eq, inArray } from "drizzle-orm";
import type { Book } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import type { Meeting } from "~/meeting/conduct/findMeeting.server";
import { kindOf } from "~/meeting/kind/kind";
import { createTasks } from "~/task/createTasks.server";
import type { Queries } from "~db/connect";
import { resolution, resolutionAssistingUnit, topic } from "~db/schema";
import type { IssuedPaper, PaperPower, PaperTopic } from "./paper";
import type { MinutesFacts } from "./paperFacts.server";

/**
 * Adopts the resolutions under the ids they had in the record, and makes their tasks, except of powers that were
 * exercised on the spot, inside the caller's
 * transaction. The tasks are booked for every official: they are seen beyond the meeting. What earlier minutes of the day have adopted keeps its row and its task.
 */
export async function adoptResolutions(
  tx: Queries,
  { book, bookForAll }: { book: Book; bookForAll: Book },
  from: { meeting: Meeting; facts: MinutesFacts; paper: IssuedPaper; minutesId: string },
  now: string,
) {
  const { meeting, facts, paper, minutesId } = from;
  const streets = new Map(facts.topics.map((one) => [one.id, one.streetId]));
  const before = new Set(facts.adopted.map((one) => one.line.id));
  const tasks = [];
  // A series calls its own tasks, and strikes them off.
  const overseerUnitId = kindOf(meeting).lookBack.calls === "district" ? null : meeting.organiserUnitId;
  for (const line of paper.topics) {
    await keepTitle(tx, line);
    for (const { lead: _lead, assisting: _assisting, ...one } of line.resolutions) {
      const { assistingUnitIds, power, ...columns } = one;
      if (before.has(one.id)) continue;
      const id = await freeId(tx, one.id);
      await tx.insert(resolution).values({
        ...columns,
        id,
        minutesId,
        meetingId: meeting.id,
        topicId: line.id,
        milestones: JSON.stringify(one.milestones),
        // A power is done with the minutes: it is due on no other day.
        ...(power && { ...powerColumns(power), dueDate: meeting.date }),
      });
      if (assistingUnitIds.length > 0)
        await tx
          .insert(resolutionAssistingUnit)
          .values(assistingUnitIds.map((unitId, at) => ({ resolutionId: id, unitId, place: at + 1 })));
      await book({
        verb: "session.adoptResolution",
        subject: { kind: "resolution", id },
        after: { ...columns, assistingUnitIds, ...(power && powerColumns(power)), id, topicId: line.id },
      });
      if (power) continue;
      const { leadUnitId, dueDate, milestones } = one;
      const streetId = streets.get(line.id) ?? meeting.hostUnitId;
      tasks.push({ resolutionId: id, streetId, leadUnitId, overseerUnitId, dueDate, milestones });
    }
  }
  await createTasks(tx, bookForAll, { year: paper.year, tasks }, now);
}

const powerColumns = ({ what, basis, post, document }: PaperPower) => ({
  ...{ kind: "power" as const, power: what },
  ...{ powerBasis: basis, powerPost: post, powerDocument: document },
});

/** The title as it was worded in the room is the topic's from now on. */
async function keepTitle(tx: Queries, line: PaperTopic) {
  if (line.title.trim() === "") return;
  await tx.update(topic).set({ title: line.title }).where(eq(topic.id, line.id));
}

// Ids in a record are made in browsers; one that is taken elsewhere would block the minutes for ever.
async function freeId(tx: Queries, id: string): Promise<string> {
  const taken = await tx
    .select({ id: resolution.id })
    .from(resolution)
    .where(inArray(resolution.id, [id]));
  return taken.length > 0 ? newId() : id;
}
