import type { Actor } from "~/access/actor";
import type { NamedMinutes } from "~/address/minutesAddress";
import { done, type Result, refuse } from "~/ledger/result";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { allMinutes } from "~/meeting/minutes/findMinutes.server";
import { textFileName } from "~/meeting/wording/textFileName";
import { read } from "~db/read";

/** The text of issued minutes that their checksum is of, to the byte, and what its file is called. */
export interface MinutesText {
  name: string;
  text: string;
}

/**
 * Reads the text of issued minutes as it was hashed, so that anybody can work out the checksum again elsewhere.
 * Refuses with `notFound` before the issue, for minutes that there are not, and to whom the day's room is closed.
 * @param asked minutes by their number; null for those in force
 */
export async function minutesText(
  actor: Actor,
  slug: string,
  asked: NamedMinutes | null,
): Promise<Result<MinutesText>> {
  const row = await read(async (db) => {
    const meeting = await findMeeting(db, slug);
    if (!meeting || (await roomRight(db, actor, meeting)) === "none") return undefined;
    const all = await allMinutes(db, meeting.id);
    return asked ? all.find(({ year, number }) => year === asked.year && number === asked.number) : all[0];
  });
  if (!row) return refuse("notFound");
  return done({ name: textFileName(row), text: row.canonicalJson });
}
