import { and, count, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { meetingAddress } from "~/address/meetings";
import { holdsMeeting, organisesMeeting, proposingStages } from "~/meeting/conduct/permission";
import type { Queries } from "~db/connect";
import { agendaProposal, meeting } from "~db/schema";
import { type BareItem, namedMeeting } from "./work";

/** Proposals for agendas on which those who hold the meeting have to decide, by the day it is held. */
export async function proposalWork(db: Queries, actor: Actor): Promise<BareItem[]> {
  const waiting = await db
    .select({ meeting, count: count() })
    .from(agendaProposal)
    .innerJoin(meeting, eq(meeting.id, agendaProposal.meetingId))
    .where(and(eq(agendaProposal.state, "waiting"), inArray(meeting.stage, [...proposingStages])))
    .groupBy(meeting.id);
  return waiting
    .filter(({ meeting: held }) => holdsMeeting(actor, held))
    .map(({ meeting: held, count: number }) => ({
      key: `proposals-${held.slug}`,
      what: { kind: "decideProposals" },
      why: !organisesMeeting(actor, held) ? "chair" : actor.role === "office" ? "office" : "organiser",
      meeting: namedMeeting(held),
      count: number,
      until: held.date,
      to: meetingAddress(held, "agenda#proposals"),
    }));
}
