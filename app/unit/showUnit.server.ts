import { and, asc, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Name } from "~/i18n/language";
import { nameOfUnit } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { dutyItem, post, unit } from "~db/schema";
import { type DutyList, dutyRef } from "./dutyList";
import { mayAppoint, mayKeepUnits } from "./permission";
import { type PostHeld, postsHeld } from "./postsHeld.server";
import type { UnitKind } from "./unit";
import { unitInForce } from "./unitInForce.server";

/** The page of a unit. */
export interface UnitPage {
  slug: string;
  kind: UnitKind;
  code: string | null;
  name: Name;
  shortZh: string;
  contact: Name;
  parent: { slug: string; name: Name } | null;
  communities: { slug: string; name: Name; holders: string[] }[];
  posts: PostHeld[];
  duties: {
    ref: string;
    list: DutyList;
    number: number;
    problemClass: string;
    matter: string;
    basis: string;
  }[];
  /** Since when (UTC instant) it is no more; null while it is. */
  closedAt: string | null;
  /** The unit that took it over: its page is the page of this one too. */
  mergedInto: string | null;
  /** The units that were merged into it. */
  merged: Name[];
  can: { appoint: boolean; keep: boolean; close: boolean };
}

/** A unit with its posts, its communities and what it answers for. */
export async function showUnit(actor: Actor, slug: string, now: string): Promise<Result<UnitPage>> {
  return read(async (db) => {
    const [row] = await db.select().from(unit).where(eq(unit.slug, slug)).limit(1);
    if (!row) return refuse("notFound");
    const [into] = row.mergedInto ? await db.select().from(unit).where(eq(unit.id, row.mergedInto)) : [];
    const merged = await db
      .select()
      .from(unit)
      .where(eq(unit.mergedInto, row.id))
      .orderBy(asc(unit.closedAt));
    const [parent] = row.parentId ? await db.select().from(unit).where(eq(unit.id, row.parentId)) : [];
    const communities = await db
      .select()
      .from(unit)
      .where(and(eq(unit.parentId, row.id), eq(unit.kind, "community"), unitInForce()))
      .orderBy(asc(unit.sortKey), asc(unit.id));
    const inCommunities = await postsHeld(db, now, eq(unit.parentId, row.id));
    return done({
      slug: row.slug,
      kind: row.kind,
      code: row.code,
      name: nameOfUnit(row),
      shortZh: row.shortZh,
      contact: { zh: row.contactZh, en: row.contactEn },
      parent: parent ? { slug: parent.slug, name: nameOfUnit(parent) } : null,
      communities: communities.map((one) => ({
        slug: one.slug,
        name: nameOfUnit(one),
        holders: inCommunities.filter((held) => held.unit.id === one.id).flatMap((held) => held.holders),
      })),
      posts: await postsHeld(db, now, eq(post.unitId, row.id)),
      duties: await dutiesOf(db, row.id),
      closedAt: row.closedAt,
      mergedInto: into?.slug ?? null,
      merged: merged.map(nameOfUnit),
      can: {
        appoint: mayAppoint(actor) && row.closedAt === null,
        keep: mayKeepUnits(actor) && row.closedAt === null,
        close:
          mayKeepUnits(actor) && row.closedAt === null && row.kind !== "district" && row.kind !== "office",
      },
    });
  });
}

async function dutiesOf(db: Queries, unitId: string): Promise<UnitPage["duties"]> {
  const rows = await db
    .select()
    .from(dutyItem)
    .where(and(eq(dutyItem.unitId, unitId), isNull(dutyItem.endedAt)))
    .orderBy(asc(dutyItem.list), asc(dutyItem.number));
  return rows.map(({ list, number, problemClass, matter, basis }) => ({
    ...{ ref: dutyRef({ list, number }), list, number, problemClass, matter, basis },
  }));
}
