import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { proposalAddress, rulesAddress, rulesHome } from "~/address/plans";
import { listAddress, problemAddress } from "~/address/problems";
import { taskAddress } from "~/address/tasks";
import { postAddress } from "~/address/units";
import { namedNeeds, namedOffers, namedPromises } from "~/meeting/resource/resourceNames.server";
import { canList } from "~/problem/permission";
import { visibleListings, visibleProblems } from "~/problem/scope.server";
import { visibleFeedback } from "~/rules/feedback/feedbackFor.server";
import { canSeeProposal } from "~/rules/permission";
import { openStates } from "~/rules/proposal/proposal";
import { taskScope } from "~/task/scope.server";
import type { Queries } from "~db/connect";
import {
  communityProposal,
  listing,
  meeting,
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
import { type Finder, meetingColumns, type NoticedThing } from "./noticedThing.server";
import { thingsOfMeetings } from "./thingsOfMeetings.server";

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
  ...thingsOfMeetings,
  task: tasks,
  list: lists,
  listing: listings,
  communityProposal: communityProposals,
  ruleProposal: ruleProposals,
  ruleSet: ruleSets,
  ruleFeedback: ruleReports,
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
