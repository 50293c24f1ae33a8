import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { rulesToShowBy } from "~/task/rulesToShowBy.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { answerWork } from "./answerWork.server";
import { collectWork } from "./collectWork.server";
import { correctionWork } from "./correctionWork.server";
import { dayWork } from "./dayWork.server";
import { deviationWork } from "./deviationWork.server";
import { handoverWork } from "./handoverWork.server";
import { invitationWork } from "./invitationWork.server";
import { lateWork } from "./lateWork.server";
import { leadWork } from "./leadWork.server";
import { listWork } from "./listWork.server";
import { meetingWork } from "./meetingWork.server";
import { namedWork } from "./namedWork.server";
import { opinionWork } from "./opinionWork.server";
import { orderWork } from "./orderWork.server";
import { overseerWork } from "./overseerWork.server";
import { proposalWork } from "./proposalWork.server";
import { publishWork } from "./publishWork.server";
import { researchWork } from "./researchWork.server";
import { resourceWork } from "./resourceWork.server";
import { rulesWork } from "./rulesWork.server";
import { streetWork } from "./streetWork.server";
import { vacancyWork } from "./vacancyWork.server";
import { witnessWork } from "./witnessWork.server";
import { type BareItem, countOf, inGroups } from "./work";

/** Everything that this post has to do across the product, by when, and what it waits for. */
export async function myWork(actor: Actor, now: string) {
  const today = dayOf(now);
  return read(async (db) => inGroups(await namedWork(db, await workOf(db, actor, today, now)), today));
}

/**
 * How much of it needs this post within the week: the number beside "My work" on every page. It counts the very
 * lines of the list, before they are named. What is read are open rows of this post, at most two hundred of each
 * kind, in the order of an index: the cost does not grow with what is done.
 */
export async function myWorkCount(actor: Actor, now: string): Promise<number> {
  const today = dayOf(now);
  return read(async (db) => countOf(await workOf(db, actor, today, now), today));
}

/** The bare lines of what a post has to do, and of what it waits for. */
export async function workOf(db: Queries, actor: Actor, today: string, now: string): Promise<BareItem[]> {
  const rules = await rulesToShowBy(db);
  return [
    ...(await leadWork(db, actor, rules)),
    ...(await streetWork(db, actor, now, rules)),
    ...(await overseerWork(db, actor, now, rules)),
    ...(await orderWork(db, actor, rules)),
    ...(await witnessWork(db, actor, rules)),
    ...(await deviationWork(db, actor, now, rules)),
    ...(await rulesWork(db, actor, rules)),
    ...(await listWork(db, actor)),
    ...(await collectWork(db, actor)),
    ...(await lateWork(db, actor)),
    ...(await answerWork(db, actor)),
    ...(await invitationWork(db, actor, today, rules)),
    ...(await opinionWork(db, actor)),
    ...(await resourceWork(db, actor, today)),
    ...(await researchWork(db, actor)),
    ...(await dayWork(db, actor, today)),
    ...(await meetingWork(db, actor)),
    ...(await proposalWork(db, actor)),
    ...(await publishWork(db, actor, rules)),
    ...(await correctionWork(db, actor, today, rules)),
    ...(await handoverWork(db, actor, today)),
    ...(await vacancyWork(db, actor, now)),
  ];
}
