import { eq, inArray } from "drizzle-orm";
import { calledSame, type NameFinder, type NameFinders } from "~/access/nameFinder.server";
import { dutyAddress, postAddress, unitAddress } from "~/address/units";
import { dutyItem, person, post, unit } from "~db/schema";
import { dutyRef } from "./dutyList";

const units: NameFinder = async (db, ids) => {
  const rows = await db.select().from(unit).where(inArray(unit.id, ids));
  return rows.map((row) => ({ id: row.id, zh: row.nameZh, en: row.nameEn, to: unitAddress(row.slug) }));
};

const people: NameFinder = async (db, ids) => {
  const rows = await db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, ids));
  return rows.map(({ id, name }) => calledSame(id, name));
};

const posts: NameFinder = async (db, ids) => {
  const rows = await db
    .select({ post, unit })
    .from(post)
    .innerJoin(unit, eq(unit.id, post.unitId))
    .where(inArray(post.id, ids));
  return rows.map(({ post: one, unit: of }) => ({
    id: one.id,
    zh: `${of.shortZh}${one.titleZh}`,
    en: `${of.nameEn}, ${one.titleEn}`,
    to: postAddress(of.slug, one.id),
  }));
};

const duties: NameFinder = async (db, ids) => {
  const rows = await db.select().from(dutyItem).where(inArray(dutyItem.id, ids));
  return rows.map((row) => calledSame(row.id, row.matter, dutyAddress(dutyRef(row))));
};

/** Units, posts, people and their duties, whom every official may know. */
export const unitNames: NameFinders = { unit: units, post: posts, person: people, duty: duties };
