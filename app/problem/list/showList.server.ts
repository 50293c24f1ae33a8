import { and, eq } from "drizzle-orm";
import { type Actor, isDistrict } from "~/access/actor";
import { requirements } from "~/problem/completeness";
import type { DayRow } from "~/problem/consultationDay.server";
import { type ListedProblem, listedProblems } from "~/problem/listedProblems.server";
import { type ListState, placeState, takesChanges } from "~/problem/listing";
import { canChangeProblem, canList, canScreen } from "~/problem/permission";
import { visibleListings } from "~/problem/scope.server";
import { findStreetList, type ListRow } from "~/problem/streetList.server";
import { communitiesOf, concernableUnits, findStreet } from "~/unit/namedUnits.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { listing } from "~db/schema";

export type ListView = NonNullable<Awaited<ReturnType<typeof showList>>>;
export type ListRowView = ListView["rows"][number];

/**
 * A street's list for a month as the reader may see it, or null where there is none for them: the street sees
 * its own, a community what it raised, the district what was submitted.
 */
export async function showList(actor: Actor, input: { month: string; street: string }) {
  return read(async (db) => {
    const street = await findStreet(db, input.street);
    if (!street || !canList(actor, "see", { streetId: street.id })) return null;
    const found = await findStreetList(db, input.month, street.id);
    if (!found) return null;
    const rows = await visibleRows(db, actor, found.list);
    const open = takesChanges(found.day.stage, found.list?.state ?? "draft");
    const { day, list } = found;
    const facts = listFacts(list);
    return {
      day: { month: day.month, date: day.date, stage: day.stage, closesOn: day.windowClosesOn },
      street,
      list: facts,
      rows: rows.map((row) => toRow(actor, row, facts.state, open)),
      progress: progressOf(rows),
      communities: await communitiesOf(db, street.id),
      units: await concernableUnits(db),
      can: rights(actor, street.id, day, list, open),
    };
  });
}

async function visibleRows(db: Queries, actor: Actor, list: ListRow | undefined) {
  if (!list) return [];
  return listedProblems(db, and(eq(listing.listId, list.id), visibleListings(actor)));
}

function listFacts(list: ListRow | undefined) {
  return {
    state: list?.state ?? ("draft" as const),
    submittedAt: list?.submittedAt ?? null,
    returnReason: list?.state === "returned" ? list.returnReason : null,
  };
}

function toRow(actor: Actor, row: ListedProblem, list: ListState, open: boolean) {
  const { listing: place, problem, concernedUnitIds, missing } = row;
  return {
    listingId: place.id,
    state: placeState(place.state, list),
    decision: { code: place.decisionCode, text: place.decisionText, at: place.decidedAt },
    number: problem.number,
    version: problem.version,
    title: problem.title,
    originalWording: problem.originalWording,
    summary: problem.summary,
    problemClass: problem.problemClass,
    source: problem.source,
    place: problem.place,
    communityId: problem.communityId,
    seesUnitId: problem.seesUnitId,
    powerUnitId: problem.powerUnitId,
    powerLacking: problem.powerLacking,
    legalBasis: problem.legalBasis,
    coordination: problem.coordination,
    question: problem.question,
    raisedAt: problem.raisedAt,
    concernedUnitIds,
    missing,
    canChange: open && canChangeProblem(actor, problem),
  };
}

function progressOf(rows: readonly ListedProblem[]) {
  const need = rows.length * requirements.length;
  const missing = rows.reduce((sum, row) => sum + row.missing.length, 0);
  return { need, have: need - missing };
}

function rights(actor: Actor, streetId: string, day: DayRow, list: ListRow | undefined, open: boolean) {
  const allowed = (verb: Parameters<typeof canList>[1]) => canList(actor, verb, { streetId });
  return {
    add: open && allowed("add"),
    import: open && allowed("import"),
    move: open && allowed("move"),
    submit: open && allowed("submit"),
    return:
      canScreen(actor, "decide") &&
      list?.state === "submitted" &&
      (day.stage === "collecting" || day.stage === "screening"),
    seeAll: isDistrict(actor),
  };
}
