import { and, eq, isNull, or } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { resourceNeed, resourceOffer, resourcePromise } from "~db/schema";
import { joinedNeeds } from "./needScope.server";

/** A need, an offer or a promise, as the ledger names it. */
interface Subject {
  kind: string;
  id: string;
}

/** The unit whose need an offer or promise serves, or that has the need itself. */
export async function needingUnit(db: Queries, { kind, id }: Subject): Promise<string[]> {
  const ids = {
    resourceNeed: () => Promise.resolve([{ needId: id as string | null }]),
    resourceOffer: () =>
      db.select({ needId: resourceOffer.needId }).from(resourceOffer).where(eq(resourceOffer.id, id)),
    resourcePromise: () =>
      db.select({ needId: resourcePromise.needId }).from(resourcePromise).where(eq(resourcePromise.id, id)),
  };
  const [row] = (await ids[kind as keyof typeof ids]?.()) ?? [];
  if (!row?.needId) return [];
  const [need] = await joinedNeeds(db).where(eq(resourceNeed.id, row.needId)).limit(1);
  return need ? [need.owner] : [];
}

/** The units that give: of an offer, of a promise, or of all that was offered to a need and promised for it. */
export async function givingUnits(db: Queries, { kind, id }: Subject): Promise<string[]> {
  const which = {
    resourceOffer: eq(resourceOffer.id, id),
    resourcePromise: eq(resourcePromise.id, id),
    resourceNeed: or(
      and(eq(resourcePromise.needId, id), isNull(resourcePromise.takenBackAt)),
      and(eq(resourceOffer.needId, id), eq(resourceOffer.state, "open")),
    ),
  }[kind];
  if (!which) return [];
  const rows = await db
    .selectDistinct({ unitId: resourceOffer.unitId })
    .from(resourceOffer)
    .leftJoin(resourcePromise, eq(resourcePromise.offerId, resourceOffer.id))
    .where(which);
  return rows.map(({ unitId }) => unitId);
}
