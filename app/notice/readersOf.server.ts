import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { holdingNow } from "~/access/holdingNow.server";
import type { ToldEvent } from "~/ledger/toldEvent";
import { givingUnits, needingUnit } from "~/meeting/resource/partiesOf.server";
import { serverAuthor } from "~/record/live/serverAuthor";
import { adoptingRoles } from "~/rules/permission";
import { assistingUnits } from "~/task/assistingUnits.server";
import { witnessOf } from "~/task/witnesses.server";
import type { Queries } from "~db/connect";
import {
  agendaProposal,
  attendance,
  communityProposal,
  correctionProposal,
  deviationRequest,
  holding,
  joiningStreet,
  listing,
  meeting,
  minutesSignOff,
  opinion,
  overwrittenWords,
  post,
  problem,
  problemList,
  ruleFeedback,
  task,
  taskEntry,
} from "~db/schema";
import type { NoticeReason } from "./notice";

/** A thing that an event is about. */
interface Subject {
  kind: string;
  id: string;
}

type Find = (db: Queries, subject: Subject, event: ToldEvent) => Promise<string[]>;

const finders: Record<NoticeReason, Find> = {
  async chairs(db, { id }, { before }) {
    const held = await findHeld(db, id);
    return [held?.chairPostId, asBefore(before).chairPostId].flatMap((postId) => postId ?? []);
  },
  async hosts(db, { id }, { before }) {
    const held = await findHeld(db, id);
    const streets = [held?.hostUnitId, asBefore(before).hostStreetId];
    return postsOf(
      db,
      streets.flatMap((streetId) => streetId ?? []),
    );
  },
  async joins(db, { id }, { before }) {
    const joining = await db.select().from(joiningStreet).where(eq(joiningStreet.meetingId, id));
    const streets = joining.map(({ streetId }) => streetId);
    return postsOf(db, [...streets, ...(asBefore(before).joiningStreetIds ?? [])]);
  },
  async listed(db, { id }) {
    const begun = await db.select().from(problemList).where(eq(problemList.dayId, id));
    return postsOf(
      db,
      begun.map(({ streetId }) => streetId),
    );
  },
  async invited(db, { kind, id }) {
    if (kind === "meeting") return calledTo(db, id);
    const [row] = await db.select().from(attendance).where(eq(attendance.id, id));
    if (!row) return [];
    return row.postId ? [row.postId] : postsOf(db, [row.unitId]);
  },
  async opinionOf(db, { id }) {
    const of = { unitId: opinion.unitId };
    const [row] = await db.select(of).from(opinion).where(eq(opinion.id, id));
    return row ? postsOf(db, [row.unitId]) : [];
  },
  async ownStreet(db, subject) {
    if (subject.kind === "list") {
      const [row] = await db.select().from(problemList).where(eq(problemList.id, subject.id));
      return row ? postsOf(db, [row.streetId]) : [];
    }
    const listed = await listedProblem(db, subject.id);
    return listed ? postsOf(db, [listed.streetId]) : [];
  },
  async raised(db, { kind, id }) {
    if (kind === "communityProposal") {
      const by = { communityId: communityProposal.communityId };
      const [found] = await db.select(by).from(communityProposal).where(eq(communityProposal.id, id));
      return found ? postsOf(db, [found.communityId]) : [];
    }
    const listed = await listedProblem(db, id);
    return listed?.communityId ? postsOf(db, [listed.communityId]) : [];
  },
  async lead(db, { id }) {
    const found = await findTask(db, id);
    return found ? postsOf(db, [found.leadUnitId]) : [];
  },
  async assists(db, { id }) {
    const found = await findTask(db, id);
    if (!found) return [];
    const assisting = await assistingUnits(db, [found.resolutionId]);
    return postsOf(db, assisting(found.resolutionId));
  },
  async territory(db, { id }) {
    const found = await findTask(db, id);
    return found ? postsOf(db, [found.streetId]) : [];
  },
  office: officePosts,
  drafts: officePosts,
  posts: officePosts,
  async witness(db, { id }) {
    const found = await witnessOf(db, id);
    return found ? [found.personId] : [];
  },
  async verifier(db, { id }) {
    const [row] = await db
      .select({ personId: taskEntry.byPersonId })
      .from(taskEntry)
      .where(and(eq(taskEntry.taskId, id), eq(taskEntry.event, "verifySolved")))
      .orderBy(desc(taskEntry.id))
      .limit(1);
    return row?.personId ? [row.personId] : [];
  },
  async approver(db, { id }) {
    const found = await findRequest(db, id);
    return found ? [found.approverPostId] : [];
  },
  async asker(db, { id }) {
    const found = await findRequest(db, id);
    return found ? [found.askedByPersonId] : [];
  },
  async adopter(db) {
    const rows = await db
      .select({ id: post.id })
      .from(post)
      .where(inArray(post.role, [...adoptingRoles]));
    return rows.map(({ id }) => id);
  },
  async wrote(db, { kind, id }) {
    if (kind === "ruleFeedback") {
      const by = { personId: ruleFeedback.byPersonId };
      const [said] = await db.select(by).from(ruleFeedback).where(eq(ruleFeedback.id, id));
      return said ? [said.personId] : [];
    }
    const { writerPersonId } = overwrittenWords;
    const [row] = await db
      .select({ writerPersonId })
      .from(overwrittenWords)
      .where(eq(overwrittenWords.id, id));
    return row?.writerPersonId && row.writerPersonId !== serverAuthor.personId ? [row.writerPersonId] : [];
  },
  async substitute(_db, _subject, { after }) {
    const { personId } = after as { personId: string };
    return [personId];
  },
  async holder(db, { id }, { at }) {
    const rows = await db
      .select({ personId: holding.personId })
      .from(holding)
      .where(and(eq(holding.postId, id), eq(holding.capacity, "holder"), holdingNow(at)));
    return rows.map(({ personId }) => personId);
  },
  async needs(db, subject) {
    return postsOf(db, await needingUnit(db, subject));
  },
  async gives(db, subject) {
    return postsOf(db, await givingUnits(db, subject));
  },
  async proposed(db, { kind, id }) {
    if (kind === "meeting") {
      const [laid] = await db
        .select({ personId: minutesSignOff.proposedByPersonId })
        .from(minutesSignOff)
        .where(eq(minutesSignOff.meetingId, id))
        .orderBy(desc(minutesSignOff.id))
        .limit(1);
      return laid ? [laid.personId] : [];
    }
    if (kind === "agendaProposal") {
      const [found] = await db
        .select({ personId: agendaProposal.byPersonId })
        .from(agendaProposal)
        .where(eq(agendaProposal.id, id));
      return found ? [found.personId] : [];
    }
    const [row] = await db
      .select({ personId: correctionProposal.personId })
      .from(correctionProposal)
      .where(eq(correctionProposal.id, id));
    return row?.personId ? [row.personId] : [];
  },
};

