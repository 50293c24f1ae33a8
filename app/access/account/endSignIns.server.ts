import { and, eq, isNull, ne } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { signIn } from "~db/schema";

/**
 * Ends the open sign-ins of a person, in the caller's transaction; answers how many there were.
 * @param except the one that stays
 */
export async function endSignIns(
  tx: Queries,
  personId: string,
  now: string,
  except?: string,
): Promise<number> {
  const ended = await tx
    .update(signIn)
    .set({ endedAt: now })
    .where(
      and(eq(signIn.personId, personId), isNull(signIn.endedAt), except ? ne(signIn.id, except) : undefined),
    )
    .returning({ id: signIn.id });
  return ended.length;
}
