import { addDays, dayOf, instantOf } from "~/calendar/day";
import { answerResident } from "~/problem/answer/answerResident.server";
import { answerLate } from "~/problem/late/answerLate.server";
import { askLateNew } from "~/problem/late/askLate.server";
import { newLateForm } from "~/problem/late/lateRequest";
import { addProblem } from "~/problem/list/addProblem.server";
import { submitList } from "~/problem/list/submitList.server";
import { showProblem } from "~/problem/page/showProblem.server";
import type { ProblemInput } from "~/problem/problemForm";
import { adoptProposals, declineProposal } from "~/problem/proposal/answerProposal.server";
import { type Proposed, propose } from "~/problem/proposal/propose.server";
import { decideListing } from "~/problem/screening/decideListing.server";
import type { DecisionInput } from "~/problem/screening/decision";
import { onPlane, writeSpot } from "~/unit/sketch/sketch";
import { sketchOf } from "~/unit/sketch/sketchOf.server";
import { phrases, posts, problemFacts, problems } from "~db/demo/texts";
import { read } from "~db/read";
import type { DemoMonth } from "./calendar";
import type { DayCast } from "./casting";
import { earlier, later, workingDayAfter } from "./instants";
import { accountOf, must, type World } from "./world";

const textOf = new Map(problems.map((problem) => [problem.key, problem]));

/** The written problem of a key. */
export function problemText(key: string) {
  const found = textOf.get(key);
  if (!found) throw new Error(`there is no text of ${key}`);
  return found;
}

/** Who writes a problem down: every other time the community that heard it, where somebody holds its post. */
function writerOf(key: string, turn: number): string {
  const { communitySlug, streetSlug } = problemText(key);
  const community = posts.find((post) => post.unitSlug === communitySlug);
  return turn % 2 === 1 && community ? community.account : accountOf(streetSlug);
}

function inputOf(world: World, key: string, raisedOn: string): ProblemInput {
  const text = problemText(key);
  const unit = (slug: string) => (slug ? world.unitId(slug) : undefined);
  const { households, wishInDays } = problemFacts[key] ?? {};
  return {
    title: text.title,
    originalWording: text.originalWording,
    summary: text.summary,
    problemClass: text.problemClass,
    place: text.place,
    communityId: unit(text.communitySlug),
    seesUnitId: unit(text.seesUnit),
    powerUnitId: unit(text.powerUnit),
    powerLacking: text.powerLacking,
    legalBasis: text.legalBasis,
    coordination: text.coordination,
    question: text.question,
    concernedUnitIds: text.unitsConcerned.map(world.unitId),
    source: text.source,
    raisedAt: raisedOn,
    households,
    wishOn: wishInDays ? addDays(raisedOn, wishInDays) : undefined,
  };
}

/** Where a problem is on its street's sketch, by its place in its community. */
async function spotOf(world: World, key: string): Promise<string | undefined> {
  const { communitySlug, streetSlug } = problemText(key);
  const { at } = problemFacts[key] ?? {};
  const { areas } = await read((db) => sketchOf(db, world.unitId(streetSlug)));
  const area = areas.find((one) => one.slug === communitySlug);
  if (!at || !area) return undefined;
  const { x, y, width, height } = area;
  return writeSpot(onPlane({ x: x + (width * at[0]) / 100, y: y + (height * at[1]) / 100 }));
}

/** Puts one written problem on the list of its street. */
export async function listProblem(
  world: World,
  month: string,
  key: string,
  at: string,
  options: { turn?: number; without?: (keyof ProblemInput)[]; answer?: Answer } = {},
): Promise<void> {
  const { turn = 0, without = [], answer = "adopted" } = options;
  const actor = await world.actor(writerOf(key, turn), at);
  const input = {
    ...inputOf(world, key, addDays(dayOf(at), -4 - (turn % 9))),
    spot: await spotOf(world, key),
  };
  for (const field of without) delete input[field];
  if (actor.role !== "community") {
    world.listed.set(key, must(await addProblem(actor, { ...input, month }, at), `addProblem ${key}`));
    return;
  }
  const proposed = must(await propose(actor, { ...input, month }, at), `propose ${key}`);
  world.timeline.schedule(later(at, 30), (now) =>
    answerProposed(world, { key, month, answer, proposed }, now),
  );
}

/** What a street makes of what its communities propose. */
type Answer = "adopted" | "declined" | "waiting";

async function answerProposed(
  world: World,
  { key, month, answer, proposed }: { key: string; month: string; answer: Answer; proposed: Proposed },
  at: string,
): Promise<void> {
  if (answer === "waiting") return;
  const { id, ...named } = proposed;
  const street = await world.actor(accountOf(problemText(key).streetSlug), at);
  if (answer === "declined") {
    must(await declineProposal(street, { id, text: phrases.notAdopted }, at), `declineProposal ${key}`);
    return;
  }
  const [adopted] = must(await adoptProposals(street, { month, ids: [id] }, at), `adoptProposals ${key}`);
  world.listed.set(key, { ...named, listingId: adopted!.listingId });
}

