import { type AnyColumn, and, asc, desc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { type Actor, isDistrict } from "~/access/actor";
import { addMonths } from "~/calendar/day";
import { declaredDays } from "~/calendar/declaredDays.server";
import { unusualDays } from "~/calendar/unusualDays";
import { answerStandings } from "~/problem/answer/answersOf.server";
import { collectingMonth } from "~/problem/collectingMonth.server";
import { missingOf, type Requirement, requirements } from "~/problem/completeness";
import type { DayRow } from "~/problem/consultationDay.server";
import { dutiesCarried } from "~/problem/duty/dutyFactOf.server";
import { leftByCancelled } from "~/problem/leftByCancelled.server";
import { type ListedProblem, listedProblems } from "~/problem/listedProblems.server";
import { canBeCarried, type ListState, placeState, takesChanges } from "~/problem/listing";
import { canChangeProblem, canList, canScreen } from "~/problem/permission";
import type { editProblemForm } from "~/problem/problemForm";
import { mergedInto } from "~/problem/raised/mergedInto.server";
import { isThere, visibleListings } from "~/problem/scope.server";
import { findStreetList, type ListRow } from "~/problem/streetList.server";
import { newestVersion } from "~/problem/version/acceptVersion.server";
import { offered } from "~/rules/ruleLists";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import { communitiesOf, concernableUnits, findStreet, unitsById } from "~/unit/namedUnits.server";
import { sketchOf } from "~/unit/sketch/sketchOf.server";
import { unitChoices } from "~/unit/typing/unitChoices.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { listing, problem, problemConcernedUnit } from "~db/schema";
import { carriedOf, nextOpenMonth } from "./carryList.server";
import { pageOf, wholePage } from "./listPage";

export type ListView = NonNullable<Awaited<ReturnType<typeof showList>>>;
export type ListRowView = ListView["rows"][number];

/** What a form that changes it needs of a problem: of one on the list, or of one that a community proposes. */
export type EditedProblem = Pick<
  ListRowView,
  keyof typeof editProblemForm.shape | "number" | "version" | "originalWording"
>;

/**
 * A page of a street's list for a month as the reader may see it, or null where there is none for them: the street
 * sees its own, a community what it raised, the district what was submitted.
 * @param input `page` from 1; the page of the problem `edit` (its number) where that is not on it; `whole` for all pages
 * at once with all the words, which are cut otherwise
 */
export async function showList(
  actor: Actor,
  input: { month: string; street: string; page?: number; edit?: string; whole?: boolean },
) {
  return read(async (db) => {
    const street = await findStreet(db, input.street);
    if (!street || !canList(actor, "see", { streetId: street.id })) return null;
    const found = await findStreetList(db, input.month, street.id);
    if (!found) return null;
    const all = await everyPlace(db, actor, found.list);
    const page = input.whole ? wholePage(all) : pageOf(all, input);
    const rows = await rowsOf(db, page.places);
    const refused = rows.filter((row) => row.listing.state === "refused").map((row) => row.listing.id);
    const answers = await answerStandings(db, refused);
    const open = takesChanges(found.day.stage, found.list?.state ?? "draft");
    const raisers = await unitsById(
      db,
      rows.map(({ problem }) => problem.communityId),
    );
    const merged = await mergedInto(
      db,
      rows.map(({ problem }) => problem.id),
      actor,
    );
    const { day, list } = found;
    const facts = listFacts(list);
    const { lists } = await rulesOfMeeting(db, day.id);
    const left = (await leftByCancelled(db, street.id)).filter((one) => one.month === day.month);
    return {
      day: { month: day.month, date: day.date, stage: day.stage, closesOn: day.windowClosesOn },
      street,
      list: facts,
      carried: list && canList(actor, "submit", { streetId: street.id }) ? await carriedOf(db, list) : null,
      nextMonth: canBeCarried(day.stage, facts.state) ? await nextOpenMonth(db, day.month) : null,
      versions: list ? await versionsCount(db, list.id) : null,
      rows: rows.map((row) => ({
        ...toRow(actor, row, facts.state, open, input.whole || row.problem.number === input.edit),
        /** Of a refusal: whether whoever raised it was told. */
        answer: answers.get(row.listing.id) ?? null,
        /** Whom it comes from: the community that raised it, or the street itself. */
        from: raisers.get(row.problem.communityId ?? "")?.name ?? street.name,
        merged: merged.filter(({ intoProblemId }) => intoProblemId === row.problem.id),
      })),
      count: all.length,
      page: { at: page.at, of: page.of },
      /** The places before and behind the page, so that a row can be moved over its edge. */
      beside: { before: page.before, behind: page.behind },
      progress: progressOf(all),
      lacking: lackingIn(all),
      takenOff: open ? await takenOff(db, actor, found.list) : [],
      classes: offered(lists.classes),
      /** Codes of the reasons for which a list can be returned. */
      returnReasons: offered(lists.returnReasons).map(({ code }) => code),
      /** Of a cancelled day: how many problems wait for another list, and the month that is being collected. */
      left:
        canList(actor, "submit", { streetId: street.id }) && day.stage === "cancelled"
          ? { count: left.length, month: await collectingMonth(db, day.month) }
          : null,
      communities: await unitChoices(db, await communitiesOf(db, street.id)),
      /** The street's sketch, on which problems have their places. */
      sketch: (await sketchOf(db, street.id)).areas,
      units: await unitChoices(db, await concernableUnits(db)),
      /** The duties that problems on this page fall under, by id. */
      duties: await dutiesCarried(
        db,
        rows.map((row) => row.problem),
      ),
      /** Holidays and make-up days from the month before the day on, for a year and more. */
      unusualDays: unusualDays(`${addMonths(day.month, -1)}-01`, 450, await declaredDays(db)),
      /** The reader acts for a community of the street: what they write is their community's. */
      byCommunity: actor.role === "community",
      can: rights(actor, street.id, day, list, open),
    };
  });
}

/** A place on the list, with what is missing in its problem. */
interface Place {
  listingId: string;
  number: string;
  missing: Requirement[];
}

/** Every place on the list in its order. Of long texts no more is read than whether they say anything. */
async function everyPlace(db: Queries, actor: Actor, list: ListRow | undefined): Promise<Place[]> {
  if (!list) return [];
  const concerned = db
    .select({ one: sql`1` })
    .from(problemConcernedUnit)
    .where(eq(problemConcernedUnit.problemId, problem.id));
  const places = await db
    .select({
      ...{ listingId: listing.id, number: problem.number },
      ...{ title: beginningOf(problem.title), originalWording: beginningOf(problem.originalWording) },
      ...{ summary: beginningOf(problem.summary), coordination: beginningOf(problem.coordination) },
      question: beginningOf(problem.question),
      concernedUnits: sql<number>`exists ${concerned}`,
    })
    .from(listing)
    .innerJoin(problem, eq(problem.id, listing.problemId))
    .where(and(eq(listing.listId, list.id), ne(listing.state, "withdrawn"), visibleListings(actor)))
    .orderBy(asc(listing.position), asc(listing.id));
  return places.map(({ listingId, number, ...checked }) => ({
    listingId,
    number,
    missing: missingOf(checked),
  }));
}

/** The first character of a text that can be seen. */
function beginningOf(column: AnyColumn): SQL<string> {
  return sql<string>`substr(ltrim(${column}, char(9, 10, 13, 32, 12288)), 1, 1)`;
}

// More than anybody takes off by mistake and misses later.
const mostTakenOff = 50;

/** What was taken off the list and can be put back, the last first. */
async function takenOff(db: Queries, actor: Actor, list: ListRow | undefined) {
  if (!list) return [];
  const rows = await db
    .select({ listingId: listing.id, number: problem.number, title: problem.title, at: problem })
    .from(listing)
    .innerJoin(problem, eq(problem.id, listing.problemId))
    .where(
      and(eq(listing.listId, list.id), eq(listing.state, "withdrawn"), isThere(db), visibleListings(actor)),
    )
    .orderBy(desc(problem.number))
    .limit(mostTakenOff);
  return rows
    .filter(({ at }) => canChangeProblem(actor, at))
    .map(({ listingId, number, title }) => ({ listingId, number, title }));
}

// SQLite takes a limited number of values in one statement.
const atOnce = 500;

async function rowsOf(db: Queries, places: readonly Place[]) {
  const rows: ListedProblem[] = [];
  for (let at = 0; at < places.length; at += atOnce) {
    const ids = places.slice(at, at + atOnce).map(({ listingId }) => listingId);
    rows.push(...(await listedProblems(db, inArray(listing.id, ids))));
  }
  return rows;
}

/** How often the list was submitted, and what the office made of the last time. */
async function versionsCount(db: Queries, listId: string) {
  const version = await newestVersion(db, listId);
  return version ? { count: version.number, outcome: version.outcome } : null;
}

function listFacts(list: ListRow | undefined) {
  return {
    state: list?.state ?? ("draft" as const),
    submittedAt: list?.submittedAt ?? null,
    returnCode: list?.state === "returned" ? list.returnCode : null,
    returnReason: list?.state === "returned" ? list.returnReason : null,
  };
}

// More than the table shows of them; a page of long letters would be too much to send.
const wordsInTable = 500;

/** @param whole with all the words; they are cut where the row only stands in the table */
function toRow(actor: Actor, row: ListedProblem, list: ListState, open: boolean, whole: boolean) {
  const { listing: place, problem, concernedUnitIds, missing } = row;
  return {
    listingId: place.id,
    state: placeState(place.state, list),
    decision: { code: place.decisionCode, text: place.decisionText, at: place.decidedAt },
    number: problem.number,
    version: problem.version,
    title: problem.title,
    originalWording: whole ? problem.originalWording : problem.originalWording.slice(0, wordsInTable),
    summary: problem.summary,
    problemClass: problem.problemClass,
    source: problem.source,
    place: problem.place,
    communityId: problem.communityId,
    seesUnitId: problem.seesUnitId,
    powerUnitId: problem.powerUnitId,
    dutyItemId: problem.dutyItemId,
    powerLacking: problem.powerLacking,
    legalBasis: problem.legalBasis,
    coordination: problem.coordination,
    question: problem.question,
    raisedAt: problem.raisedAt,
    households: problem.households,
    wishOn: problem.wishOn,
    spot: problem.spot,
    concernedUnitIds,
    missing,
    canChange: open && canChangeProblem(actor, problem),
  };
}

function progressOf(places: readonly Place[]) {
  const need = places.length * requirements.length;
  const missing = places.reduce((sum, place) => sum + place.missing.length, 0);
  return { need, have: need - missing };
}

/** Of each requirement that something on the list lacks: how many problems, and the first of them. */
function lackingIn(places: readonly Place[]) {
  return requirements.flatMap((requirement) => {
    const lacking = places.filter((place) => place.missing.includes(requirement));
    return lacking.length > 0 ? [{ requirement, count: lacking.length, first: lacking[0]!.number }] : [];
  });
}

function rights(actor: Actor, streetId: string, day: DayRow, list: ListRow | undefined, open: boolean) {
  const allowed = (verb: Parameters<typeof canList>[1]) => canList(actor, verb, { streetId });
  return {
    propose: open && allowed("propose"),
    add: open && allowed("add"),
    import: open && allowed("import"),
    move: open && allowed("move"),
    submit: open && allowed("submit"),
    return:
      canScreen(actor, "decide") &&
      list?.state === "submitted" &&
      (day.stage === "collecting" || day.stage === "screening"),
    /** Of the street's own: what was not sent may be carried over, and it is told where to and from. */
    carry: allowed("submit"),
    seeAll: isDistrict(actor),
    accept: canScreen(actor, "decide") && list?.state === "submitted",
  };
}
