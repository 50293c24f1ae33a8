import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { filesOn } from "~/file/filesOn.server";
import { answerStandings } from "~/problem/answer/answersOf.server";
import { selectDays } from "~/problem/consultationDay.server";
import { dutyFactOf } from "~/problem/duty/dutyFactOf.server";
import { type ListedProblem, listedProblems } from "~/problem/listedProblems.server";
import { canScreen } from "~/problem/permission";
import { problemFileRights, problemFiles } from "~/problem/problemFiles.server";
import { mergedInto } from "~/problem/raised/mergedInto.server";
import { offered, type TestEntry } from "~/rules/ruleLists";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import { allStreets, type NamedUnit, unitsById } from "~/unit/namedUnits.server";
import { sketchOf } from "~/unit/sketch/sketchOf.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { listing, meeting, problemList } from "~db/schema";
import { admissionOfListing } from "./admissionOf.server";
import { decidableStates } from "./decision";
import { elsewhereOf, likelyTakenBack } from "./elsewhere.server";
import { type QueueMarks, queueMarks, takenLate } from "./queueMarks.server";
import { undoBar } from "./undoBar.server";

export type ScreeningView = NonNullable<Awaited<ReturnType<typeof showScreening>>>;
export type ScreenedView = ScreeningView["rows"][number];

/**
 * Everything the streets submitted for a month with what was decided about it, and one of it opened with what is like
 * it; null for who may not see it and where there is no such day.
 * @param input.open the listing that is opened; left out, the first that waits for its decision
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
    const { lists, agenda } = await rulesOfMeeting(db, day.id);
    const waiting = listed.filter((row) => row.listing.state === "submitted");
    const marks = await queueMarks(db, actor, waiting, lists.tests);
    const late = await takenLate(db, day.id);
    const answers = await answerStandings(
      db,
      listed.filter((row) => row.listing.state === "refused").map((row) => row.listing.id),
    );
    const raisers = await unitsById(
      db,
      listed.map(({ problem }) => problem.communityId),
    );
    const rows = listed.map((row) => ({
      ...toCard(row, streets, listed),
      /** The community that raised it. */
      community: raisers.get(row.problem.communityId ?? "")?.name ?? null,
      /** Of a refusal: whether whoever raised it was told. */
      answer: answers.get(row.listing.id) ?? null,
      isLate: late.has(row.listing.id),
      isOwn: row.listing.decidedByPostId === actor.postId,
      marks: marks.get(row.listing.id) ?? (null as QueueMarks | null),
    }));
    const opened = input.open ? listed.find((row) => row.listing.id === input.open) : waiting[0];
    return {
      day: { month: day.month, date: day.date, stage: day.stage },
      rows,
      /** Codes of the reasons for which something can be refused. */
      reasons: offered(lists.refusalReasons).map(({ code }) => code),
      /** Of the agenda: how many topics were admitted for it, and how many the rules allow. */
      agenda: {
        admitted: listed.filter((row) => row.listing.state === "admitted").length,
        most: agenda.limit,
      },
      opened: opened
        ? await openCard(db, actor, opened, listed, { stage: day.stage, tests: lists.tests })
        : null,
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
    decidedAt: row.listing.decidedAt,
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
  day: { stage: string; tests: readonly TestEntry[] },
) {
  const { problem } = row;
  const { similar, tasks, facts } = await elsewhereOf(db, actor, problem);
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
    duty: (await dutyFactOf(db, problem))?.item ?? null,
    files: await filesOn(db, actor, problemFiles.kind, {
      id: problem.id,
      rights: problemFileRights(actor, problem),
    }),
    tests: await admissionOfListing(db, row, day.tests, await likelyTakenBack(db, problem, facts)),
    /** Of a decided one: why its decision stands, or null while it can be taken back. */
    undoBar: row.listing.state === "submitted" ? null : await undoBar(db, row.listing.id, day.stage),
    sketch: problem.spot ? (await sketchOf(db, problem.streetId)).areas : null,
    similarTasks: tasks,
    similar: similar.map(({ problem: other, ...shared }) => ({
      number: other.number,
      title: other.title,
      words: other.summary || other.originalWording,
      place: other.place,
      street: nameOf(other.streetId),
      ...shared,
      // One that stands on this day's lists can carry this one.
      listingId: listed.find((one) => one.problem.id === other.id)?.listing.id ?? null,
      /** Its place on the same sketch. */
      spot: other.streetId === problem.streetId ? other.spot : null,
    })),
  };
}
