import { eq } from "drizzle-orm";
import { meetingAddress } from "~/address/meetings";
import type { FileKind } from "~/file/fileKind.server";
import { meeting, problem, topic } from "~db/schema";
import { minutesFileRights, topicFileRights } from "./fileRights";
import { findMeeting } from "./findMeeting.server";
import { ledgerScopeOf } from "./ledgerScope";
import { holdsMeeting } from "./permission";
import { roomRight, writerIn } from "./roomRight.server";

/** Files on a topic, such as a plan that is to be decided on. */
export const topicFiles: FileKind = {
  kind: "topic",
  async find(db, actor, id) {
    const [row] = await db
      .select({ topic, slug: meeting.slug, problem })
      .from(topic)
      .innerJoin(meeting, eq(meeting.id, topic.meetingId))
      .leftJoin(problem, eq(problem.id, topic.problemId))
      .where(eq(topic.id, id));
    const found = row && (await findMeeting(db, row.slug));
    if (!found) return undefined;
    if ((await roomRight(db, actor, found)) === "none" && !holdsMeeting(actor, found)) return undefined;
    const writer = await writerIn(db, actor, found);
    return {
      id,
      title: row.topic.title,
      address: meetingAddress(found, `agenda#topic-${id}`),
      booked: { kind: "topic", id },
      scopeUnitId: ledgerScopeOf(found),
      rights: topicFileRights(writer, found.stage, { ...row.topic, problem: row.problem }),
    };
  },
};

/** Files on the minutes of a meeting, whose id is theirs. */
export const minutesFiles: FileKind = {
  kind: "minutes",
  async find(db, actor, id) {
    const [row] = await db.select({ slug: meeting.slug }).from(meeting).where(eq(meeting.id, id));
    const found = row && (await findMeeting(db, row.slug));
    if (!found || (await roomRight(db, actor, found)) === "none") return undefined;
    return {
      id,
      title: `${found.number} ${found.title}`.trim(),
      address: meetingAddress(found, "minutes#files"),
      booked: { kind: "meeting", id },
      scopeUnitId: ledgerScopeOf(found),
      rights: minutesFileRights(holdsMeeting(actor, found)),
    };
  },
};
