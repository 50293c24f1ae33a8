import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type * as schema from "./schema";

/** What use cases query with: the same builder for reading and, inside `transact`, for writing. */
export type Queries = BetterSQLite3Database<typeof schema>;
