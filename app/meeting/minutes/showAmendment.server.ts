import { eq } from "drizzle-orm";
import type { NamedMinutes } from "~/address/minutesAddress";
import type { Name } from "~/i18n/language";
import { noName, titleOfPost } from "~/i18n/names";
import type { Meeting } from "~/meeting/conduct/findMeeting.server";
import { versionsOf } from "~/meeting/history/versions.server";
import type { Queries } from "~db/connect";
import { post } from "~db/schema";
import type { MinutesRow } from "./findMinutes.server";

/** An amendment that is being written. */
export interface AmendmentFacts {
  /** The minutes it amends, which are in force until it is issued. */
  of: NamedMinutes;
  begunAt: string;
  by: { name: string; post: Name };
  reason: string;
  /** What it began from, to compare with; null where that was not kept. */
  versionId: string | null;
}

/** Who amends the minutes in force of a day, since when and why; null while nobody does. */
export async function amendmentFacts(
  db: Queries,
  meeting: Meeting,
  inForce: MinutesRow | undefined,
): Promise<AmendmentFacts | null> {
  const { amendment } = meeting;
  if (!amendment || !inForce) return null;
  const versions = await versionsOf(db, meeting.slug);
  // Newest first; the amendment may since have gone on in a further epoch.
  const begun = versions.find(({ label, epoch }) => label === "amendmentBegun" && epoch <= amendment.epoch);
  const [held] = await db.select().from(post).where(eq(post.id, amendment.begunByPostId));
  return {
    of: { year: inForce.year, number: inForce.number },
    begunAt: amendment.begunAt,
    by: { name: begun?.by ?? "", post: held ? titleOfPost(held) : noName },
    reason: amendment.reason,
    versionId: begun?.id ?? null,
  };
}
