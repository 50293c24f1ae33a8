import { z } from "zod";
import { type Refusal, refuse } from "~/ledger/result";
import { type AskedFor, waysOfComing } from "~/meeting/conduct/attendance";
import { key, optionalLine, optionalName, optionalWords, words } from "~/value/fields";

/** Most people that a unit names for one invitation. */
export const mostDelegates = 6;

const delegate = z.object({
  personName: optionalName(),
  /** The person's post, as the unit calls it. */
  personTitle: optionalLine(50),
  comesAs: z.enum(waysOfComing, { error: "error.required" }).default("member"),
  /** Name and post of whoever does not come; of substitutes. */
  insteadOf: optionalLine(80),
  insteadReason: optionalWords(200),
});

/** Somebody who comes for a unit. */
export type Delegate = z.output<typeof delegate>;

/** Who comes for a unit; lines without a name count for nothing. */
export const replyForm = z.object({
  attendanceId: key(),
  people: z.array(delegate).max(mostDelegates, { error: "error.tooLong" }).default([]),
});

/** A unit says that nobody comes. */
export const declineForm = z.object({ attendanceId: key(), reason: words(500) });

/**
 * Picks those who are named. Only of a substitute is it kept whom they come instead of: the fields stand in every line.
 */
export function namedIn(people: readonly Delegate[]): Delegate[] {
  return people
    .filter(({ personName }) => personName !== "")
    .map((one) => (one.comesAs === "substitute" ? one : { ...one, insteadOf: "", insteadReason: "" }));
}

/**
 * Tells what is wrong with an answer; null where nothing is. Somebody is named, and of a substitute whom they come
 * instead of. Where the head was asked, the head comes, or a substitute with the reason.
 */
export function wrongWith(people: readonly Delegate[], asksFor: AskedFor): Refusal | null {
  const first = { field: "people[0].personName" };
  if (people.length === 0) return refuse("nobodyNamed", first).refusal;
  const substitutes = people.filter(({ comesAs }) => comesAs === "substitute");
  const unsaid = substitutes.find(({ insteadOf }) => insteadOf === "");
  if (unsaid) return refuse("insteadOfWhom", { values: { name: unsaid.personName } }).refusal;
  if (asksFor === "anybody") return null;
  const unfounded = substitutes.find(({ insteadReason }) => insteadReason === "");
  if (unfounded) return refuse("whyInstead", { values: { name: unfounded.personName } }).refusal;
  return people.some(({ comesAs }) => comesAs !== "member") ? null : refuse("headAsked", first).refusal;
}
