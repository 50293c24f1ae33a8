import { and, asc, eq, inArray } from "drizzle-orm";
import { actorIn } from "~/access/actorIn";
import { meetingAddress } from "~/address/meetings";
import { dayOf } from "~/calendar/day";
import type { NamedMeeting } from "~/i18n/meetingName";
import { nameOfUnit, titleOfPost } from "~/i18n/names";
import type { OpenKind } from "~/unit/handover";
import type { Queries } from "~db/connect";
import { holding, meeting, person, post, problem, topic, unit } from "~db/schema";
import { workOf } from "../myWork.server";
import { namedWork } from "../namedWork.server";
import type { WorkItem } from "../work";

/** One thing that is open with a post. */
export interface OpenWork {
  /** Names the thing, whatever is to be done about it just now. */
  key: string;
  kind: OpenKind;
  /** Its number or slug. */
  name: string;
  /** What it is about, for those who may read it. */
  title: string;
  meeting?: NamedMeeting;
  address: string;
}

const kinds: Partial<Record<string, OpenKind>> = {
  submitList: "list",
  correctList: "list",
  raiseProblems: "list",
  answerInvitation: "invitation",
  answerDeviation: "deviation",
  waitDeviation: "deviation",
  useDeviation: "deviation",
};

/**
 * Everything that is open with the post of a holding, as its holder finds it in "My work", and the topics that its street
 * has on agendas ahead.
 */
export async function openWork(db: Queries, holdingId: string, now: string): Promise<OpenWork[]> {
  const [row] = await db
    .select({ person, post, unit })
    .from(holding)
    .innerJoin(person, eq(person.id, holding.personId))
    .innerJoin(post, eq(post.id, holding.postId))
    .innerJoin(unit, eq(unit.id, post.unitId))
    .where(eq(holding.id, holdingId));
  if (!row) return [];
  const actor = actorIn(
    { personId: row.person.id, account: row.person.account, name: row.person.name, signInId: "" },
    {
      id: row.post.id,
      role: row.post.role,
      title: titleOfPost(row.post),
      unitId: row.unit.id,
      unitName: nameOfUnit(row.unit),
      streetId:
        row.unit.kind === "street" ? row.unit.id : row.unit.kind === "community" ? row.unit.parentId : null,
      standsIn: null,
    },
  );
  const lines = (await workOf(db, actor, dayOf(now), now)).filter(({ answered }) => !answered);
  const things = [...(await namedWork(db, lines)).flatMap(thingOf), ...(await topicsOf(db, actor.unitId))];
  return [...new Map(things.map((thing) => [thing.key, thing])).values()];
}

function thingOf(item: WorkItem): OpenWork[] {
  const { task, problem: about, meeting: at, what, to } = item;
  if (task)
    return [{ key: `task-${task.number}`, kind: "task", name: task.number, title: task.title, address: to }];
  if (!at)
    return about
      ? [{ key: item.key, kind: "other", name: about.number, title: about.title, address: to }]
      : [];
  const kind = "step" in what ? "meeting" : (kinds[what.kind] ?? "other");
  return [{ key: item.key, kind, name: at.slug, title: at.title, meeting: at, address: to }];
}

async function topicsOf(db: Queries, unitId: string): Promise<OpenWork[]> {
  const rows = await db
    .select({ id: topic.id, title: topic.title, number: problem.number, slug: meeting.slug })
    .from(topic)
    .innerJoin(meeting, eq(meeting.id, topic.meetingId))
    .innerJoin(problem, eq(problem.id, topic.problemId))
    .where(and(eq(problem.streetId, unitId), inArray(meeting.stage, ["agenda", "inSession"])))
    .orderBy(asc(meeting.date), asc(topic.id))
    .limit(100);
  return rows.map(({ id, title, number, slug }) => ({
    key: `topic-${id}`,
    kind: "topic",
    name: number,
    title,
    address: meetingAddress({ slug }, "agenda"),
  }));
}
