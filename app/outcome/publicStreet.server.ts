import { and, eq } from "drizzle-orm";
import { read } from "~db/read";
import { problem, unit } from "~db/schema";
import { loadDecisions } from "./decisions.server";
import { issuedDays } from "./issuedDays.server";
import { doneNews, newsOf, openNews } from "./news";
import { publicUnit } from "./promises.server";
import type { PublicDayName, PublicNews, PublicUnit } from "./published";

/** What a street's page tells. */
export interface PublicStreet {
  street: PublicUnit;
  open: PublicNews[];
  done: PublicNews[];
  /** Issued days that it hosted, the latest first. */
  hosted: PublicDayName[];
}

/** What was decided about matters of one street, or of the one that it was merged into; null where there is none. */
export async function publicStreet(slug: string, now: string): Promise<PublicStreet | null> {
  return read(async (db) => {
    const [named] = await db
      .select()
      .from(unit)
      .where(and(eq(unit.slug, slug), eq(unit.kind, "street")));
    const [into] = named?.mergedInto ? await db.select().from(unit).where(eq(unit.id, named.mergedInto)) : [];
    const street = into ?? named;
    if (!street) return null;
    const news = newsOf(await loadDecisions(db, eq(problem.streetId, street.id), now));
    const hosted = await issuedDays(db, { hostStreetId: street.id });
    return {
      street: publicUnit(street),
      open: openNews(news),
      done: doneNews(news),
      hosted: hosted.map(({ id, ...day }) => day),
    };
  });
}
