import { and, eq, inArray, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { offersCode } from "~/problem/offersCode.server";
import { canScreen } from "~/problem/permission";
import { findStreetList, updateList } from "~/problem/streetList.server";
import { markVersion } from "~/problem/version/acceptVersion.server";
import type { Queries } from "~db/connect";
import { listing, unit } from "~db/schema";
import { decidedStates } from "./decision";
import { returnForm } from "./returnForm";

/**
 * Gives a submitted list back to its street, with the reason, to be changed and sent again.
 * @param input `street` is the street's slug
 * Refuses with `notAllowed`, `invalid` (no reason), `notFound`, `wrongStage` (not collecting or screening),
 * `listClosed` (it is not submitted), `listDecided` (something on it is decided), `changedMeanwhile`.
 */
export async function returnList(
  actor: Actor,
  input: { month: string; street: string; code?: string; reason: string },
  now: string,
): Promise<Result<null>> {
  if (!canScreen(actor, "decide")) return refuse("notAllowed");
  const parsed = returnForm.safeParse(input);
  if (!parsed.success) return refuse("invalid", { field: String(parsed.error.issues[0]!.path[0]) });
  return change(actor, now, async (tx, book) => {
    const [street] = await tx
      .select({ id: unit.id })
      .from(unit)
      .where(and(eq(unit.slug, input.street), eq(unit.kind, "street")));
    const found = street && (await findStreetList(tx, input.month, street.id));
    if (!found?.list) return refuse("notFound");
    const { day, list } = found;
    if (day.stage !== "collecting" && day.stage !== "screening") return refuse("wrongStage");
    if (list.state === "screened") return refuse("listDecided");
    if (list.state !== "submitted") return refuse("listClosed");
    if (await isDecidedUpon(tx, list.id)) return refuse("listDecided");
    const { code = null, reason } = parsed.data;
    if (code && !(await offersCode(tx, day.id, "returnReasons", code)))
      return refuse("invalid", { field: "code" });
    const returned = { state: "returned" as const, returnCode: code, returnReason: reason };
    if (!(await updateList(tx, list, returned))) return refuse("changedMeanwhile");
    await markVersion(tx, list.id, { outcome: "returned", returnReason: parsed.data.reason, by: actor }, now);
    await book({
      verb: "problem.returnList",
      subject: { kind: "list", id: list.id },
      before: { state: list.state },
      after: returned,
      told: true,
    });
    return done(null);
  });
}

/** Something on the list is decided, or another street's problem was merged into one of it. */
async function isDecidedUpon(tx: Queries, listId: string): Promise<boolean> {
  const onList = tx.select({ id: listing.id }).from(listing).where(eq(listing.listId, listId));
  const [decided] = await tx
    .select({ id: listing.id })
    .from(listing)
    .where(
      or(
        and(eq(listing.listId, listId), inArray(listing.state, [...decidedStates])),
        and(inArray(listing.sameAsListingId, onList), eq(listing.state, "merged")),
      ),
    )
    .limit(1);
  return decided !== undefined;
}
