import { and, desc, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Queries } from "~db/connect";
import { problem, resourceNeed, resourceOffer } from "~db/schema";
import { columnHoldsWord } from "~db/search";
import { joinedNeeds, needScope, offerScope } from "./needScope.server";

/** A need or an offer that was found: its number and what it says. */
export interface FoundResource {
  number: string;
  words: string;
}

// A district has some hundred of each in a year, which are compared as they are written.
const holdsAll = (text: SQL, words: string) =>
  and(...words.split(/\s+/).map((word) => columnHoldsWord(text, word)));

/** Finds needs that hold all words, also in the name of their problem, as far as the reader sees them; newest first. */
export async function searchNeeds(
  db: Queries,
  reader: Actor,
  words: string,
  most: number,
): Promise<FoundResource[]> {
  const text = sql`${resourceNeed.number} || ' ' || ${resourceNeed.words} || ' ' || coalesce(${problem.title}, '')`;
  const rows = await joinedNeeds(db)
    .where(and(needScope(db, reader), holdsAll(text, words)))
    .orderBy(desc(resourceNeed.id))
    .limit(most);
  return rows.map(({ need }) => ({ number: need.number, words: need.words }));
}

/** Finds offers that hold all words, also in the name of who gives from outside; as far as the reader sees them. */
export async function searchOffers(
  db: Queries,
  reader: Actor,
  words: string,
  most: number,
): Promise<FoundResource[]> {
  const { number, words: said, conditions, behalfOf } = resourceOffer;
  const text = sql`${number} || ' ' || ${said} || ' ' || ${conditions} || ' ' || ${behalfOf}`;
  return db
    .select({ number, words: said })
    .from(resourceOffer)
    .where(and(offerScope(db, reader), holdsAll(text, words)))
    .orderBy(desc(resourceOffer.id))
    .limit(most);
}
