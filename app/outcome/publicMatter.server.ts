import { and, eq } from "drizzle-orm";
import { erasuresOf } from "~/problem/erasuresOf.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { listing, problem, unit } from "~db/schema";
import { loadDecisions } from "./decisions.server";
import type { Happening } from "./happenings";
import { loadHappenings } from "./happenings.server";
import { placesLeftOut, shownText, takenDownBy } from "./leftOut";
import { leftOutOf } from "./leftOutOf.server";
import { publicUnit } from "./promises.server";
import type { PublicDecision, PublicReason, PublicUnit } from "./published";
import { reasonsOf } from "./reasonsOf";

/** One matter from what was said to what came of it. */
export interface PublicMatter {
  number: string;
  title: string;
  /** The resident's own words with a mark where something is left out; empty where they are taken down. */
  words: string;
  /** Why and since when the words are taken down; null while they stand. */
  takenDown: PublicReason | null;
  /** Why something is left out of any of these texts, each reason once. */
  leftOut: PublicReason[];
  raisedAt: string;
  /** When words of it were last erased by law. */
  erasedAt: string | null;
  street: PublicUnit;
  /** One for each day that decided on it, the earliest first. */
  decisions: PublicDecision[];
  happenings: Happening[];
}

/** A matter by its number, or the number of the one with which it was taken together. */
export type FoundMatter = { matter: PublicMatter } | { takenWith: string };

/**
 * @param number such as WJC-2026-0137
 * @returns null where there is no such matter or no issued day decided on it: the two cannot be told apart
 */
export async function publicMatter(number: string, now: string): Promise<FoundMatter | null> {
  return read(async (db) => {
    const [row] = await db
      .select({ problem, street: unit })
      .from(problem)
      .innerJoin(unit, eq(unit.id, problem.streetId))
      .where(eq(problem.number, number));
    if (!row) return null;
    const decisions = (await loadDecisions(db, eq(problem.id, row.problem.id), now)).reverse();
    const latest = decisions.at(-1);
    if (!latest) return takenWith(db, row.problem.id, now);
    const promises = decisions.flatMap((decision) => decision.promises);
    const happenings = await loadHappenings(
      db,
      promises.map((promise) => promise.id),
    );
    const [erased] = await erasuresOf(db, row.problem.id);
    return {
      matter: {
        number,
        title: latest.title,
        ...(await publicWords(db, row.problem, decisions)),
        raisedAt: row.problem.raisedAt,
        erasedAt: erased?.at ?? null,
        street: publicUnit(row.street),
        decisions,
        happenings,
      },
    };
  });
}

/** A resident's words as far as they are public, and why anything on the page of the matter is not. */
async function publicWords(
  db: Queries,
  { id, originalWording }: typeof problem.$inferSelect,
  decisions: readonly PublicDecision[],
): Promise<Pick<PublicMatter, "words" | "takenDown" | "leftOut">> {
  const left = (await leftOutOf(db, [id]))({ kind: "words", subjectId: id });
  const takenDown = takenDownBy(left);
  const places = takenDown ? [] : placesLeftOut(originalWording, left);
  const reasons = places.map((place) => place.leftOut);
  return {
    words: shownText(originalWording, left),
    takenDown: takenDown ? { reason: takenDown.reason, at: takenDown.at } : null,
    leftOut: reasonsOf([...reasons, ...decisions.flatMap((decision) => decision.leftOut)]),
  };
}

/** The matter whose listing carries a merged one, once an issued day decided on that. */
async function takenWith(db: Queries, problemId: string, now: string): Promise<FoundMatter | null> {
  const merged = await db
    .select({ other: listing.sameAsListingId })
    .from(listing)
    .where(and(eq(listing.problemId, problemId), eq(listing.state, "merged")));
  for (const { other } of merged) {
    if (!other) continue;
    const [carrier] = await db
      .select({ id: problem.id, number: problem.number })
      .from(listing)
      .innerJoin(problem, eq(problem.id, listing.problemId))
      .where(eq(listing.id, other));
    if (carrier && (await loadDecisions(db, eq(problem.id, carrier.id), now)).length > 0)
      return { takenWith: carrier.number };
  }
  return null;
}
