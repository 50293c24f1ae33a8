import { and, eq, ne } from "drizzle-orm";
import { type Actor, seesContents } from "~/access/actor";
import type { Name } from "~/i18n/language";
import { nameOfUnit } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import { unitInForce } from "~/unit/unitInForce.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { unit } from "~db/schema";
import { openOfUnit, recordsBeingWritten } from "./openOfUnit.server";
import type { OpenOfUnit, UnitOpenKind } from "./openThing";
import { mayClose } from "./permission";

/** The page on which a unit is closed or merged. */
export interface ClosingPage {
  slug: string;
  name: Name;
  open: OpenOfUnit;
  /** How many meetings have their record being written: until their minutes are issued there is no merger. */
  writing: number;
  /** The units into which it can be merged. */
  others: { slug: string; name: Name }[];
}

/** What is open of a unit, and where it could go; `notFound` for those who may not close it, and where it is closed. */
export async function showClosing(actor: Actor, slug: string): Promise<Result<ClosingPage>> {
  return read(async (db) => {
    const [found] = await db.select().from(unit).where(eq(unit.slug, slug));
    if (!found || found.closedAt !== null || !mayClose(actor, found)) return refuse("notFound");
    return done({
      slug,
      name: nameOfUnit(found),
      open: withinReach(actor, await openOfUnit(db, found)),
      writing: await recordsBeingWritten(db, found.id),
      others: await othersOf(db, found),
    });
  });
}

/** What is worked on: the administrator learns what it is called, and opens nothing of it. */
const contents: readonly UnitOpenKind[] = ["taskLed", "taskHere", "taskOverseen", "list", "offer"];

function withinReach(actor: Actor, open: OpenOfUnit): OpenOfUnit {
  if (seesContents(actor)) return open;
  return open.map(({ kind, things }) =>
    contents.includes(kind)
      ? { kind, things: things.map((thing) => ({ ...thing, to: null })) }
      : { kind, things },
  );
}

async function othersOf(db: Queries, of: typeof unit.$inferSelect) {
  const rows = await db
    .select()
    .from(unit)
    .where(and(eq(unit.kind, of.kind), ne(unit.id, of.id), unitInForce()))
    .orderBy(unit.id);
  return rows.map((row) => ({ slug: row.slug, name: nameOfUnit(row) }));
}
