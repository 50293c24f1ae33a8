import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { meetingAddress } from "~/address/meetings";
import { deviationAddress, proposalAddress, rulesAddress, rulesHome } from "~/address/plans";
import { listAddress, problemAddress } from "~/address/problems";
import { taskAddress } from "~/address/tasks";
import { postAddress } from "~/address/units";
import type { Name } from "~/i18n/language";
import type { NamedMeeting } from "~/i18n/meetingName";
import { isUnanswered } from "~/meeting/conduct/attendance";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { meetingScope } from "~/meeting/conduct/meetingScope.server";
import { meetingOfRoom } from "~/meeting/conduct/roomName";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { namedNeeds, namedOffers, namedPromises } from "~/meeting/resource/resourceNames.server";
import { canList } from "~/problem/permission";
import { visibleListings, visibleProblems } from "~/problem/scope.server";
import { visibleFeedback } from "~/rules/feedback/feedbackFor.server";
import { canSeeDeviation, canSeeProposal } from "~/rules/permission";
import { openStates } from "~/rules/proposal/proposal";
import { taskScope } from "~/task/scope.server";
import type { Queries } from "~db/connect";
import {
  agendaProposal,
  attendance,
  communityProposal,
  correctionProposal,
  deviationRequest,
  listing,
  meeting,
  opinion,
  overwrittenWords,
  post,
  problem,
  problemList,
  resolution,
  ruleFeedback,
  ruleProposal,
  ruleSet,
  task,
  topic,
  unit,
} from "~db/schema";

/** What a notice is about, as its reader may see it now. */
export interface NoticedThing {
  /** Its page. */
  to: string;
  /** Of a task or problem. */
  number?: string;
  title?: string;
  /** What a post is called, with its unit. */
  name?: Name;
  /** The meeting it belongs to. */
  meeting?: NamedMeeting;
  /** Of a meeting itself: at what time and where it is held; empty while nobody has said it. */
  startsAt?: string;
  place?: string;
  /** Why it is cancelled, or was last put off, and which of both. */
  change?: { to: "cancelled" | "postponed"; reason: string };
  /** When it is due, YYYY-MM-DD. */
  dueDate?: string;
}

const meetingColumns = { slug: meeting.slug, title: meeting.title, date: meeting.date };

type Finder = (db: Queries, actor: Actor, ids: string[]) => Promise<(NoticedThing & { id: string })[]>;

const tasks: Finder = async (db, actor, ids) => {
  const rows = await db
    .select({ id: task.id, number: task.number, dueDate: task.dueDate, title: topic.title })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .innerJoin(topic, eq(topic.id, resolution.topicId))
    .where(and(inArray(task.id, ids), taskScope(actor)));
  return rows.map((row) => ({ ...row, to: taskAddress(row.number) }));
};

const lists: Finder = async (db, actor, ids) => {
  const rows = await db
    .select({ list: problemList, meeting: meetingColumns, street: unit.slug })
    .from(problemList)
    .innerJoin(meeting, eq(meeting.id, problemList.dayId))
    .innerJoin(unit, eq(unit.id, problemList.streetId))
    .where(inArray(problemList.id, ids));
  return rows
    .filter(({ list }) => canList(actor, "see", list))
    .map(({ list, meeting, street }) => ({
      id: list.id,
      meeting,
      to: listAddress(meeting.slug, street),
    }));
};

const listings: Finder = async (db, actor, ids) => {
  const rows = await db
    .select({ id: listing.id, number: problem.number, title: problem.title, meeting: meetingColumns })
    .from(listing)
    .innerJoin(problem, eq(problem.id, listing.problemId))
    .innerJoin(problemList, eq(problemList.id, listing.listId))
    .innerJoin(meeting, eq(meeting.id, problemList.dayId))
    .where(and(inArray(listing.id, ids), visibleProblems(db, actor), visibleListings(actor)));
  return rows.map(({ meeting, ...row }) => ({
    ...row,
    meeting,
    to: problemAddress(row.number),
  }));
};

