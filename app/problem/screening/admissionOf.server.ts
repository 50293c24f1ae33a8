import { eq } from "drizzle-orm";
import type { ListedProblem } from "~/problem/listedProblems.server";
import type { TestEntry } from "~/rules/ruleLists";
import type { Queries } from "~db/connect";
import { admissionTick, person, unit } from "~db/schema";
import { type AdmissionFacts, admissionOf, type TestedMatter, type Tick } from "./admission";
import type { FactsFromElsewhere } from "./elsewhere.server";

/** What a person said of a test, with who and when. */
export interface ShownTick extends Tick {
  by: string;
  at: string;
}

/** A test of the rules of the day with how it stands for a listed matter. */
export type ShownTest = TestedMatter<ShownTick>;

/**
 * Reads how the tests of admission stand for a listed matter.
 * @param tests those of the rules of its day
 * @param elsewhere whether the same matter is in hand, and whether the district has taken the duty back
 */
export async function admissionOfListing(
  db: Queries,
  { listing, problem, concernedUnitIds }: ListedProblem,
  tests: readonly TestEntry[],
  elsewhere: FactsFromElsewhere,
): Promise<ShownTest[]> {
  const facts: AdmissionFacts = {
    ...{ coordination: problem.coordination, powerLacking: problem.powerLacking, source: problem.source },
    concernedUnits: concernedUnitIds.length,
    community: problem.communityId !== null,
    powerUnitKind: await kindOf(db, problem.powerUnitId),
    ...elsewhere,
  };
  return admissionOf(tests, facts, await ticksOf(db, listing.id));
}

async function kindOf(db: Queries, unitId: string | null): Promise<AdmissionFacts["powerUnitKind"]> {
  if (!unitId) return null;
  const [found] = await db.select({ kind: unit.kind }).from(unit).where(eq(unit.id, unitId));
  if (!found) return null;
  return found.kind === "street" || found.kind === "community" ? found.kind : "other";
}

async function ticksOf(db: Queries, listingId: string): Promise<ShownTick[]> {
  return db
    .select({ test: admissionTick.test, result: admissionTick.result, by: person.name, at: admissionTick.at })
    .from(admissionTick)
    .innerJoin(person, eq(person.id, admissionTick.byPersonId))
    .where(eq(admissionTick.listingId, listingId));
}
