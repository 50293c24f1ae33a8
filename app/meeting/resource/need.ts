import type { Actor } from "~/access/actor";
import type { Role } from "~/access/role";
import { isFarAhead } from "~/calendar/day";
import type { TaskState } from "~/task/taskState";
import type { Quantity } from "./resource";

/** A need is open until whoever has it says that it is met, or takes it back. */
export const needStates = ["open", "met", "withdrawn"] as const;
export type NeedState = (typeof needStates)[number];

/** How a need reads: also when all of it is promised. */
export const needStandings = [...needStates, "promised"] as const;
export type NeedStanding = (typeof needStandings)[number];

/** Tells how a need reads. */
export function needStanding({ state, lacking }: { state: NeedState; lacking: number }): NeedStanding {
  return state === "open" && lacking === 0 ? "promised" : state;
}

/** What a need can stand on. */
export const neededBy = ["problem", "resolution", "task"] as const;
export type NeededBy = (typeof neededBy)[number];

/** From which day on and until when: YYYY-MM-DD; without an end until it is taken back. */
export interface Days {
  from: string;
  until: string | null;
}

/** Roles in which a unit asks and offers in its own name. */
const unitRoles: readonly Role[] = ["office", "street", "department", "community"];

type Asking = Pick<Actor, "role" | "unitId">;

/**
 * Whether somebody may enter, change and end a need, and answer what is offered to it: the unit whose problem, task or
 * meeting it is, and for all of them the district office.
 */
export function canTendNeed(actor: Asking, need: { ownerUnitId: string }): boolean {
  if (actor.role === "office") return true;
  return unitRoles.includes(actor.role) && actor.unitId === need.ownerUnitId;
}

/** Whether more can be said to be needed at a task: until its end. */
export function takesNeeds(task: { state: TaskState }): boolean {
  return task.state !== "struckOff";
}

/** Whether somebody may offer what their unit has; what leads the district or looks after accounts offers nothing. */
export function canOffer(actor: Pick<Actor, "role">): boolean {
  return unitRoles.includes(actor.role);
}

/** Whether an offer is one's own to change and to take back. */
export function canTendOffer(actor: Asking, offer: { unitId: string }): boolean {
  return canOffer(actor) && actor.unitId === offer.unitId;
}

/** True where two stretches of days have a day in common. */
export function overlap(one: Days, other: Days): boolean {
  return one.from <= (other.until ?? "9999") && other.from <= (one.until ?? "9999");
}

/** The days that two stretches have in common: those for which something is promised. */
export function daysInCommon(one: Days, other: Days): Days {
  const [, from = one.from] = [one.from, other.from].toSorted();
  const ends = [one.until, other.until].filter((day): day is string => day !== null).toSorted();
  return { from, until: ends[0] ?? null };
}

/** An offer as far as matching looks at it. */
export interface MatchedOffer extends Quantity, Days {
  open: boolean;
  /** What is not promised yet. */
  left: number;
}

/** A need as far as matching looks at it. */
export interface MatchedNeed extends Quantity, Days {
  open: boolean;
}

/** Why an offer cannot serve a need, by the code of the refusal; null where it can. */
export function mismatch(
  need: MatchedNeed,
  offer: MatchedOffer,
  today: string,
): "resourceEnded" | "resourceKindDiffers" | "resourceDatesApart" | "resourceUsedUp" | null {
  if (!need.open || !offer.open || isOver(offer, today)) return "resourceEnded";
  if (need.kind !== offer.kind) return "resourceKindDiffers";
  if (!overlap(need, offer)) return "resourceDatesApart";
  return offer.left > 0 ? null : "resourceUsedUp";
}

/** The day of a stretch that lies so far ahead that nobody can have meant it; undefined where neither does. */
export function farDay({ from, until }: { from: string; until: string }, today: string) {
  if (isFarAhead(from, today)) return "from" as const;
  return isFarAhead(until, today) ? ("until" as const) : undefined;
}

/** True for what could be had until a day that is past. */
export function isOver({ until }: Pick<Days, "until">, today: string): boolean {
  return until !== null && until < today;
}

/** How much of a need is not promised yet; what is counted in something else is not counted against it. */
export function stillLacking(need: Quantity, promised: readonly Quantity[]): number {
  const had = promised
    .filter(({ kind, countedIn }) => kind === need.kind && countedIn === need.countedIn)
    .reduce((sum, { amount }) => sum + amount, 0);
  return Math.max(0, need.amount - had);
}

/** The amount that is proposed when an offer is taken: what lacks, or all that is left where that is less. */
export function proposedAmount(
  need: Quantity & { lacking: number },
  offer: Quantity & { left: number },
): number {
  const lacking = need.countedIn === offer.countedIn && need.lacking > 0 ? need.lacking : offer.left;
  return Math.min(lacking, offer.left);
}
