import { and, eq, exists, inArray, ne, notExists, or, type SQL, sql } from "drizzle-orm";
import { holdingNow } from "~/access/holdingNow.server";
import { QueryBuilder } from "~db/alias";
import { holding, post, resolutionAssistingUnit, task, taskEntry } from "~db/schema";
import { doersEvents } from "./doerTie.server";

/** The tasks that their own street leads, and so the office verifies, as a WHERE over `task`; see `verifierOf`. */
export function verifiedByOffice(): SQL {
  return eq(task.leadUnitId, task.streetId);
}

/** The tasks that their overseer does itself, and so the office strikes off, as a WHERE over `task`; see `overseerOf`. */
export function overseenByOffice(): SQL {
  const { leadUnitId, overseerUnitId } = task;
  return or(eq(leadUnitId, overseerUnitId), assisted(eq(resolutionAssistingUnit.unitId, overseerUnitId)))!;
}

/** The tasks in whose doing a person has no hand, in whatever post, as a WHERE over `task`; see `doerTieOf`. */
export function notDoneBy(personId: string, now: string): SQL {
  const acted = new QueryBuilder()
    .select({ one: sql`1` })
    .from(taskEntry)
    .where(
      and(
        eq(taskEntry.byPersonId, personId),
        eq(taskEntry.taskId, task.id),
        inArray(taskEntry.event, [...doersEvents]),
      ),
    );
  const led = unitsHeldBy(personId, now, eq(post.unitId, task.leadUnitId));
  const assists = assisted(
    exists(unitsHeldBy(personId, now, eq(post.unitId, resolutionAssistingUnit.unitId))),
  );
  return and(notExists(acted), notExists(led), sql`not ${assists}`)!;
}

// The street of the place is no doer for assisting. A query inside a query names no connection of its own.
function assisted(condition: SQL): SQL {
  return exists(
    new QueryBuilder()
      .select({ one: sql`1` })
      .from(resolutionAssistingUnit)
      .where(
        and(
          eq(resolutionAssistingUnit.resolutionId, task.resolutionId),
          ne(resolutionAssistingUnit.unitId, task.streetId),
          condition,
        ),
      ),
  );
}

function unitsHeldBy(personId: string, now: string, condition: SQL) {
  return new QueryBuilder()
    .select({ one: sql`1` })
    .from(holding)
    .innerJoin(post, eq(post.id, holding.postId))
    .where(and(eq(holding.personId, personId), holdingNow(now), condition));
}
