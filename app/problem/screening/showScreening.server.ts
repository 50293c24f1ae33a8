import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { selectDays } from "~/problem/consultationDay.server";
import { type ListedProblem, listedProblems } from "~/problem/listedProblems.server";
import { canScreen } from "~/problem/permission";
import { mergedInto } from "~/problem/raised/mergedInto.server";
import { similarProblems } from "~/problem/similarProblems.server";
import { similarTasks } from "~/problem/similarTasks.server";
import { offered } from "~/rules/ruleLists";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import { allStreets, type NamedUnit, unitsById } from "~/unit/namedUnits.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { listing, meeting, problemList } from "~db/schema";
import { admissionOfListing } from "./admissionOf.server";
import { decidableStates } from "./decision";

export type ScreeningView = NonNullable<Awaited<ReturnType<typeof showScreening>>>;
export type ScreenedView = ScreeningView["rows"][number];

/**
 * Everything the streets submitted for a month by what was decided about it, and one of it opened with the
 * problems like it; null for who may not see it and where there is no such day.
 */
export async function showScreening(actor: Actor, input: { month: string; open?: string | null }) {
  if (!canScreen(actor, "see")) return null;
  return read(async (db) => {
    const [day] = await selectDays(db).where(eq(meeting.slug, input.month)).limit(1);
    if (!day) return null;
    const listed = await listedProblems(
      db,
      and(
        eq(problemList.dayId, day.id),
        isNotNull(listing.submittedAt),
        inArray(listing.state, [...decidableStates]),
        inArray(problemList.state, ["submitted", "screened"]),
      ),
    );
    const streets = new Map((await allStreets(db)).map((street) => [street.id, street]));
    const raisers = await unitsById(
      db,
      listed.map(({ problem }) => problem.communityId),
    );
    const rows = listed.map((row) => ({
      ...toCard(row, streets, listed),
      /** The community that raised it. */
      community: raisers.get(row.problem.communityId ?? "")?.name ?? null,
    }));
    const opened = listed.find((row) => row.listing.id === input.open);
    return {
      day: { month: day.month, date: day.date, stage: day.stage },
      rows,
      /** Codes of the reasons for which something can be refused. */
      reasons: offered((await rulesOfMeeting(db, day.id)).lists.refusalReasons).map(({ code }) => code),
      opened: opened ? await openCard(db, actor, opened, listed, day.id) : null,
      can: { decide: canScreen(actor, "decide") && day.stage === "screening" },
    };
  });
}

function toCard(row: ListedProblem, streets: Map<string, NamedUnit>, all: readonly ListedProblem[]) {
  const carrier = all.find((other) => other.listing.id === row.listing.sameAsListingId);
  return {
    listingId: row.listing.id,
    version: row.listing.version,
    state: row.listing.state,
    number: row.problem.number,
    title: row.problem.title,
    problemClass: row.problem.problemClass,
    place: row.problem.place,
    street: streets.get(row.streetId)?.name ?? { zh: "", en: "" },
    decisionCode: row.listing.decisionCode,
    decisionText: row.listing.decisionText,
    sameAs: carrier ? { listingId: carrier.listing.id, number: carrier.problem.number } : null,
    carries: all
      .filter((other) => other.listing.sameAsListingId === row.listing.id)
      .map((other) => other.problem.number),
  };
}

async function openCard(
  db: Queries,
  actor: Actor,
  row: ListedProblem,
  listed: readonly ListedProblem[],
  dayId: string,
) {
  const { problem } = row;
  const similar = await similarProblems(db, actor, problem);
  const units = await unitsById(db, [
    ...row.concernedUnitIds,
    problem.seesUnitId,
    problem.powerUnitId,
    problem.communityId,
    ...similar.map((one) => one.problem.streetId),
  ]);
  const nameOf = (id: string | null) => (id ? (units.get(id)?.name ?? null) : null);
  return {
    listingId: row.listing.id,
    problem,
    concerned: row.concernedUnitIds.map((id) => nameOf(id)).filter((name) => name !== null),
    community: nameOf(problem.communityId),
    merged: await mergedInto(db, [problem.id], actor),
    sees: nameOf(problem.seesUnitId),
    power: nameOf(problem.powerUnitId),
    tests: await admissionOfListing(db, row, dayId),
    similarTasks: await similarTasks(db, actor, problem),
    similar: similar.map(({ problem: other, ...shared }) => ({
      number: other.number,
      title: other.title,
      words: other.summary || other.originalWording,
      place: other.place,
      street: nameOf(other.streetId),
      ...shared,
      // One that stands on this day's lists can carry this one.
      listingId: listed.find((one) => one.problem.id === other.id)?.listing.id ?? null,
    })),
  };
}
