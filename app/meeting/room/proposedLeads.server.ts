import { and, eq, isNull } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { dutyItem, problem, topic } from "~db/schema";
import type { ProposedLead } from "./roomView";

/**
 * The units that are likely to lead what is resolved on each topic of a meeting: first the one that answers for the item
 * of the duty list under which its problem falls, then the one that was named as having the power.
 */
export async function proposedLeads(db: Queries, meetingId: string): Promise<ProposedLead[]> {
  const rows = await db
    .select({
      topicId: topic.id,
      power: problem.powerUnitId,
      duty: { unitId: dutyItem.unitId, matter: dutyItem.matter },
    })
    .from(topic)
    .innerJoin(problem, eq(problem.id, topic.problemId))
    .leftJoin(dutyItem, and(eq(dutyItem.id, problem.dutyItemId), isNull(dutyItem.endedAt)))
    .where(eq(topic.meetingId, meetingId));
  return rows.flatMap(({ topicId, power, duty }): ProposedLead[] => [
    ...(duty?.unitId ? [{ topicId, unitId: duty.unitId, why: "duty" as const, duty: duty.matter }] : []),
    ...(power && power !== duty?.unitId ? [{ topicId, unitId: power, why: "power" as const, duty: "" }] : []),
  ]);
}
