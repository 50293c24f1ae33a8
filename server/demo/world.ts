import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { heldPosts } from "~/access/heldPosts.server";
import { dayOf } from "~/calendar/day";
import type { Result } from "~/ledger/result";
import { answerDeviation } from "~/rules/answerDeviation.server";
import { posts } from "~db/demo/texts";
import { read } from "~db/read";
import { deviationRequest, holding, person } from "~db/schema";
import type { Timeline } from "./timeline";

/** What every part of the demo's history works with. */
export interface World {
  /** Today, YYYY-MM-DD, and the instant up to which the district has been at work. */
  today: string;
  now: string;
  timeline: Timeline;
  unitIds: ReadonlyMap<string, string>;
  postIds: ReadonlyMap<string, string>;
  /** Problems that stand on a list by the key of their text. */
  listed: Map<string, { problemId: string; listingId: string; number: string }>;
  /** Whoever held the post of an account at an instant. */
  actor(account: string, at: string): Promise<Actor>;
  /** By what the holder of the post of an account at an instant is chosen from a list of people. */
  holdingId(account: string, at: string): string;
  unitId(slug: string): string;
  /** Counts up; what varies in the history varies by it. */
  nextTurn(): number;
  /** Tells clocks that are not passed one how far the history has come. */
  tick(at: string): void;
  /** Does what the clock sets off and what follows from what people did. */
  catchUp(): Promise<void>;
}

/** The value of a use case that must not refuse here; a refusal is a fault of the demo, named with its place. */
export function must<T>(result: Result<T>, where: string): T {
  if (result.ok) return result.value;
  throw new Error(`${where} was refused: ${JSON.stringify(result.refusal)}`);
}

/**
 * Does an act that departs from plan or rules: the district's leader is asked, approves it a little later, and it is
 * done by the approval.
 */
export async function doApproved<T>(
  world: World,
  at: string,
  where: string,
  perform: (approver: string | undefined) => Promise<Result<T>>,
): Promise<T> {
  must(await perform(world.holdingId("leader", at)), where);
  const leader = await world.actor("leader", at);
  const waiting = and(
    eq(deviationRequest.approverPostId, leader.postId),
    eq(deviationRequest.state, "waiting"),
  );
  for (const { id } of await read((db) => db.select().from(deviationRequest).where(waiting)))
    must(await answerDeviation(leader, { id, decision: "confirmed", text: "" }, at), `approve ${where}`);
  return must(await perform(undefined), where);
}

/** The account that acts for a unit: a department's, a street's. */
export function accountOf(slug: string): string {
  const post = posts.find((one) => one.unitSlug === slug);
  if (!post) throw new Error(`nobody holds a post at ${slug}`);
  return post.account;
}

/** Reads the people of the installed district. */
export async function meetPeople(
  postIds: ReadonlyMap<string, string>,
): Promise<Pick<World, "actor" | "holdingId">> {
  const terms = await read((db) => db.select().from(holding));
  const people = new Map((await read((db) => db.select().from(person))).map((row) => [row.id, row]));
  const met = new Map<string, Actor>();
  const termOf = (account: string, at: string) => {
    const postId = postIds.get(account);
    const day = dayOf(at);
    const term = terms.find(
      (one) => one.postId === postId && one.fromDay <= day && (one.toDay === null || one.toDay >= day),
    );
    if (!term) throw new Error(`nobody acts as ${account} on ${day}`);
    return term;
  };
  const actor: World["actor"] = async (account, at) => {
    const term = termOf(account, at);
    const known = met.get(term.id);
    if (known) return known;
    const post = (await heldPosts(term.personId, at)).find((one) => one.id === term.postId)!;
    const acting: Actor = {
      personId: term.personId,
      account,
      name: people.get(term.personId)!.name,
      signInId: "demo",
      postId: post.id,
      postTitle: post.title,
      role: post.role,
      unitId: post.unitId,
      unitName: post.unitName,
      streetId: post.streetId,
    };
    met.set(term.id, acting);
    return acting;
  };
  return { actor, holdingId: (account, at) => termOf(account, at).id };
}
