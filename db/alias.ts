// The same table twice in one query; what it is called in the dialect is only known here.
export { alias } from "drizzle-orm/sqlite-core";
