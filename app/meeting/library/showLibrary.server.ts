import { and, asc, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { NamedMeeting } from "~/i18n/meetingName";
import { done, type Result, refuse } from "~/ledger/result";
import { holdsMeeting } from "~/meeting/conduct/permission";
import { kindsPublishingAgenda } from "~/meeting/kind/kind";
import { canScreen } from "~/problem/permission";
import { read } from "~db/read";
import { meeting } from "~db/schema";
import { type WaitingMatter, waitingMatters } from "./waitingMatters.server";

/** 议题库: what waits for an agenda, and the agendas on which the reader may put it, the next one first. */
export interface LibraryPage {
  now: string;
  matters: WaitingMatter[];
  agendas: NamedMeeting[];
}

/** What was admitted and has not come up yet. Refuses with `notFound` for everybody but the district. */
export async function showLibrary(actor: Actor, now: string): Promise<Result<LibraryPage>> {
  if (!canScreen(actor, "see")) return refuse("notFound");
  return read(async (db) => {
    const drawnUp = await db
      .select()
      .from(meeting)
      .where(and(eq(meeting.stage, "agenda"), inArray(meeting.kind, kindsPublishingAgenda())))
      .orderBy(asc(meeting.date));
    const agendas = drawnUp
      .filter((one) => holdsMeeting(actor, one))
      .map(({ slug, title, date }) => ({ slug, title, date }));
    return done({ now, matters: await waitingMatters(db), agendas });
  });
}
