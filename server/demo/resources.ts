import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { addDays } from "~/calendar/day";
import { acceptOffer } from "~/meeting/resource/acceptOffer.server";
import { addNeed } from "~/meeting/resource/addNeed.server";
import { addOffer } from "~/meeting/resource/addOffer.server";
import { demoNeeds, demoOffers } from "~db/demo/texts";
import { read } from "~db/read";
import { meeting, problem, resourceOffer, topic } from "~db/schema";
import { accountOf, must, type World } from "./world";

const street = "wjc";

/** One street says what its problems need, and units offer: some of it is promised, some waits, some matches. */
export async function matchResources(world: World): Promise<void> {
  const { now } = world;
  const asking = await world.actor(accountOf(street), now);
  const matters = await mattersOf(world);
  if (matters.length === 0) return;
  const needs: string[] = [];
  for (const [at, need] of demoNeeds.entries()) {
    const place = { problem: matters[at % matters.length]! };
    needs.push(must(await addNeed(asking, { ...said(world, need), place }, now), "addNeed").number);
  }
  for (const { by, to, takes, conditions = "", behalfOf = "", broughtBy = "", ...offer } of demoOffers) {
    const giver = await world.actor(accountOf(by), now);
    const need = to === undefined ? undefined : needs[to];
    const input = { ...said(world, offer), conditions, behalfOf, broughtBy, need };
    const { number } = must(await addOffer(giver, input, now), `addOffer ${by}`);
    if (!takes) continue;
    const [made] = await read((db) =>
      db.select().from(resourceOffer).where(eq(resourceOffer.number, number)),
    );
    const answer = { number: needs[takes.need]!, offer: made!.id, amount: takes.amount };
    must(await acceptOffer(asking, answer, now), "acceptOffer");
  }
}

function said({ today }: World, text: (typeof demoNeeds)[number]) {
  const { kind, amount, words, from, until } = text;
  const days = { from: addDays(today, from), until: until === null ? "" : addDays(today, until) };
  return { kind, amount, countedIn: "", words, ...days };
}

/** The problems of the street that stand on the agenda of a day under way, or else the last ones that it sent. */
async function mattersOf(world: World): Promise<string[]> {
  const own = and(eq(problem.streetId, world.unitId(street)), isNotNull(problem.submittedAt));
  const now = inArray(meeting.stage, ["agenda", "inSession"]);
  return read(async (db) => {
    const rows = await db
      .select({ number: problem.number })
      .from(topic)
      .innerJoin(problem, eq(problem.id, topic.problemId))
      .innerJoin(meeting, eq(meeting.id, topic.meetingId))
      .where(and(own, now))
      .orderBy(desc(topic.id))
      .limit(demoNeeds.length);
    if (rows.length > 0) return rows.map(({ number }) => number);
    const sent = await db.select().from(problem).where(own).orderBy(desc(problem.id)).limit(demoNeeds.length);
    return sent.map(({ number }) => number);
  });
}
