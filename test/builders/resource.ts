import { eq } from "drizzle-orm";
import { addDays } from "~/calendar/day";
import { newId } from "~/ledger/identifier.server";
import { read } from "~db/read";
import { resourceNeed, resourceOffer, resourcePromise, task } from "~db/schema";
import { transact } from "~db/transact";
import type { SmallDistrict } from "./district";

/** What a task needs, and what unit water offers. */
export interface SomeResources {
  need: string;
  /** Stands open; a part of it is promised for that need. */
  offer: string;
  offerId: string;
  promiseId: string;
  /** Made to that need, and not answered. */
  madeId: string;
}

/** People whom a task needs, an offer that stands open with a promise of it, and one that was made to the need. */
export async function someResources(
  { actors, units }: SmallDistrict,
  taskNumber: string,
  today: string,
): Promise<SomeResources> {
  const [row] = await read((db) => db.select().from(task).where(eq(task.number, taskNumber)));
  const [needId, offerId, madeId, promiseId] = [newId(), newId(), newId(), newId()];
  const { postId } = actors["dept-water"]!;
  const at = `${today}T00:20:00.000Z`;
  const asked = { kind: "people" as const, amount: 20, from: today, until: addDays(today, 30) };
  const made = { createdAt: at, createdByPostId: postId };
  const own = { ...made, ...asked, words: "养护班组", unitId: units.water! };
  const numbers = { need: "XQ-2020-0001", offer: "GJ-2020-0001" };
  await transact(async (tx) => {
    const about = { taskId: row!.id, words: "清运堆物" };
    await tx.insert(resourceNeed).values({ id: needId, number: numbers.need, ...about, ...asked, ...made });
    await tx.insert(resourceOffer).values([
      { id: offerId, number: numbers.offer, ...own },
      { id: madeId, number: "GJ-2020-0002", needId, ...own },
    ]);
    const promised = { id: promiseId, needId, offerId, ordinal: 1, amount: 5 };
    await tx.insert(resourcePromise).values({ ...promised, acceptedAt: at, acceptedByPostId: postId });
  });
  return { ...numbers, offerId, promiseId, madeId };
}
