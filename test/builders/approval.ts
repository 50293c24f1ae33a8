import { and, desc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Result } from "~/ledger/result";
import { answerDeviation } from "~/rules/answerDeviation.server";
import { read } from "~db/read";
import { deviationRequest, holding } from "~db/schema";
import { mustSucceed } from "./result";

/** The holding by which somebody is chosen from a list of people. */
export async function holdingOf({ personId, postId }: Actor): Promise<string> {
  const own = and(eq(holding.personId, personId), eq(holding.postId, postId));
  const [row] = await read((db) => db.select().from(holding).where(own));
  return row!.id;
}

/** The request that waits for somebody now. */
export async function requestFor({ personId }: Actor): Promise<string> {
  const mine = and(eq(deviationRequest.approverPersonId, personId), eq(deviationRequest.state, "waiting"));
  const rows = await read((db) =>
    db.select().from(deviationRequest).where(mine).orderBy(desc(deviationRequest.id)),
  );
  return rows[0]!.id;
}

/** Does an act that departs from plan or rules: asks the approver, who confirms, and does it by the approval. */
export async function approved<T>(
  by: Actor,
  at: string,
  perform: (approver?: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  mustSucceed(await perform(await holdingOf(by)));
  const waiting = and(
    eq(deviationRequest.approverPersonId, by.personId),
    eq(deviationRequest.state, "waiting"),
  );
  for (const { id } of await read((db) => db.select().from(deviationRequest).where(waiting)))
    mustSucceed(await answerDeviation(by, { id, decision: "confirmed", text: "" }, at));
  return perform();
}
