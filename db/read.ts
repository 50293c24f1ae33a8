import { currentDatabase } from "./current";
import type { Queries } from "./queries";

/** Queries committed data. Several queries in one call may see different commits. */
export async function read<T>(query: (db: Queries) => Promise<T>): Promise<T> {
  return query(currentDatabase().read);
}
