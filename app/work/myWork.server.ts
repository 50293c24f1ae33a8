import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { rulesToShowBy } from "~/task/rulesToShowBy.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { correctionWork } from "./correctionWork.server";
import { dayWork } from "./dayWork.server";
import { invitationWork } from "./invitationWork.server";
import { leadWork } from "./leadWork.server";
import { listWork } from "./listWork.server";
import { officeWork } from "./officeWork.server";
import { streetWork } from "./streetWork.server";
import { countOf, inGroups, type WorkItem } from "./work";

/** Everything that this post has to do across the product, by when, and what it waits for. */
export async function myWork(actor: Actor, now: string) {
  const today = dayOf(now);
  return read(async (db) => inGroups(await gather(db, actor, today), today));
}

/** How much of it needs this post within the week: the number in the top bar. */
export async function myWorkCount(actor: Actor, now: string): Promise<number> {
  const today = dayOf(now);
  return read(async (db) => countOf(await gather(db, actor, today), today));
}

async function gather(db: Queries, actor: Actor, today: string): Promise<WorkItem[]> {
  const rules = await rulesToShowBy(db);
  return [
    ...(await leadWork(db, actor, rules)),
    ...(await streetWork(db, actor, today, rules)),
    ...(await officeWork(db, actor, today, rules)),
    ...(await listWork(db, actor)),
    ...(await invitationWork(db, actor)),
    ...(await dayWork(db, actor, today)),
    ...(await correctionWork(db, actor, today, rules)),
  ];
}
