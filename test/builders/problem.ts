import { eq } from "drizzle-orm";
import type { Stage } from "~/meeting/kind/stage";
import { addProblem } from "~/problem/list/addProblem.server";
import type { ProblemInput } from "~/problem/problemForm";
import { adoptProposals } from "~/problem/proposal/answerProposal.server";
import { propose } from "~/problem/proposal/propose.server";
import { meeting, ruleSet } from "~db/schema";
import { transact } from "~db/transact";
import { type SmallDistrict, someInstant } from "./district";
import { insertDay } from "./insertDay";
import { mustSucceed } from "./result";

/** A day of `month` at `stage`, hosted by street east, as far as the problem room needs one. */
export async function someDay(district: SmallDistrict, month: string, stage: Stage): Promise<string> {
  const id = `day ${month}`;
  await transact(async (tx) => {
    await tx
      .insert(ruleSet)
      .values({
        id: "rules",
        version: 1,
        title: "规则",
        documentNumber: "一号",
        rules: "{}",
        adoptedAt: "2026-01-01T00:00:00.000Z",
      })
      .onConflictDoNothing();
    await insertDay(tx, {
      ...{ id, month, date: `${month}-25`, hostStreetId: district.units.east!, stage },
      ...{ ruleSetId: "rules", windowClosesOn: `${month}-20` },
    });
  });
  return id;
}

/** Sets a day's station without its use case. */
export async function setStage(dayId: string, stage: Stage): Promise<void> {
  await transact((tx) => tx.update(meeting).set({ stage }).where(eq(meeting.id, dayId)));
}

/** Everything a list asks for, of a problem that units `works` answers for. */
export function completeProblem(district: SmallDistrict, more: Partial<ProblemInput> = {}): ProblemInput {
  return {
    title: "永丰路人行道塌陷",
    originalWording: "永丰路98号门口的人行道塌了一大块，老人走路摔了好几回。",
    summary: "永丰路98号至112号人行道沉降。",
    problemClass: "publicFacilities",
    place: "永丰路98号",
    concernedUnitIds: [district.units.works!],
    coordination: "街道已与养护单位到场两次，未就费用达成一致。",
    question: "由哪个单位在何时修复？",
    ...more,
  };
}

/**
 * Adds a complete problem to a street's list and answers its ids; an error where that is refused. What a community
 * proposes is adopted by its street.
 */
export async function listedProblem(
  district: SmallDistrict,
  account: string,
  month: string,
  more: Partial<ProblemInput> = {},
) {
  const actor = district.actors[account]!;
  const given = { month, ...completeProblem(district, more) };
  if (actor.role !== "community") return mustSucceed(await addProblem(actor, given, someInstant));
  const { id, ...proposed } = mustSucceed(await propose(actor, given, someInstant));
  const street = Object.values(district.actors).find(
    (one) => one.role === "street" && one.streetId === actor.streetId,
  )!;
  const [adopted] = mustSucceed(await adoptProposals(street, { month, ids: [id] }, someInstant));
  return { ...proposed, listingId: adopted!.listingId };
}
