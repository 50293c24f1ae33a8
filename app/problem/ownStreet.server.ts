import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { read } from "~db/read";
import { unit } from "~db/schema";

/** The street somebody acts for, or whose community they act for; null for others. */
export async function ownStreet(actor: Actor): Promise<{ slug: string } | null> {
  const { streetId } = actor;
  if (!streetId) return null;
  return read(async (db) => {
    const [row] = await db.select({ slug: unit.slug }).from(unit).where(eq(unit.id, streetId)).limit(1);
    return row ?? null;
  });
}
