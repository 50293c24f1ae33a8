import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { meetingAddress } from "~/address/meetings";
import type { Translate } from "~/i18n/textKey";
import { done, type Result, refuse } from "~/ledger/result";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { seesMeeting } from "~/meeting/conduct/roomRight.server";
import { read } from "~db/read";
import { meeting } from "~db/schema";
import { calendarEntry } from "./calendarEntry";
import { calendarMeetings } from "./calendarMeetings.server";
import { writeCalendar } from "./writeCalendar.server";

/** In which language a calendar is written, and under which origin its pages are opened. */
export interface Wording {
  t: Translate;
  language: string;
  origin: string;
}

/** One meeting as a file that calendars take. Refuses with `notFound` to whom it does not exist. */
export async function meetingCalendar(actor: Actor, slug: string, say: Wording): Promise<Result<string>> {
  return read(async (db) => {
    const found = await findMeeting(db, slug);
    if (!found || !(await seesMeeting(db, actor, found))) return refuse("notFound");
    const [held] = await calendarMeetings(db, eq(meeting.id, found.id), found.date);
    const page = say.origin + meetingAddress({ slug });
    return done(writeCalendar([calendarEntry({ ...held!, onCall: false }, say.t, say.language, page)]));
  });
}
