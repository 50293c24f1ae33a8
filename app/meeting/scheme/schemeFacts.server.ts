import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { showAgenda } from "~/meeting/agenda/showAgenda.server";
import { chairOf } from "~/meeting/conduct/chairOf.server";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { holdsMeeting, mayArchive } from "~/meeting/conduct/permission";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { type ShownMeeting, shownMeeting } from "~/meeting/conduct/shownMeeting";
import { lookBackOf } from "~/meeting/lookback/lookBackOf.server";
import { holderOn } from "~/unit/holderOn.server";
import { read } from "~db/read";
import type { SchemeFacts } from "./scheme";

/** The plan of a meeting as its page shows it. */
export interface SchemePage {
  meeting: ShownMeeting;
  facts: SchemeFacts;
  holds: boolean;
  /** The reader may take the whole file of the meeting. */
  archives: boolean;
}

/**
 * Everything the plan of a meeting is made of. Refuses with `notFound` to whom its record is closed and before there is
 * an agenda, and like `showAgenda`.
 */
export async function schemeFacts(actor: Actor, slug: string, now: string): Promise<Result<SchemePage>> {
  const found = await read(async (db) => {
    const meeting = await findMeeting(db, slug);
    if (!meeting || (await roomRight(db, actor, meeting)) === "none") return null;
    const chair = await chairOf(db, meeting);
    const holder = chair && (await holderOn(db, chair.postId, meeting));
    const openTasks = (await lookBackOf(db, meeting.id)).length;
    return {
      meeting,
      chair: chair && { post: { zh: chair.zh, en: chair.en }, name: holder?.name ?? "" },
      openTasks,
    };
  });
  if (!found) return refuse("notFound");
  const shown = await showAgenda(actor, slug, now);
  if (!shown.ok) return shown;
  const { meeting, chair, openTasks } = found;
  const { lines, invitations, length } = shown.value;
  const facts: SchemeFacts = {
    meeting: { slug, title: meeting.title, date: meeting.date },
    startsAt: meeting.startsAt,
    place: meeting.place,
    host: shownMeeting(meeting).host,
    ...{ chair, openTasks },
    called: invitations.called
      .filter(({ state }) => state !== "declined")
      .map(({ unit, people, holder, invitation }) => ({
        ...{ unit, invitation },
        people: people.length > 0 ? people.map(({ personName }) => personName) : [holder].filter(Boolean),
      })),
    agenda: lines.map(({ title, kind, presenter, minutesAllotted, time, files }) => ({
      ...{ title, kind, presenter, minutes: minutesAllotted, from: time.from, until: time.until },
      papers: (files?.files ?? []).map((file) => file.caption || file.name),
    })),
    minutes: { agenda: length.minutes, planned: length.planned },
  };
  const holds = holdsMeeting(actor, meeting);
  return done({ meeting: shownMeeting(meeting), facts, holds, archives: mayArchive(actor, meeting) });
}
