import { type SQL, sql } from "drizzle-orm";
import { currentDatabase } from "./current";
import type { Comparable, Compared, Near } from "./database";
import type { Queries } from "./queries";

/** The kinds of which those are found that are most like one. */
const comparable: readonly string[] = ["problem", "task"] satisfies Comparable[];

const indexOf = (kind: string) => sql.raw(`likeness_${kind}`);

/** Adds what subjects are compared by that were not there before, by the ids of their entries. */
export function addTerms(tx: Queries, kind: string, entries: readonly { id: number; terms: string }[]): void {
  const rows = entries.filter(({ terms }) => terms !== "").map(({ id, terms }) => sql`(${id}, ${terms})`);
  if (rows.length === 0 || !comparable.includes(kind)) return;
  tx.run(sql`insert into ${indexOf(kind)} (rowid, terms) values ${sql.join(rows, sql`, `)}`);
}

/**
 * Replaces what a subject is compared by in the index of its kind, in the transaction that writes its words.
 * @param id of its entry in `search_entry`
 * @param known what stood there before; what stands there now is kept by the caller
 */
export function replaceTerms(tx: Queries, kind: string, id: number, known: string, terms: string): void {
  if (known === terms || !comparable.includes(kind)) return;
  const index = indexOf(kind);
  if (known) tx.run(sql`insert into ${index} (${index}, rowid, terms) values ('delete', ${id}, ${known})`);
  addTerms(tx, kind, [{ id, terms }]);
}

/** Which subjects are looked for. */
export interface AskedNearest {
  kind: Comparable;
  to: Compared;
  limit: number;
  /** How like they have to be at least, from 0 to 1. */
  atLeast: number;
  /** The query of those among the candidates that the reader may see. */
  among(candidates: SQL): { toSQL(): { sql: string; params: unknown[] } };
}

const mark = "candidates";

/**
 * The subjects most like another one among those somebody may see, nearest first. It is worked out on a thread of its
 * own: however many there are, nobody else waits.
 */
export async function nearest({ among, ...asked }: AskedNearest): Promise<Near[]> {
  const query = among(sql`(select value from json_each(${mark}))`).toSQL();
  const at = query.params.indexOf(mark);
  return currentDatabase().nearest({ ...asked, among: { sql: query.sql, params: query.params, at } });
}