/** What one's own community proposed. */
const communityProposals: Finder = async (db, actor, ids) => {
  const rows = await db
    .select({
      ...{ id: communityProposal.id, number: problem.number, title: problem.title },
      ...{ meeting: meetingColumns, street: unit.slug },
    })
    .from(communityProposal)
    .innerJoin(problem, eq(problem.id, communityProposal.problemId))
    .innerJoin(meeting, eq(meeting.id, communityProposal.dayId))
    .innerJoin(unit, eq(unit.id, communityProposal.streetId))
    .where(and(inArray(communityProposal.id, ids), eq(communityProposal.communityId, actor.unitId)));
  return rows.map(({ street, ...row }) => ({
    ...row,
    to: `${listAddress(row.meeting.slug, street)}#proposal-${row.number}`,
  }));
};

/** What one's own unit was asked to write on topics; nothing any more once the request is taken back. */
const opinions: Finder = async (db, actor, ids) => {
  const rows = await db
    .select({ id: opinion.id, title: topic.title, meeting: meetingColumns })
    .from(opinion)
    .innerJoin(topic, eq(topic.id, opinion.topicId))
    .innerJoin(meeting, eq(meeting.id, opinion.meetingId))
    .where(and(inArray(opinion.id, ids), eq(opinion.unitId, actor.unitId), isNull(opinion.takenBackAt)));
  return rows.map((row) => ({
    ...row,
    to: meetingAddress({ slug: row.meeting.slug }, `opinions/${row.id}`),
  }));
};

/** Invitations of one's own unit, to be answered first; there are none any more once they are taken back. */
const invitations: Finder = async (db, actor, ids) => {
  const rows = await db
    .select({ attendance, stage: meeting.stage, meeting: meetingColumns })
    .from(attendance)
    .innerJoin(meeting, eq(meeting.id, attendance.meetingId))
    .where(and(inArray(attendance.id, ids), eq(attendance.unitId, actor.unitId)));
  return rows.map(({ attendance: called, stage, meeting: { slug, ...meeting } }) => ({
    id: called.id,
    meeting: { slug, ...meeting },
    to: meetingAddress({ slug }, stage === "agenda" && isUnanswered(called) ? "reply" : "agenda"),
  }));
};

/** Corrections that one has proposed oneself, in records whose room one may still enter. */
const corrections: Finder = async (db, actor, ids) => {
  const { id, room, personId } = correctionProposal;
  const mine = and(inArray(id, ids), eq(personId, actor.personId));
  const rows = await db.select({ id, room }).from(correctionProposal).where(mine);
  const open = new Map<string, NamedMeeting>();
  for (const name of new Set(rows.map((row) => row.room))) {
    const found = await findMeeting(db, meetingOfRoom(name) ?? "");
    if (found && (await roomRight(db, actor, found)) !== "none") open.set(name, found);
  }
  return rows.flatMap((row) => {
    const found = open.get(row.room);
    if (!found) return [];
    const to = meetingAddress({ slug: found.slug }, `corrections#correction-${row.id}`);
    return [{ id: row.id, meeting: { slug: found.slug, title: found.title, date: found.date }, to }];
  });
};

/** Proposals for agendas that one has made oneself, of meetings whose agenda one may still see. */
const proposals: Finder = async (db, actor, ids) => {
  const rows = await db
    .select({ id: agendaProposal.id, meeting })
    .from(agendaProposal)
    .innerJoin(meeting, eq(meeting.id, agendaProposal.meetingId))
    .where(and(inArray(agendaProposal.id, ids), eq(agendaProposal.byPersonId, actor.personId)));
  const seen: (NoticedThing & { id: string })[] = [];
  for (const { id, meeting: held } of rows) {
    const found = await findMeeting(db, held.slug);
    if (!found || (await roomRight(db, actor, found)) === "none") continue;
    const { slug, title, date } = held;
    seen.push({ id, meeting: { slug, title, date }, to: meetingAddress({ slug }, `agenda#proposal-${id}`) });
  }
  return seen;
};

/** Words of one's own that were overwritten, in records whose room one may still enter. */
const overwritten: Finder = async (db, actor, ids) => {
  const { id, room, writerPersonId } = overwrittenWords;
  const rows = await db
    .select({ id, room })
    .from(overwrittenWords)
    .where(and(inArray(id, ids), eq(writerPersonId, actor.personId)));
  const seen: (NoticedThing & { id: string })[] = [];
  for (const row of rows) {
    const found = await findMeeting(db, meetingOfRoom(row.room) ?? "");
    if (!found || (await roomRight(db, actor, found)) === "none") continue;
    const { slug, title, date } = found;
    seen.push({ id: row.id, meeting: { slug, title, date }, to: meetingAddress({ slug }, "room") });
  }
  return seen;
};

