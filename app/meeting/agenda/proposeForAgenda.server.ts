import { and, eq } from "drizzle-orm";
import type * as Y from "yjs";
import type { Actor } from "~/access/actor";
import type { Book } from "~/ledger/change.server";
import { freshness } from "~/ledger/freshness";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { recordOf } from "~/meeting/conduct/readRecord.server";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { mayProposeNow } from "~/meeting/conduct/writingState.server";
import { listTopics, type Topic } from "~/record/document/record";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { agendaProposal } from "~db/schema";
import { topicShown } from "./agendaForm";
import type { TopicWords } from "./changeTopic.server";
import { overtakenTopic } from "./overtakenTopic.server";
import { atEnd } from "./proposalForm";
import { type ProposedChange, valueInRecord } from "./proposedInRecord";

/** What is proposed for an entry; what is left out, or says what stands there, stays. */
export interface AgendaProposal extends TopicWords {
  slug: string;
  topicId: string;
  /** Id of the entry that it is to come before; `end`; nothing where it stays. */
  place?: string;
}

type Change = ProposedChange & { stood: string };

/**
 * Proposes changes to an entry of an agenda that is the moderator's by now: each field waits for its own decision. Who
 * proposes another value for the same field replaces what they proposed before. Refuses with `notFound`, `notAllowed`,
 * `wrongStage`, `changedMeanwhile` where other words stand there than were shown, `nothingProposed`, `invalid`.
 */
export async function proposeForAgenda(
  actor: Actor,
  input: AgendaProposal,
  now: string,
): Promise<Result<null>> {
  const { slug } = input;
  const allowed = await read((db) => meetingToProposeIn(db, actor, slug));
  if (!allowed.ok) return allowed;
  const asked = askedOf((await recordOf(slug)).document, input);
  if (!asked.ok)
    return asked.refusal.code === "changedMeanwhile" ? overtakenTopic(slug, input.topicId) : asked;
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const meeting = await meetingToProposeIn(tx, actor, slug);
    if (!meeting.ok) return meeting;
    for (const one of asked.value) await keep(tx, book, one, { actor, meeting: meeting.value, now });
    await later(freshness, { kind: "topic", slug });
    return done(null);
  });
}

async function meetingToProposeIn(db: Queries, actor: Actor, slug: string): Promise<Result<Meeting>> {
  const meeting = await findMeeting(db, slug);
  const right = meeting ? await roomRight(db, actor, meeting) : "none";
  if (!meeting || right === "none") return refuse("notFound");
  const may = await mayProposeNow(db, actor, meeting);
  if (may === "never") return refuse("notAllowed");
  return may === "now" ? done(meeting) : refuse("wrongStage");
}

/** The changes that a form asks for, each with what stands there. */
function askedOf(document: Y.Doc, input: AgendaProposal): Result<Change[]> {
  const { topicId, version, place } = input;
  const topics = listTopics(document);
  const topic = topics.find(({ id }) => id === topicId);
  if (!topic) return refuse("notFound");
  if (version !== undefined && version !== topicShown(topic).version) return refuse("changedMeanwhile");
  if (place && place !== atEnd && !topics.some(({ id }) => id === place))
    return refuse("invalid", { field: "place" });
  const asked = wanted(topic, input)
    .map(({ kind, proposed }) => ({
      topicId,
      kind,
      proposed,
      stood: valueInRecord(document, topicId, kind) ?? "",
    }))
    .filter(({ proposed, stood }) => proposed !== stood);
  return asked.length > 0 ? done(asked) : refuse("nothingProposed");
}

function wanted(topic: Topic, input: AgendaProposal): Pick<ProposedChange, "kind" | "proposed">[] {
  const { title, presenter, minutesAllotted, place } = input;
  return [
    { kind: "title", proposed: title ?? topic.title },
    { kind: "presenter", proposed: presenter ?? topic.presenter },
    { kind: "minutes", proposed: String(minutesAllotted ?? topic.minutesAllotted ?? "") },
    ...(place && place !== topic.id
      ? [{ kind: "place" as const, proposed: place === atEnd ? "" : place }]
      : []),
  ];
}

async function keep(
  tx: Queries,
  book: Book,
  change: Change,
  { actor, meeting, now }: { actor: Actor; meeting: Meeting; now: string },
): Promise<void> {
  const { topicId, kind, proposed, stood } = change;
  const [before] = await tx
    .select()
    .from(agendaProposal)
    .where(
      and(
        eq(agendaProposal.meetingId, meeting.id),
        eq(agendaProposal.topicId, topicId),
        eq(agendaProposal.kind, kind),
        eq(agendaProposal.byPersonId, actor.personId),
        eq(agendaProposal.state, "waiting"),
      ),
    );
  const id = before?.id ?? newId();
  const said = { proposed, stood, byPostId: actor.postId, at: now };
  if (before)
    await tx
      .update(agendaProposal)
      .set({ ...said, version: before.version + 1 })
      .where(eq(agendaProposal.id, id));
  else
    await tx
      .insert(agendaProposal)
      .values({ id, meetingId: meeting.id, topicId, kind, byPersonId: actor.personId, ...said });
  await book({
    verb: "session.proposeForAgenda",
    subject: { kind: "agendaProposal", id },
    before: before && { proposed: before.proposed },
    after: { topicId, kind, proposed },
  });
}
