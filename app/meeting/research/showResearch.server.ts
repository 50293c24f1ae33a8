import { asc, count, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { done, type Result, refuse } from "~/ledger/result";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { type ShownMeeting, shownMeeting } from "~/meeting/conduct/shownMeeting";
import { offered } from "~/rules/ruleLists";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import { type PostHeld, postsHeld } from "~/unit/postsHeld.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { post, research, researchMember, visit, visitEntry } from "~db/schema";
import { researchRight } from "./findVisit.server";
import { type Matter, mattersOf } from "./mattersOf.server";
import { writesResearch } from "./research";

/** A member of the group: the post and who holds it. */
export type Member = PostHeld & { leads: boolean };

/** What the forms of a visit offer. */
export interface VisitChoices {
  /** Kinds of research that the rules offer. */
  kinds: string[];
  problems: Matter[];
  topics: Matter[];
}

/** Everything the page of a meeting's research shows. */
export interface ResearchPage {
  now: string;
  today: string;
  meeting: ShownMeeting;
  brief: { text: string; version: number };
  members: Member[];
  visits: { id: string; kind: string; title: string; date: string; people: string; notes: number }[];
  choices: VisitChoices;
  /** Posts that can be taken into the group; none for who does not say. */
  posts: PostHeld[];
  can: { write: boolean; lead: boolean };
}

/** The research for a meeting: its group, its brief, its visits. Refuses with `notFound`. */
export async function showResearch(actor: Actor, slug: string, now: string): Promise<Result<ResearchPage>> {
  return read(async (db) => {
    const held = await findMeeting(db, slug);
    const right = held ? await researchRight(db, actor, held) : "none";
    if (!held || right === "none") return refuse("notFound");
    const [about] = await db.select().from(research).where(eq(research.meetingId, held.id));
    const members = await membersOf(db, held, now);
    const posts = right === "leads" ? await postsHeld(db, now) : [];
    const inGroup = new Set(members.map(({ id }) => id));
    return done({
      ...{ now, today: dayOf(now), meeting: shownMeeting(held), members },
      brief: { text: about?.brief ?? "", version: about?.version ?? 0 },
      visits: await visitsOfMeeting(db, held.id),
      choices: await visitChoices(db, actor, held),
      posts: posts.filter(
        ({ id, role, holders }) => role !== "admin" && holders.length > 0 && !inGroup.has(id),
      ),
      can: { write: writesResearch(right), lead: right === "leads" },
    });
  });
}

/** What the forms of a visit for a meeting offer somebody. */
export async function visitChoices(db: Queries, actor: Actor, held: Meeting): Promise<VisitChoices> {
  const { lists } = await rulesOfMeeting(db, held.id);
  return { kinds: offered(lists.research).map(({ code }) => code), ...(await mattersOf(db, actor, held)) };
}

/** Who is in the group, those who lead it first. */
async function membersOf(db: Queries, held: Meeting, now: string): Promise<Member[]> {
  const rows = await db.select().from(researchMember).where(eq(researchMember.meetingId, held.id));
  const ids = rows.map(({ postId }) => postId);
  const posts = await postsHeld(db, now, inArray(post.id, ids));
  const members = posts.map((one) => ({
    ...one,
    leads: rows.some((row) => row.postId === one.id && row.leads),
  }));
  return members.sort((a, b) => Number(b.leads) - Number(a.leads));
}

async function visitsOfMeeting(db: Queries, meetingId: string): Promise<ResearchPage["visits"]> {
  const rows = await db
    .select({ visit, notes: count(visitEntry.id) })
    .from(visit)
    .leftJoin(visitEntry, eq(visitEntry.visitId, visit.id))
    .where(eq(visit.meetingId, meetingId))
    .groupBy(visit.id)
    .orderBy(asc(visit.date), asc(visit.id));
  return rows.map(({ visit: { id, kind, title, date, people }, notes }) => ({
    ...{ id, kind, title, date, people, notes },
  }));
}
