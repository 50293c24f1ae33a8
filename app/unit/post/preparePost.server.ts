import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Role } from "~/access/role";
import { nameOfUnit } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import { read } from "~db/read";
import { unit } from "~db/schema";
import { mayAppoint } from "../permission";
import type { UnitRef } from "../unitRef";
import { rolesOfUnit } from "./rolesOfUnit";

/** What the form of a new post needs; `notFound` where the unit is closed, and for all but the administrator. */
export async function preparePost(
  actor: Actor,
  slug: string,
): Promise<Result<{ unit: UnitRef; roles: readonly Role[] }>> {
  if (!mayAppoint(actor)) return refuse("notFound");
  return read(async (db) => {
    const [found] = await db.select().from(unit).where(eq(unit.slug, slug));
    if (!found || found.closedAt !== null) return refuse("notFound");
    return done({ unit: { slug, name: nameOfUnit(found) }, roles: rolesOfUnit(found.kind) });
  });
}