/** A street sends its list. */
export async function sendList(world: World, month: string, street: string, at: string): Promise<void> {
  const actor = await world.actor(accountOf(street), at);
  must(await submitList(actor, { month }, at), `submitList ${month} ${street}`);
}

/**
 * The streets write and send what comes up on a day, and the office decides on each of it.
 * @param withLate one street asks for a problem after the window has closed
 */
export function scheduleLists(
  world: World,
  day: DemoMonth,
  cast: DayCast,
  closedOn: string,
  withLate: boolean,
): void {
  const decisions = decisionsOf(cast);
  const streets = new Map<string, string[]>();
  for (const key of decisions.keys()) {
    const { streetSlug } = problemText(key);
    streets.set(streetSlug, [...(streets.get(streetSlug) ?? []), key]);
  }
  const lastDay = instantOf(addDays(day.windowClosesOn, -1), "16:00");
  const late = withLate && [...streets].find(([, keys]) => keys.length === 1);
  if (late) {
    streets.delete(late[0]);
    scheduleLate(world, day.month, late[0], late[1][0]!, workingDayAfter(closedOn, 1));
  }
  for (const [street, keys] of streets) {
    for (const [turn, key] of keys.entries()) {
      const usual = instantOf(workingDayAfter(day.windowOpensOn, 2 + turn * 2), "14:00");
      const at = earlier(later(usual, turn * 7), later(lastDay, -240 + turn * 35));
      world.timeline.schedule(at, (now) => listProblem(world, day.month, key, now, { turn }));
    }
    world.timeline.schedule(lastDay, (now) => sendList(world, day.month, street, now));
  }
  let minutes = 0;
  for (const [key, decision] of decisions) {
    // What is merged waits until its carrier stands.
    const days = decision.decision === "merged" ? 4 : 2 + (minutes % 2);
    const at = later(instantOf(workingDayAfter(closedOn, days), "14:00"), minutes * 4);
    world.timeline.schedule(at, (now) => decide(world, key, decision, now));
    if (decision.decision === "refused")
      world.timeline.schedule(later(at, answeredAfter), (now) => tellResident(world, key, now));
    minutes += 1;
  }
}

// Two days and a little, in minutes.
const answeredAfter = 2 * 24 * 60 + 40;

/** A street tells whoever raised a refused problem why. */
async function tellResident(world: World, key: string, at: string): Promise<void> {
  const actor = await world.actor(accountOf(problemText(key).streetSlug), at);
  const view = await showProblem(actor, world.listed.get(key)!.number);
  const owed = view?.answers.find((answer) => answer.canAnswer);
  if (!owed) return;
  const answer = { id: owed.id, text: phrases.toldResident, answeredOn: dayOf(at) };
  must(await answerResident(actor, answer, at), `answerResident ${key}`);
}

/** A street asks for one problem that came too late, and the office takes it. */
function scheduleLate(world: World, month: string, street: string, key: string, day: string): void {
  world.timeline.schedule(instantOf(day, "14:30"), async (at) => {
    const actor = await world.actor(accountOf(street), at);
    const asking = newLateForm.parse({ ...inputOf(world, key, dayOf(at)), reason: phrases.late });
    const { id, ...listed } = must(await askLateNew(actor, { ...asking, month }, at), `askLateNew ${key}`);
    world.listed.set(key, listed);
    const answer = { id, decision: "granted" as const, text: "" };
    world.timeline.schedule(later(at, 65), async (answered) => {
      must(await answerLate(await world.actor("office", answered), answer, answered), `answerLate ${key}`);
    });
  });
}

type Fate = Omit<DecisionInput, "listingId" | "sameAs"> & { carrier?: string };

function decisionsOf(cast: DayCast): Map<string, Fate> {
  const fates = new Map<string, Fate>();
  for (const { problemKey } of cast.decided) fates.set(problemKey, { decision: "admitted" });
  for (const { problemKey, code, explanation } of cast.refused)
    fates.set(problemKey, { decision: "refused", code, text: explanation });
  for (const key of cast.deferred) fates.set(key, { decision: "deferred", text: phrases.deferred });
  for (const key of cast.solvedBefore)
    fates.set(key, { decision: "solvedBefore", text: phrases.solvedBefore });
  for (const [key, carrier] of cast.merged)
    fates.set(key, { decision: "merged", text: phrases.merged, carrier });
  return fates;
}

async function decide(world: World, key: string, fate: Fate, at: string): Promise<void> {
  const { carrier, ...decision } = fate;
  const { listingId } = world.listed.get(key)!;
  const sameAs = carrier && world.listed.get(carrier)!.listingId;
  const office = await world.actor("office", at);
  must(await decideListing(office, { listingId, ...decision, sameAs }, at), `decideListing ${key}`);
}
