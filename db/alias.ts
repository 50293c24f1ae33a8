// Names the same table twice in one query, and puts a query into a condition; what that is called in the dialect is
// known here only.
export { alias, QueryBuilder } from "drizzle-orm/sqlite-core";
