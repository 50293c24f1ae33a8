import { and, desc, eq, inArray, ne, notInArray } from "drizzle-orm";
import type { Holder } from "~/access/holder";
import { holdersWhere } from "~/access/holders.server";
import { holdingNow } from "~/access/holdingNow.server";
import type { Name } from "~/i18n/language";
import { nameOfUnit, titleOfPost } from "~/i18n/names";
import type { Queries } from "~db/connect";
import { holding, person, post, taskEntry, taskWitness, unit } from "~db/schema";
import type { Witness, WitnessState } from "./witness";

/** The witness of a task's latest verification; null where there is none. */
export async function witnessOf(db: Queries, taskId: string): Promise<Witness | null> {
  const [row] = await db
    .select({ personId: taskWitness.personId, state: taskWitness.state })
    .from(taskWitness)
    .innerJoin(taskEntry, eq(taskEntry.id, taskWitness.entryId))
    .where(eq(taskWitness.taskId, taskId))
    .orderBy(desc(taskEntry.at), desc(taskEntry.id))
    .limit(1);
  return row ?? null;
}

interface Verified {
  leadUnitId: string;
  streetId: string;
  assistingUnitIds: readonly string[];
}

/** Who can be named as witness now: holders of posts in units that neither do the task nor verify it. */
export async function witnessChoices(
  db: Queries,
  verifier: { personId: string; unitId: string },
  task: Verified,
  now: string,
): Promise<Holder[]> {
  const doers = [task.leadUnitId, task.streetId, ...task.assistingUnitIds];
  // Whoever holds a post there as well is one of the doers, whatever else they hold.
  const ofDoers = db
    .select({ id: holding.personId })
    .from(holding)
    .innerJoin(post, eq(post.id, holding.postId))
    .where(and(inArray(post.unitId, doers), holdingNow(now)));
  return holdersWhere(
    db,
    and(
      holdingNow(now),
      ne(post.role, "admin"),
      ne(holding.personId, verifier.personId),
      notInArray(post.unitId, [...doers, verifier.unitId]),
      notInArray(holding.personId, ofDoers),
    ),
  );
}

/** A witness as named with a verification, by the entry of that verification. */
export interface NamedWitness {
  name: string;
  title: Name;
  unit: Name;
  state: WitnessState;
}

/** The witnesses of some tasks' verifications, by the entry of each. */
export async function witnessesOf(
  db: Queries,
  taskIds: readonly string[],
): Promise<(NamedWitness & { entryId: string; taskId: string; personId: string })[]> {
  if (taskIds.length === 0) return [];
  const rows = await db
    .select({ witness: taskWitness, name: person.name, post, unit })
    .from(taskWitness)
    .innerJoin(person, eq(person.id, taskWitness.personId))
    .innerJoin(post, eq(post.id, taskWitness.postId))
    .innerJoin(unit, eq(unit.id, post.unitId))
    .where(inArray(taskWitness.taskId, [...taskIds]));
  return rows.map((row) => ({
    entryId: row.witness.entryId,
    taskId: row.witness.taskId,
    personId: row.witness.personId,
    name: row.name,
    title: titleOfPost(row.post),
    unit: nameOfUnit(row.unit),
    state: row.witness.state,
  }));
}
