import { eq } from "drizzle-orm";
import { type Book, change } from "~/ledger/change.server";
import { done } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { person, unit } from "~db/schema";
import { personKeys, unitKeys } from "./nameReading.server";

/** Writes the keys by which units and people are sorted where an earlier version or somebody else left none. */
export async function keepNameKeys(now: string): Promise<void> {
  const missing = await read(async (db) => ({
    units: await db.select().from(unit).where(eq(unit.sortKey, "")),
    people: await db.select().from(person).where(eq(person.sortKey, "")),
  }));
  if (missing.units.length + missing.people.length === 0) return;
  await change(null, now, async (tx, book) => {
    await writeKeys(tx, book, missing);
    return done(null);
  });
}

/** The keys by which a unit of the district is sorted and found, for whoever writes its name. */
export async function keysOfUnit(tx: Queries, nameZh: string) {
  const [district] = await tx.select().from(unit).where(eq(unit.kind, "district"));
  return unitKeys(nameZh, district?.nameZh);
}

interface Missing {
  units: (typeof unit.$inferSelect)[];
  people: (typeof person.$inferSelect)[];
}

async function writeKeys(tx: Queries, book: Book, { units, people }: Missing): Promise<void> {
  const [district] = await tx.select().from(unit).where(eq(unit.kind, "district"));
  for (const { id, nameZh } of units)
    await tx.update(unit).set(unitKeys(nameZh, district?.nameZh)).where(eq(unit.id, id));
  for (const { id, name } of people) await tx.update(person).set(personKeys(name)).where(eq(person.id, id));
  await book({
    verb: "unit.keepNameKeys",
    subject: { kind: "unit", id: district?.id ?? units[0]?.id ?? "" },
    after: { units: units.length, people: people.length },
  });
}
