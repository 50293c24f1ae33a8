import { and, eq } from "drizzle-orm";
import { liveRoomName } from "~/meeting/conduct/roomName";
import type { Database } from "~db/database";
import { attendance, correctionProposal, meeting, minutes, resolution, task, topic, unit } from "~db/schema";

/** What is stored about the day of a month. */
export interface DayRows {
  topics(): Promise<(typeof topic.$inferSelect)[]>;
  /** All minutes, the first issue first. */
  minutes(): Promise<(typeof minutes.$inferSelect)[]>;
  tasks(): Promise<{ id: string }[]>;
  proposals(): Promise<(typeof correctionProposal.$inferSelect)[]>;
  unitId(slug: string): Promise<string>;
  /** The id of a unit's invitation. */
  invitationOf(slug: string): Promise<string>;
}

/** Reads them from a server's database. */
export function rowsOfDay({ read }: Database, month: string): DayRows {
  const day = eq(meeting.slug, month);
  return {
    async topics() {
      const rows = await read
        .select()
        .from(topic)
        .innerJoin(meeting, eq(meeting.id, topic.meetingId))
        .where(day);
      return rows.map((row) => row.topic);
    },
    async minutes() {
      const rows = await read
        .select()
        .from(minutes)
        .innerJoin(meeting, eq(meeting.id, minutes.meetingId))
        .where(day)
        .orderBy(minutes.epoch);
      return rows.map((row) => row.minutes);
    },
    tasks: async () =>
      read
        .select({ id: task.id })
        .from(task)
        .innerJoin(resolution, eq(resolution.id, task.resolutionId))
        .innerJoin(meeting, eq(meeting.id, resolution.meetingId))
        .where(day),
    proposals: async () =>
      read
        .select()
        .from(correctionProposal)
        .where(eq(correctionProposal.room, liveRoomName(month))),
    async unitId(slug) {
      const [found] = await read.select({ id: unit.id }).from(unit).where(eq(unit.slug, slug));
      return found!.id;
    },
    async invitationOf(slug) {
      const [found] = await read
        .select({ id: attendance.id })
        .from(attendance)
        .innerJoin(unit, eq(unit.id, attendance.unitId))
        .innerJoin(meeting, eq(meeting.id, attendance.meetingId))
        .where(and(day, eq(unit.slug, slug)));
      return found!.id;
    },
  };
}
