import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { resourceNeed } from "~db/schema";
import { farDay } from "./need";
import { nextNumber } from "./nextNumber.server";
import { placeOfNeed } from "./placeOfNeed.server";
import { columnsOf, type NeedPlace, type NeedValues } from "./resourceForm";
import { tellRoom } from "./topicNeeds.server";

/**
 * Enters what a problem, a task or a drafted resolution needs. Refuses with `notFound` for what one does not see,
 * `notAllowed` for what is another unit's, `wrongTaskState` at a task that is struck off, `dayTooFar` at its field.
 * @returns its number
 */
export async function addNeed(
  actor: Actor,
  input: NeedValues & { place: NeedPlace },
  now: string,
): Promise<Result<{ number: string }>> {
  const place = await placeOfNeed(actor, input.place, now);
  if (!place.ok) return place;
  const far = farDay(input, dayOf(now));
  if (far) return refuse("dayTooFar", { field: far });
  const { problemId, taskId, topicId, resolutionId, scopeUnitId, slug } = place.value;
  return change(actor, now, async (tx, book, later) => {
    const id = newId();
    const number = await nextNumber(tx, "XQ", dayOf(now).slice(0, 4));
    const columns = columnsOf(input);
    const on = { problemId, taskId, topicId, resolutionId };
    const made = { createdAt: now, createdByPostId: actor.postId };
    await tx.insert(resourceNeed).values({ id, number, ...on, ...columns, ...made });
    const subject = { kind: "resourceNeed", id };
    await book({ verb: "resource.addNeed", subject, scopeUnitId, after: { number, ...on, ...columns } });
    await tellRoom(later, slug);
    return done({ number });
  });
}
