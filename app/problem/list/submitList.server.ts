import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { listedProblems } from "~/problem/listedProblems.server";
import { takesChanges } from "~/problem/listing";
import { canList } from "~/problem/permission";
import { markProblemsSubmitted } from "~/problem/raised/mergedInto.server";
import { findStreetList, updateList } from "~/problem/streetList.server";
import { freezeVersion } from "~/problem/version/freezeVersion.server";
import type { Queries } from "~db/connect";
import { listing } from "~db/schema";

/**
 * Sends the list of the street one acts for to the district, which sees it from then on, and keeps it as its next
 * version. Refuses with
 * `notAllowed`, `notFound` (no such day), `listClosed`, `listEmpty`, `listIncomplete` (values: `count` and
 * the `numbers` of what is not complete; `showList` tells what each lacks), `changedMeanwhile`.
 */
export async function submitList(
  actor: Actor,
  input: { month: string },
  now: string,
): Promise<Result<{ listings: number }>> {
  const streetId = actor.streetId;
  if (!streetId || !canList(actor, "submit", { streetId })) return refuse("notAllowed");
  return change(actor, now, async (tx, book) => {
    const found = await findStreetList(tx, input.month, streetId);
    if (!found) return refuse("notFound");
    const { day, list } = found;
    if (!takesChanges(day.stage, list?.state ?? "draft")) return refuse("listClosed");
    const rows = list ? await listedProblems(tx, eq(listing.listId, list.id)) : [];
    if (!list || rows.length === 0) return refuse("listEmpty");
    const incomplete = rows.filter((row) => row.missing.length > 0);
    if (incomplete.length > 0) {
      const shown = incomplete.slice(0, 5).map((row) => row.problem.number);
      const numbers = shown.join(", ") + (incomplete.length > shown.length ? " …" : "");
      return refuse("listIncomplete", { values: { count: incomplete.length, numbers } });
    }
    const sent = { state: "submitted" as const, submittedAt: now, submittedByPostId: actor.postId };
    if (!(await updateList(tx, list, { ...sent, returnCode: null, returnReason: null })))
      return refuse("changedMeanwhile");
    await markSubmitted(
      tx,
      list.id,
      rows.map((row) => row.problem.id),
      now,
    );
    const whose = { id: list.id, month: day.month, street: streetId, by: actor };
    const version = await freezeVersion(tx, whose, rows, now);
    await book({
      verb: "problem.submitList",
      subject: { kind: "list", id: list.id },
      before: { state: list.state },
      after: { state: "submitted", listings: rows.length, version: version.number, sha256: version.sha256 },
    });
    return done({ listings: rows.length });
  });
}

async function markSubmitted(tx: Queries, listId: string, problemIds: string[], now: string) {
  const drafts = and(eq(listing.listId, listId), eq(listing.state, "draft"));
  await tx.update(listing).set({ state: "submitted", submittedAt: now }).where(drafts);
  await markProblemsSubmitted(tx, problemIds, now);
}
