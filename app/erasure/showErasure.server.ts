import { desc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { nameOfUnit, titleOfPost } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import { type Asker, type WordField, wordFields } from "~/problem/erased";
import { erasuresOf } from "~/problem/erasuresOf.server";
import { canErase } from "~/problem/permission";
import { erasedMark } from "~/value/erasedMark";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { erasure, post, unit } from "~db/schema";
import { findToErase } from "./eraseWords.server";
import { cellsOf } from "./planErasure.server";
import type { Remaining } from "./remains";

/** What was erased before about the same problem: by whom, why, from where, and where words stood afterwards. */
export interface PastErasure {
  id: string;
  at: string;
  by: { title: { zh: string; en: string }; unit: { zh: string; en: string } };
  askedBy: Asker;
  legalBasis: string;
  /** Such as `problem.summary`, each once. */
  from: string[];
  remains: Remaining[];
}

/** The page on which words about a problem are erased. */
export interface ErasurePage {
  number: string;
  title: string;
  version: number;
  /** The texts in which words stand. */
  fields: { field: WordField; text: string }[];
  /** Those of the row it was imported from, by their place. */
  cells: { at: number; header: string; text: string }[];
  past: PastErasure[];
}

/** Shows what can be erased about a problem, and what was. Refuses with `notFound` and `notAllowed`. */
export async function showErasure(actor: Actor, number: string): Promise<Result<ErasurePage>> {
  return read(async (db) => {
    const row = await findToErase(db, actor, number);
    if (!row) return refuse("notFound");
    if (!canErase(actor, row)) return refuse("notAllowed");
    const left = (text: string | null) => text !== null && text !== "" && text !== erasedMark;
    const cells = await cellsOf(db, row.importedRowId);
    return done({
      ...{ number: row.number, title: row.title, version: row.version },
      fields: wordFields.flatMap((field) => (left(row[field]) ? [{ field, text: row[field]! }] : [])),
      cells: cells.flatMap(([header, text], at) => (left(text) ? [{ at, header, text }] : [])),
      past: await pastErasures(db, row.id),
    });
  });
}

async function pastErasures(db: Queries, problemId: string): Promise<PastErasure[]> {
  const rows = await db
    .select({ erasure, post, unit })
    .from(erasure)
    .innerJoin(post, eq(post.id, erasure.byPostId))
    .innerJoin(unit, eq(unit.id, post.unitId))
    .where(eq(erasure.problemId, problemId))
    .orderBy(desc(erasure.at), desc(erasure.id));
  const told = await erasuresOf(db, problemId);
  return rows.map((row) => {
    const { id, at, askedBy, legalBasis, remains } = row.erasure;
    return {
      ...{ id, at, askedBy, legalBasis },
      by: { title: titleOfPost(row.post), unit: nameOfUnit(row.unit) },
      from: told.find((one) => one.id === id)?.from ?? [],
      remains: JSON.parse(remains) as Remaining[],
    };
  });
}
