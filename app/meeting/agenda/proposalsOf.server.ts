import { asc, eq, inArray } from "drizzle-orm";
import type * as Y from "yjs";
import type { Name } from "~/i18n/language";
import { nameOfUnit } from "~/i18n/names";
import { proposingStages } from "~/meeting/conduct/permission";
import type { Stage } from "~/meeting/kind/stage";
import { topicById } from "~/record/document/record";
import type { Queries } from "~db/connect";
import { agendaProposal, person, post, unit } from "~db/schema";
import { type EntryStanding, type ProposalKind, type ProposalState, proposalMark } from "./proposal";
import { standsInRecord } from "./proposedInRecord";

/** A proposal as the agenda page shows it; of places the titles of the entries that they are before ("" = the end). */
export interface ShownProposal {
  id: string;
  topicId: string;
  topicTitle: string;
  kind: ProposalKind;
  proposed: string;
  /** What stood there when it was proposed. */
  stood: string;
  /** What stands there now. */
  now: string;
  entry: EntryStanding;
  /** The version that a decision is about. */
  mark: number;
  /** `lapsed`: the session was closed before anybody decided. */
  state: ProposalState | "lapsed";
  by: { name: string; unit: Name };
  /** The reader proposed it. */
  isMine: boolean;
  at: string;
  decided: { by: string; at: string; word: string } | null;
}

/** The proposals for an agenda, oldest first, for whoever sees the agenda. */
export async function proposalsOf(
  db: Queries,
  reader: { personId: string },
  meeting: { id: string; stage: Stage },
  { document, closedTopicIds }: { document: Y.Doc; closedTopicIds: ReadonlySet<string> },
): Promise<ShownProposal[]> {
  const rows = await db
    .select({ proposal: agendaProposal, name: person.name, unit })
    .from(agendaProposal)
    .innerJoin(person, eq(person.id, agendaProposal.byPersonId))
    .innerJoin(post, eq(post.id, agendaProposal.byPostId))
    .innerJoin(unit, eq(unit.id, post.unitId))
    .where(eq(agendaProposal.meetingId, meeting.id))
    .orderBy(asc(agendaProposal.id));
  const deciderIds = rows.flatMap(({ proposal }) => proposal.decidedByPersonId ?? []);
  const deciders = await db.select().from(person).where(inArray(person.id, deciderIds));
  const nameOf = new Map<string | null, string>(deciders.map(({ id, name }) => [id, name]));
  return rows.map(({ proposal, name, unit: of }) => {
    const stands = standsInRecord(document, proposal, closedTopicIds.has(proposal.topicId));
    const { id, topicId, kind, at, decidedAt, word } = proposal;
    const said = (value: string) => (kind === "place" ? (topicById(document, value)?.title ?? "") : value);
    const lapsed = proposal.state === "waiting" && !proposingStages.includes(meeting.stage);
    return {
      ...{ id, topicId, kind, at, entry: stands.entry },
      topicTitle: topicById(document, topicId)?.title ?? "",
      proposed: said(proposal.proposed),
      stood: said(proposal.stood),
      now: said(stands.now),
      mark: proposalMark(proposal, stands),
      state: lapsed ? "lapsed" : proposal.state,
      by: { name, unit: nameOfUnit(of) },
      isMine: proposal.byPersonId === reader.personId,
      decided:
        decidedAt === null ? null : { by: nameOf.get(proposal.decidedByPersonId) ?? "", at: decidedAt, word },
    };
  });
}