/** The posts (of a proposal, the person) that a reason means for what happened to a thing. */
export function readersOf(db: Queries, reason: NoticeReason, event: ToldEvent): Promise<string[]> {
  return finders[reason](db, event.subject, event);
}

async function officePosts(db: Queries): Promise<string[]> {
  const rows = await db.select({ id: post.id }).from(post).where(eq(post.role, "office"));
  return rows.map(({ id }) => id);
}

/** The posts of units; the administrator's does not do its unit's work. */
async function postsOf(db: Queries, unitIds: string[]): Promise<string[]> {
  const rows = await db
    .select({ id: post.id })
    .from(post)
    .where(and(inArray(post.unitId, unitIds), ne(post.role, "admin")));
  return rows.map(({ id }) => id);
}

/** What a changed day of the plan says of those who had to do with it before: they are concerned as well. */
const asBefore = (before: unknown) =>
  (before ?? {}) as Partial<{ chairPostId: string; hostStreetId: string; joiningStreetIds: string[] }>;

async function findHeld(db: Queries, meetingId: string) {
  const [row] = await db.select().from(meeting).where(eq(meeting.id, meetingId));
  return row;
}

/** The posts called to a meeting, and those of the units that are; who declined need not know. */
async function calledTo(db: Queries, meetingId: string): Promise<string[]> {
  const rows = await db
    .select()
    .from(attendance)
    .where(and(eq(attendance.meetingId, meetingId), ne(attendance.state, "declined")));
  const units = rows.filter(({ postId }) => !postId).map(({ unitId }) => unitId);
  return [...rows.flatMap(({ postId }) => postId ?? []), ...(await postsOf(db, units))];
}

async function listedProblem(db: Queries, listingId: string) {
  const [row] = await db
    .select({ streetId: problem.streetId, communityId: problem.communityId })
    .from(listing)
    .innerJoin(problem, eq(problem.id, listing.problemId))
    .where(eq(listing.id, listingId));
  return row;
}

async function findTask(db: Queries, taskId: string) {
  const [row] = await db.select().from(task).where(eq(task.id, taskId));
  return row;
}

async function findRequest(db: Queries, requestId: string) {
  const [row] = await db.select().from(deviationRequest).where(eq(deviationRequest.id, requestId));
  return row;
}
