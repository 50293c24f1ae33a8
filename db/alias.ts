// Names the same table twice in one query; what that is called in the dialect is known here only.
export { alias } from "drizzle-orm/sqlite-core";