/** Deviations that one asked for, or was named to approve. */
const deviations: Finder = async (db, actor, ids) => {
  const rows = await db
    .select({ request: deviationRequest, meeting: meetingColumns })
    .from(deviationRequest)
    .innerJoin(meeting, eq(meeting.id, deviationRequest.meetingId))
    .where(inArray(deviationRequest.id, ids));
  return rows
    .filter(({ request }) => canSeeDeviation(actor, request))
    .map(({ request: { id }, meeting }) => ({ id, meeting, to: deviationAddress(id) }));
};

/** Proposals for the rules, as long as they are open; then there is nothing to be seen of them. */
const ruleProposals: Finder = async (db, actor, ids) => {
  const rows = await db.select().from(ruleProposal).where(inArray(ruleProposal.id, ids));
  return rows
    .filter((row) => openStates.includes(row.state) && canSeeProposal(actor, row))
    .map(({ id, title }) => ({ id, title, to: proposalAddress }));
};

/** Versions of the rules, which every official may read. */
const ruleSets: Finder = async (db, _actor, ids) => {
  const rows = await db.select().from(ruleSet).where(inArray(ruleSet.id, ids));
  return rows.map(({ id, title, version }) => ({ id, title, to: rulesAddress(version) }));
};

/** What one has said about rules oneself. */
const ruleReports: Finder = async (db, actor, ids) => {
  const rows = await db
    .select({ id: ruleFeedback.id })
    .from(ruleFeedback)
    .where(and(inArray(ruleFeedback.id, ids), visibleFeedback(actor)));
  return rows.map(({ id }) => ({ id, to: `${rulesHome}#feedback-${id}` }));
};

/** Meetings that one may know of. */
const meetings: Finder = async (db, actor, ids) => {
  const rows = await db
    .select({ held: meeting, meeting: meetingColumns })
    .from(meeting)
    .where(and(inArray(meeting.id, ids), meetingScope(db, actor)));
  return rows.map(({ held, meeting }) => ({
    ...{ id: held.id, startsAt: held.startsAt, place: held.place, change: changeOf(held), meeting },
    to: meetingAddress({ slug: held.slug }),
  }));
};

function changeOf({ stage, postponedFrom, changeReason: reason }: typeof meeting.$inferSelect) {
  if (stage === "cancelled") return { to: "cancelled" as const, reason };
  return postponedFrom ? { to: "postponed" as const, reason } : undefined;
}

/** Posts, whom every official may know. */
const posts: Finder = async (db, _actor, ids) => {
  const rows = await db
    .select({ post, unit })
    .from(post)
    .innerJoin(unit, eq(unit.id, post.unitId))
    .where(inArray(post.id, ids));
  return rows.map(({ post: one, unit: of }) => ({
    id: one.id,
    name: { zh: `${of.nameZh} ${one.titleZh}`, en: `${one.titleEn}, ${of.nameEn}` },
    to: postAddress(of.slug, one.id),
  }));
};

/** By kind of subject, as the ledger books it. */
const finders: Record<string, Finder> = {
  task: tasks,
  list: lists,
  listing: listings,
  communityProposal: communityProposals,
  attendance: invitations,
  opinion: opinions,
  correction: corrections,
  agendaProposal: proposals,
  overwritten,
  deviation: deviations,
  ruleProposal: ruleProposals,
  ruleSet: ruleSets,
  ruleFeedback: ruleReports,
  meeting: meetings,
  post: posts,
  resourceNeed: namedNeeds,
  resourceOffer: namedOffers,
  resourcePromise: namedPromises,
};

/**
 * The things that notices are about, by kind and id, as far as the reader may see them now. What they may not see
 * any more, or what is no more, is left out.
 */
export async function noticedThings(
  db: Queries,
  actor: Actor,
  notices: readonly { subjectKind: string; subjectId: string }[],
): Promise<(kind: string, id: string) => NoticedThing | null> {
  const found = new Map<string, NoticedThing>();
  for (const [kind, find] of Object.entries(finders)) {
    const ids = notices.filter((one) => one.subjectKind === kind).map((one) => one.subjectId);
    if (ids.length === 0) continue;
    for (const { id, ...thing } of await find(db, actor, [...new Set(ids)]))
      found.set(`${kind} ${id}`, thing);
  }
  return (kind, id) => found.get(`${kind} ${id}`) ?? null;
}
