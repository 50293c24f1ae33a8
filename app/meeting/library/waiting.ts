import type { Stage } from "~/meeting/kind/stage";
import type { ListingState, ListState } from "~/problem/listing";

/** One place of a problem on a street's list, with the day of that list. */
export interface Place {
  listingId: string;
  state: ListingState;
  list: ListState;
  stage: Stage;
  /** When it was decided there; null before. */
  decidedAt: string | null;
  slug: string;
}

/** What waits for an agenda, and from which place on a list. */
export interface Waiting {
  listingId: string;
  slug: string;
  since: string | null;
  deferred: boolean;
}

const beforeAgenda: readonly Stage[] = ["planned", "collecting", "screening"];

const taken = ({ state }: Place) => state === "admitted" || state === "deferred";

/**
 * Tells whether a problem waits for an agenda: the last that was decided about it was to admit or to defer it, and the
 * agenda of that day has been drawn up without it. It waits from when that was decided first; what was decided
 * otherwise in between begins anew. Null where it does not wait, also where a street has it on a list again.
 * @param places of a problem that no agenda carries, in the order they were made
 */
export function waitsFrom(places: readonly Place[]): Waiting | null {
  const standing = places.filter(({ state }) => state !== "withdrawn");
  const last = standing.findLast(({ state, list, stage }) => {
    // What was never sent, or came back and was not sent again, leads nowhere once its day has gone on.
    const isSent = state !== "draft" && !(state === "submitted" && list === "returned");
    return isSent || beforeAgenda.includes(stage);
  });
  if (!last || !taken(last) || beforeAgenda.includes(last.stage)) return null;
  const decided = standing.slice(0, standing.indexOf(last) + 1);
  const since = decided.slice(decided.findLastIndex((one) => !taken(one)) + 1)[0]!;
  const { listingId, slug, state } = last;
  return { listingId, slug, since: since.decidedAt, deferred: state === "deferred" };
}
