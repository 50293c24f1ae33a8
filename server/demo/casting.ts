import {
  type DemoDecision,
  type DemoRefusal,
  decisions,
  problems,
  refusals,
  similarPairs,
  streets,
} from "~db/demo/texts";
import { type DemoMonth, hostOf } from "./calendar";

/** Which of the written matters come up on a day. */
export interface DayCast {
  decided: DemoDecision[];
  refused: DemoRefusal[];
  /** Keys of problems that are put off, or solved before the day. */
  deferred: string[];
  solvedBefore: string[];
  /** Another street's words for a matter that is decided here: [the merged one, its carrier]. */
  merged: [string, string][];
}

/** Most topics of one day, below the limit of the rules. */
const mostTopics = 6;

const streetOf = new Map(problems.map((problem) => [problem.key, problem.streetSlug]));
const decisionOf = new Map(decisions.map((decision) => [decision.problemKey, decision]));

/** Problems nobody has decided on, of one street: what its next list is made of. */
export function waitingProblems(streetSlug: string): string[] {
  const known = new Set([...decisions, ...refusals].map((one) => one.problemKey));
  return problems
    .filter((problem) => problem.streetSlug === streetSlug && !known.has(problem.key) && !merges(problem.key))
    .map((problem) => problem.key);
}

const acrossStreets = similarPairs.filter((pair) => pair.kind === "acrossStreets");

/** The decided matter that carries this one, when it is only told a second time. */
function merges(key: string): string | undefined {
  const pair = acrossStreets.find((one) => one.keys.includes(key) && !decisionOf.has(key));
  return pair?.keys.find((other) => other !== key);
}

/** A matter that two streets see from two sides comes up on one day: the second one follows the first. */
function followerOf(key: string): string | undefined {
  const pair = acrossStreets.find((one) => one.keys[0] === key && decisionOf.has(one.keys[1]));
  return pair?.keys[1];
}

/** Gives every written decision its day: a street's own when it hosts, what is left over to the latest days. */
export function castDays(months: readonly DemoMonth[], today: string): Map<string, DayCast> {
  const held = months.filter(({ when }) => when === "past" || when === "current");
  const cast = new Map<string, DayCast>(
    held.map(({ month }) => [
      month,
      { decided: [], refused: [], deferred: [], solvedBefore: [], merged: [] },
    ]),
  );
  const leftOver = castHosts(held, cast, today);
  castLeftOver(held, cast, leftOver);
  castRest(held, cast);
  return cast;
}

function castHosts(held: readonly DemoMonth[], cast: Map<string, DayCast>, today: string): DemoDecision[] {
  const followers = new Set(decisions.map((one) => followerOf(one.problemKey)));
  const leftOver: DemoDecision[] = [];
  for (const street of streets) {
    const own = decisions.filter(
      (one) => streetOf.get(one.problemKey) === street.slug && !followers.has(one.problemKey),
    );
    // Fewer in the first round: the latest days are the ones people look at.
    const half = Math.floor(own.length * 0.4);
    const [first, second] = held.filter(({ month }) => hostOf(streets, month, today) === street);
    if (first) cast.get(first.month)!.decided.push(...own.slice(0, half));
    if (second) cast.get(second.month)!.decided.push(...own.slice(half));
    else leftOver.push(...own.slice(half));
  }
  return leftOver;
}

/** Other streets' matters join the host's, on the latest days first. */
function castLeftOver(
  held: readonly DemoMonth[],
  cast: Map<string, DayCast>,
  leftOver: DemoDecision[],
): void {
  const latest = [...held].reverse().map(({ month }) => cast.get(month)!);
  for (const day of latest) withFollowers(day);
  for (let round = 0; round < mostTopics && leftOver.length > 0; round++)
    for (const day of latest) {
      const next = day.decided.length < mostTopics - 1 && leftOver.shift();
      if (next) day.decided.push(next);
    }
  for (const day of latest) withFollowers(day);
}

function withFollowers(day: DayCast): void {
  for (const { problemKey } of [...day.decided]) {
    const follower = followerOf(problemKey);
    const known = day.decided.some((one) => one.problemKey === follower);
    if (follower && !known) day.decided.push(decisionOf.get(follower)!);
  }
}

/** Refusals, what is put off or solved before, and what is merged into a matter of the day. */
function castRest(held: readonly DemoMonth[], cast: Map<string, DayCast>): void {
  for (const [place, refusal] of refusals.entries()) {
    const day = held[Math.floor((place * held.length) / refusals.length)]!;
    cast.get(day.month)!.refused.push(refusal);
  }
  const quiet = ["jjl", "sts", "ncd"].flatMap(waitingProblems);
  for (const [place, key] of quiet.entries()) {
    const day = cast.get(held.at(-1 - place * 2 - (place % 2))?.month ?? "");
    (place % 2 === 0 ? day?.deferred : day?.solvedBefore)?.push(key);
  }
  for (const { key } of problems) {
    const carrier = merges(key);
    const day = [...cast.values()].find((one) => one.decided.some((other) => other.problemKey === carrier));
    if (carrier && day) day.merged.push([key, carrier]);
  }
}
