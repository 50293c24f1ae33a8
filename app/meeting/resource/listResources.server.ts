import { and, asc, eq, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { type Actor, seesContents } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { nameOfUnit } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import { unitChoices } from "~/unit/typing/unitChoices.server";
import type { SluggedUnit } from "~/unit/typing/unitMatch";
import { unitInForce } from "~/unit/unitInForce.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { resourceNeed, resourceOffer, unit } from "~db/schema";
import { needsWhere } from "./findNeed.server";
import { offersWhere } from "./findOffer.server";
import { canOffer, canTendNeed } from "./need";
import { needsOwnedBy } from "./needScope.server";
import type { browseResourcesForm } from "./resourceBrowse";
import { fits } from "./showNeed.server";
import type { ListedNeed, ShownNeed, ShownOffer } from "./shownResource";

/** What can be asked of the page. */
export type BrowseResources = z.output<typeof browseResourcesForm>;

/** A page of needs, or of offers. */
export interface ResourcesPage {
  needs: ListedNeed[];
  offers: ShownOffer[];
  /** The number after which the next page goes on; null where there is none. */
  next: string | null;
  /** The units by which can be asked. */
  units: SluggedUnit[];
  can: { offer: boolean };
}

const pageSize = 50;
// Far more than stand open at once; beyond, a count reads as that many.
const mostOffers = 500;

/** Needs, or offers, as far as the reader sees them, the newest first. Refuses with `notFound`. */
export async function listResources(
  actor: Actor,
  asked: BrowseResources,
  now: string,
): Promise<Result<ResourcesPage>> {
  if (!seesContents(actor)) return refuse("notFound");
  return read(async (db) => {
    const today = dayOf(now);
    const can = { offer: canOffer(actor) };
    if (asked.show === "offers") {
      const rows = await offersWhere(db, actor, await offersAsked(db, asked), today, { limit: pageSize + 1 });
      const offers = rows.slice(0, pageSize);
      return done({ needs: [], offers, next: nextOf(rows, offers), units: await units(db), can });
    }
    const rows = await needsWhere(db, actor, await needsAsked(db, asked), { limit: pageSize + 1 });
    const shown = rows.slice(0, pageSize);
    return done({
      needs: await counted(db, actor, shown, today),
      ...{ offers: [], next: nextOf(rows, shown), units: await units(db), can },
    });
  });
}

/** All that {@link listResources} gives a page of, in its order. */
export async function* everyNeed(
  actor: Actor,
  asked: BrowseResources,
  now: string,
): AsyncGenerator<ListedNeed> {
  for (let after = asked.after; ; ) {
    const page = await listResources(actor, { ...asked, show: "needs", after }, now);
    if (!page.ok) return;
    yield* page.value.needs;
    if (page.value.next === null) return;
    after = page.value.next;
  }
}

/** The same of offers. */
export async function* everyOffer(
  actor: Actor,
  asked: BrowseResources,
  now: string,
): AsyncGenerator<ShownOffer> {
  for (let after = asked.after; ; ) {
    const page = await listResources(actor, { ...asked, show: "offers", after }, now);
    if (!page.ok) return;
    yield* page.value.offers;
    if (page.value.next === null) return;
    after = page.value.next;
  }
}

async function units(db: Queries): Promise<SluggedUnit[]> {
  const rows = await db
    .select()
    .from(unit)
    .where(and(inArray(unit.kind, ["street", "department", "office"]), unitInForce()))
    .orderBy(asc(unit.sortKey), asc(unit.id));
  return unitChoices(
    db,
    rows.map((row) => ({ slug: row.slug, name: nameOfUnit(row), shortZh: row.shortZh })),
  );
}

function nextOf(rows: readonly unknown[], shown: readonly { number: string }[]): string | null {
  return rows.length > shown.length ? (shown.at(-1)?.number ?? null) : null;
}

async function counted(
  db: Queries,
  actor: Actor,
  needs: readonly ShownNeed[],
  today: string,
): Promise<ListedNeed[]> {
  const own = needs.filter((need) => need.state === "open" && need.lacking > 0 && canTendNeed(actor, need));
  const kinds = [...new Set(own.map(({ kind }) => kind))];
  const standing = and(
    isNull(resourceOffer.needId),
    eq(resourceOffer.state, "open"),
    inArray(resourceOffer.kind, kinds),
  );
  const offers = kinds.length > 0 ? await offersWhere(db, actor, standing, today, { limit: mostOffers }) : [];
  const toThem = and(
    eq(resourceOffer.state, "open"),
    inArray(
      resourceOffer.needId,
      own.map(({ id }) => id),
    ),
  );
  const made = own.length > 0 ? await offersWhere(db, actor, toThem, today, { limit: mostOffers }) : [];
  return needs.map((need) => {
    if (!own.includes(need)) return { ...need, matches: null };
    const fitting = [...offers, ...made.filter(({ needId }) => needId === need.id)];
    return { ...need, matches: fitting.filter((offer) => fits(need, offer, today)).length };
  });
}

async function needsAsked(db: Queries, { kind, state, unit: slug, after }: BrowseResources) {
  const unitId = await unitOf(db, slug);
  return and(
    kind ? eq(resourceNeed.kind, kind) : undefined,
    state === "open" || state === "met" || state === "withdrawn" ? eq(resourceNeed.state, state) : undefined,
    unitId === undefined ? undefined : inArray(resourceNeed.id, needsOwnedBy(db, unitId)),
    after ? lt(resourceNeed.id, numbered(db, resourceNeed, after)) : undefined,
  );
}

async function offersAsked(db: Queries, { kind, state, unit: slug, after }: BrowseResources) {
  const unitId = await unitOf(db, slug);
  return and(
    kind ? eq(resourceOffer.kind, kind) : undefined,
    state === "open" || state === "declined" || state === "withdrawn"
      ? eq(resourceOffer.state, state)
      : undefined,
    unitId === undefined ? undefined : eq(resourceOffer.unitId, unitId),
    after ? lt(resourceOffer.id, numbered(db, resourceOffer, after)) : undefined,
  );
}

/** The id that a number stands for; identifiers sort by when they were made. */
function numbered(
  db: Queries,
  table: typeof resourceNeed | typeof resourceOffer,
  number: string,
): SQL<string> {
  return sql<string>`(${db.select({ id: table.id }).from(table).where(eq(table.number, number))})`;
}

async function unitOf(db: Queries, slug: string | undefined): Promise<string | undefined> {
  if (!slug) return undefined;
  const [row] = await db.select({ id: unit.id }).from(unit).where(eq(unit.slug, slug));
  return row?.id ?? "";
}
