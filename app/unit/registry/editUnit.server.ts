import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { unit } from "~db/schema";
import { allStreets, type NamedUnit } from "../namedUnits.server";
import { mayKeepUnits } from "../permission";
import type { UnitKind } from "../unit";

/** What the form of a unit begins with. */
export interface UnitValues {
  slug: string;
  kind: UnitKind;
  version: number;
  nameZh: string;
  nameEn: string;
  shortZh: string;
  contactZh: string;
  contactEn: string;
  code: string;
  parent: string;
}

/** The streets that a new community may belong to; `notFound` for those who do not keep the units. */
export async function prepareUnit(actor: Actor): Promise<Result<{ streets: NamedUnit[] }>> {
  if (!mayKeepUnits(actor)) return refuse("notFound");
  return read(async (db) => done({ streets: await allStreets(db) }));
}

/** A unit to be changed; `notFound` where it is closed, and for those who do not keep the units. */
export async function editUnit(
  actor: Actor,
  slug: string,
): Promise<Result<{ values: UnitValues; streets: NamedUnit[] }>> {
  if (!mayKeepUnits(actor)) return refuse("notFound");
  return read(async (db) => {
    const [found] = await db.select().from(unit).where(eq(unit.slug, slug));
    if (!found || found.closedAt !== null) return refuse("notFound");
    const { kind, version, nameZh, nameEn, shortZh, contactZh, contactEn } = found;
    const values = { slug, kind, version, nameZh, nameEn, shortZh, contactZh, contactEn };
    const parent = await slugOf(db, found.parentId);
    return done({ values: { ...values, code: found.code ?? "", parent }, streets: await allStreets(db) });
  });
}

async function slugOf(db: Queries, id: string | null): Promise<string> {
  const [row] = id ? await db.select({ slug: unit.slug }).from(unit).where(eq(unit.id, id)) : [];
  return row?.slug ?? "";
}
