import { and, eq, isNull } from "drizzle-orm";
import { publication } from "~db/schema";
import type { Searchable } from "~db/search";

/** Finds what residents read of an outcome, until it is withdrawn. */
export const publicationSearch: Searchable = {
  kind: "publication",
  async textOf(db, publicationId) {
    const [standing] = await db
      .select({ text: publication.text })
      .from(publication)
      .where(and(eq(publication.id, publicationId), isNull(publication.withdrawnAt)));
    return standing ?? null;
  },
};
